using Chancery.Messages.Framing;
using Chancery.Messages.Repairs;

namespace Chancery.Messages.Checks;

/// <summary>
/// The findings of one message while its checks run: gives them severity and source by the table, leaves suppressed ones out, says one fact once,
/// and folds a rule that fires too often into one finding.
/// </summary>
internal sealed class FindingList(MessageReading reading)
{
    /// <summary>Up to so often a rule is told place by place.</summary>
    public const int MostPlaces = 20;

    private readonly List<Tally> tallies = [];

    /// <summary>Adds a finding under the severity of the table.</summary>
    /// <param name="id">Rule id or alias.</param>
    /// <param name="place">In the view.</param>
    /// <param name="message">What was found and what was expected, one sentence.</param>
    public void Add(string id, TextSpan place, string message) => Add(id, place, message, severity: null);

    /// <summary>Adds what a reader noticed while reading.</summary>
    public void Add(Remark remark) => Add(remark.Rule, remark.Span, remark.Message);

    /// <summary>Adds a finding of a given severity, for rules that are graver or milder by what was found; null = as in the table.</summary>
    public void Add(string id, TextSpan place, string message, Severity? severity)
    {
        if (
            FindingTable.Reported(id) is not { } rule
            || (severity ?? rule.SeverityUnder(reading.Options)) is not { } grade
            || IsSuppressed(rule)
        )
        {
            return;
        }
        var tally = TallyOf(rule, isAlias: rule.Id != id);
        if (++tally.Count <= MostPlaces)
        {
            tally.Findings.Add(
                new Finding(rule.Id, grade, reading.View.ToRaw(place), message, rule.Source)
                {
                    Fix = RepairTable.For(reading, rule.Id, place),
                }
            );
        }
    }

    /// <summary>The findings by place in the raw bytes.</summary>
    public ImmutableArray<Finding> ToImmutable()
    {
        if (tallies.Count == 0)
        {
            return [];
        }
        var findings = new List<Finding>();
        foreach (var tally in tallies)
        {
            // An alias is the same fact seen by another reader: the rule's own words win.
            if (tally.IsAlias && tallies.Exists(other => other.Rule == tally.Rule && !other.IsAlias))
            {
                continue;
            }
            if (tally.Count <= MostPlaces)
            {
                findings.AddRange(tally.Findings);
            }
            else
            {
                findings.Add(
                    tally.Findings[0] with
                    {
                        Count = tally.Count,
                        Fix = null,
                        Places = [.. tally.Findings.Select(f => f.Span)],
                        FixesOfPlaces = [.. tally.Findings.Select(f => f.Fix).OfType<Fix>()],
                    }
                );
            }
        }
        findings.Sort(
            static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : string.CompareOrdinal(a.Id, b.Id)
        );
        return [.. findings];
    }

    private bool IsSuppressed(FindingRule rule)
    {
        foreach (var id in reading.Options.Suppressed)
        {
            if (ReferenceEquals(FindingTable.Reported(id), rule))
            {
                return true;
            }
        }
        return false;
    }

    private Tally TallyOf(FindingRule rule, bool isAlias)
    {
        foreach (var known in tallies)
        {
            if (ReferenceEquals(known.Rule, rule) && known.IsAlias == isAlias)
            {
                return known;
            }
        }
        var tally = new Tally(rule, isAlias);
        tallies.Add(tally);
        return tally;
    }

    private sealed class Tally(FindingRule rule, bool isAlias)
    {
        public FindingRule Rule { get; } = rule;
        public bool IsAlias { get; } = isAlias;
        public int Count { get; set; }
        public List<Finding> Findings { get; } = [];
    }
}
