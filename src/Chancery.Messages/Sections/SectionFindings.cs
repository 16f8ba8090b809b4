using Chancery.Messages.Checks;

namespace Chancery.Messages.Sections;

/// <summary>What is wrong with sections taken together (text.md MS-1, MS-3; transmission.md TX-517). Places are those of the joined bytes.</summary>
internal sealed class SectionFindings(ReaderOptions options, ImmutableArray<JoinedSection> sections)
{
    private readonly List<Finding> findings = [];

    public List<Finding> Find(int of, ImmutableArray<int> missing)
    {
        var first = sections[0].Message;
        foreach (var (number, message, span) in sections)
        {
            var place = span with { Length = Math.Min(span.Length, 1) };
            if (message.Dtg?.Utc is { } sent && first.Dtg?.Utc is { } begun && sent.Date != begun.Date)
            {
                Note(
                    "MS-1",
                    place,
                    $"Section {number} is of {message.Dtg.Raw}, section {sections[0].Number} of {first.Dtg.Raw}; one day was expected."
                );
            }
            if (message.Classification is { } marked && first.Classification is { } whole && marked.Level != whole.Level)
            {
                Note(
                    "TX-517",
                    place,
                    $"Section {number} is {marked.Level.Name()}, section {sections[0].Number} is {whole.Level.Name()}; the higher counts for all."
                );
            }
        }
        if (!missing.IsEmpty)
        {
            var which = missing.Length == 1 ? $"Section {missing[0]}" : $"Sections {string.Join(", ", missing)}";
            Note("MS-3", default, $"{which} of {of} {(missing.Length == 1 ? "is" : "are")} not there.");
        }
        return findings;
    }

    private void Note(string id, TextSpan place, string message)
    {
        var rule = FindingTable.Reported(id)!;
        if (
            rule.SeverityUnder(options) is { } severity
            && !options.Suppressed.Any(other => ReferenceEquals(FindingTable.Reported(other), rule))
        )
        {
            findings.Add(new Finding(rule.Id, severity, place, message, rule.Source));
        }
    }
}
