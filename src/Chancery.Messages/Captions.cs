using System.Collections.Frozen;
using Chancery.Messages.Tables;

namespace Chancery.Messages;

/// <summary>The captions known (captions.csv): what kind each is and how much it restricts (text.md 7, handling.md CA-2).</summary>
public static class Captions
{
    /// <summary>From this rank on a caption restricts who may read (design: rights).</summary>
    public const int Restrictive = 3;

    private static readonly Lazy<FrozenDictionary<string, (string Kind, int Rank)>> Table = new(Load);

    /// <summary>Every caption known.</summary>
    public static ImmutableArray<string> All => Table.Value.Keys;

    /// <summary>The rank of a caption, 0 (none) to 7 (most restricted); null where it is not known.</summary>
    public static int? Rank(string caption) => Table.Value.TryGetValue(caption, out var row) ? row.Rank : null;

    /// <summary>The kind of a caption, such as <c>channel</c> or <c>distribution</c>; null where it is not known.</summary>
    public static string? Kind(string caption) => Table.Value.TryGetValue(caption, out var row) ? row.Kind : null;

    /// <summary>True where the caption narrows the readers; an unknown one does, until a person decides (handling.md CA-12).</summary>
    public static bool IsRestrictive(string caption) => Rank(caption) is not { } rank || rank >= Restrictive;

    private static FrozenDictionary<string, (string Kind, int Rank)> Load() =>
        Csv.Rows(Csv.Embedded("captions.csv"))
            .Skip(1)
            .ToFrozenDictionary(row => row.Fields[0], row => (row.Fields[1], int.Parse(row.Fields[2])), StringComparer.OrdinalIgnoreCase);
}
