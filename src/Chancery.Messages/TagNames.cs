using System.Collections.Frozen;
using Chancery.Messages.Tables;

namespace Chancery.Messages;

/// <summary>What the TAGS mean in words (tags.csv; text.md 9), so that a search finds a code by its name.</summary>
public static class TagNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> Table = new(Load);

    /// <summary>The name of a code such as <c>MASS</c>; null where the code is in no list. Case counts: codes are upper-case.</summary>
    public static string? Find(string code) => Table.Value.GetValueOrDefault(code);

    private static FrozenDictionary<string, string> Load()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (_, fields) in Csv.Rows(Csv.Embedded("tags.csv")).Skip(1))
        {
            // Of several sets the first one listed names the code.
            names.TryAdd(fields[0].ToUpperInvariant(), fields[3]);
        }
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
