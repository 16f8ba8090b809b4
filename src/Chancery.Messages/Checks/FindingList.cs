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

    /// <summary>How often each rule fired; the first <see cref="MostPlaces"/> of each are found.</summary>
    private readonly List<Tally> tallies = [];
    private readonly List<(int Tally, Finding Finding)> found = [];

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
        if (tallies[tally].Count <= MostPlaces)
        {
            var fix = RepairTable.For(reading, rule.Id, place);
            found.Add((tally, new Finding(rule.Id, grade, reading.View.ToRaw(place), message, rule.Source) { Fix = fix }));
        }
    }

    /// <summary>The findings by place in the raw bytes.</summary>
    public ImmutableArray<Finding> ToImmutable()
    {
        if (found.Count == 0)
        {
            return [];
        }
        var findings = new List<Finding>(found.Count);
        for (var i = 0; i < found.Count; i++)
        {
            var tally = tallies[found[i].Tally];
            // An alias is the same fact seen by another reader: the rule's own words win.
            if (tally.IsAlias && IndexOf(tally.Rule, isAlias: false) >= 0)
            {
                continue;
            }
            if (tally.Count <= MostPlaces)
            {
                findings.Add(found[i].Finding);
            }
            else if (tally.First == i)
            {
                findings.Add(Folded(found[i].Tally));
            }
        }
        findings.Sort(
            static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : string.CompareOrdinal(a.Id, b.Id)
        );
        return [.. findings];
    }

    /// <summary>One finding for all that a rule found.</summary>
    private Finding Folded(int tally)
    {
        var all = found.Where(one => one.Tally == tally).Select(one => one.Finding).ToList();
        return all[0] with
        {
            Count = tallies[tally].Count,
            Fix = null,
            Places = [.. all.Select(finding => finding.Span)],
            FixesOfPlaces = [.. all.Select(finding => finding.Fix).OfType<Fix>()],
        };
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

    /// <summary>Counts once more; answers which tally it is.</summary>
    private int TallyOf(FindingRule rule, bool isAlias)
    {
        var index = IndexOf(rule, isAlias);
        if (index < 0)
        {
            tallies.Add(new Tally(rule, isAlias, found.Count, 1));
            return tallies.Count - 1;
        }
        tallies[index] = tallies[index] with { Count = tallies[index].Count + 1 };
        return index;
    }

    private int IndexOf(FindingRule rule, bool isAlias)
    {
        for (var i = 0; i < tallies.Count; i++)
        {
            if (ReferenceEquals(tallies[i].Rule, rule) && tallies[i].IsAlias == isAlias)
            {
                return i;
            }
        }
        return -1;
    }

    private readonly record struct Tally(FindingRule Rule, bool IsAlias, int First, int Count);
}
