using System.Collections.Frozen;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Checks;

/// <summary>The rules that findings name, read once from the table compiled into the library.</summary>
internal static class FindingTable
{
    private static readonly Lazy<FrozenDictionary<string, FindingRule>> Carried = new(Load);

    private static readonly Lazy<ImmutableArray<FindingRule>> Sorted = new(() =>
        [.. Rules.Values.Where(rule => rule.AliasOf is null).OrderBy(rule => rule.Id, StringComparer.Ordinal)]
    );

    private static readonly Lazy<FrozenDictionary<string, int>> Indexes = new(() =>
        Own.Select((rule, index) => (rule.Id, index)).ToFrozenDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal)
    );

    private static readonly Lazy<FrozenDictionary<string, FindingTexts>> CarriedTexts = new(() =>
        Csv.Rows(Csv.Embedded("finding-texts.csv"))
            .Skip(1)
            .ToFrozenDictionary(
                row => row.Fields[0],
                row => new FindingTexts(row.Fields[1], row.Fields[2], row.Fields[3], row.Fields[4]),
                StringComparer.Ordinal
            )
    );

    /// <summary>Every rule by id.</summary>
    public static FrozenDictionary<string, FindingRule> Rules => Carried.Value;

    /// <summary>What the pages of the rules say, by id; read when a page is asked for, never by a reading.</summary>
    public static FrozenDictionary<string, FindingTexts> Texts => CarriedTexts.Value;

    /// <summary>The rules that are no aliases, by id.</summary>
    public static ImmutableArray<FindingRule> Own => Sorted.Value;

    /// <summary>Where in <see cref="Own"/> a rule stands; negative for an alias or an id without a row.</summary>
    public static int IndexOf(string id) => Indexes.Value.GetValueOrDefault(id, -1);

    /// <summary>
    /// The rule under which <paramref name="id"/> is reported: itself, or the one it is an alias of. Null for an id without a row, which has no severity:
    /// a test finds such an id in the sources, a reading must not fail for it.
    /// </summary>
    public static FindingRule? Reported(string id) =>
        Rules.GetValueOrDefault(id) is not { } rule ? null
        : rule.AliasOf is { } other ? Rules.GetValueOrDefault(other)
        : rule;

    private static FrozenDictionary<string, FindingRule> Load()
    {
        var rules = new Dictionary<string, FindingRule>(StringComparer.Ordinal);
        foreach (var (_, fields) in Csv.Rows(Csv.Embedded("findings.csv")).Skip(1))
        {
            rules.Add(
                fields[0],
                new FindingRule(
                    fields[0],
                    Grade(fields[1]),
                    Grade(fields[2]),
                    Grade(fields[3]),
                    fields[4].Length == 0 ? null : fields[4],
                    fields[5],
                    fields[6]
                )
            );
        }
        return rules.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Severity? Grade(string letter) =>
        letter switch
        {
            "E" => Severity.Error,
            "W" => Severity.Warning,
            "I" => Severity.Info,
            _ => null,
        };
}
