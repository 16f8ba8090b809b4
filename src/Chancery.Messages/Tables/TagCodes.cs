using System.Collections.Frozen;

namespace Chancery.Messages.Tables;

/// <summary>The TAGS known (tags.csv; text.md 9).</summary>
internal static class TagCodes
{
    private static readonly Lazy<FrozenDictionary<string, (TagKind Kind, Vintages Vintages)>> Table = new(Load);

    /// <summary>Sets of two-letter codes by time (TG-7).</summary>
    [Flags]
    internal enum Vintages : byte
    {
        None = 0,
        Of1974 = 1,
        Of1990 = 2,
        Of2024 = 4,
    }

    private static readonly Lazy<ImmutableArray<string>> SubjectCodes = new(() => Of(TagKind.Subject));

    private static readonly Lazy<ImmutableArray<string>> ProgramCodes = new(() => Of(TagKind.Program));

    /// <summary>All codes of subjects.</summary>
    public static ImmutableArray<string> Subjects => SubjectCodes.Value;

    /// <summary>The codes of programs whose names are known; there are more.</summary>
    public static ImmutableArray<string> Programs => ProgramCodes.Value;

    public static bool IsKnown(string code) => Table.Value.ContainsKey(code);

    /// <summary>The kind of a known code.</summary>
    public static bool TryKind(string code, out TagKind kind)
    {
        var found = Table.Value.TryGetValue(code, out var row);
        kind = row.Kind;
        return found;
    }

    /// <summary>As <see cref="TryKind(string, out TagKind)"/>, for a word inside a longer one.</summary>
    public static bool TryKind(ReadOnlySpan<char> code, out TagKind kind)
    {
        var found = Table.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var row);
        kind = row.Kind;
        return found;
    }

    /// <summary>True where a geographic code stands in the set of the year, false where only a neighbour set has it.</summary>
    public static bool IsOfItsTime(string code, int? year)
    {
        if (year is not { } known || !Table.Value.TryGetValue(code, out var row) || row.Vintages == Vintages.None)
        {
            return true;
        }
        var own =
            known <= 1985 ? Vintages.Of1974
            : known <= 2011 ? Vintages.Of1990
            : Vintages.Of2024;
        return row.Vintages.HasFlag(own);
    }

    private static ImmutableArray<string> Of(TagKind kind) => [.. Table.Value.Where(row => row.Value.Kind == kind).Select(row => row.Key)];

    private static FrozenDictionary<string, (TagKind Kind, Vintages Vintages)> Load()
    {
        var codes = new Dictionary<string, (TagKind Kind, Vintages Vintages)>(StringComparer.Ordinal);
        foreach (var (_, fields) in Csv.Rows(Csv.Embedded("tags.csv")).Skip(1))
        {
            var code = fields[0].ToUpperInvariant();
            var kind = Enum.Parse<TagKind>(fields[1], ignoreCase: true);
            var vintage = fields[2] switch
            {
                "1974" => Vintages.Of1974,
                "1990s-2010" => Vintages.Of1990,
                "2024" => Vintages.Of2024,
                _ => Vintages.None,
            };
            codes[code] = codes.TryGetValue(code, out var known) ? (known.Kind, known.Vintages | vintage) : (kind, vintage);
        }
        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
