using System.Globalization;

namespace Chancery.Office;

/// <summary>
/// Which offices get a copy of a message, and why (handling.md 3.2): the first hit gives the one action office, every hit adds copies, a restrictive
/// caption ends it. All rows are data: <c>distribution.csv</c> of the store folder, <c>step;key;action;info;priority</c>.
/// </summary>
public sealed class DistributionTable(ImmutableArray<DistributionRow> rows)
{
    private static readonly ImmutableArray<DistributionStep> Ordinary =
    [
        DistributionStep.Caption,
        DistributionStep.Passing,
        DistributionStep.Tags,
        DistributionStep.Subject,
        DistributionStep.Sender,
    ];

    /// <summary>A table without rows: nobody gets a copy by name, everyone reads Traffic.</summary>
    public static DistributionTable Empty { get; } = new([]);

    /// <summary>The rows, in the order of the file.</summary>
    public ImmutableArray<DistributionRow> Rows => rows;

    /// <summary>The offices named, by name.</summary>
    public IEnumerable<string> Offices =>
        rows.SelectMany(row => row.Info.Prepend(row.Action))
            .Where(office => office.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>Reads a table; a row that cannot be read is told in <paramref name="warnings"/> and left out.</summary>
    public static DistributionTable Parse(string text, string file, ICollection<string> warnings)
    {
        var rows = ImmutableArray.CreateBuilder<DistributionRow>();
        foreach (var (line, fields) in CsvRows.Told(text, "step"))
        {
            if (
                fields.Length < 4
                || !Enum.TryParse<DistributionStep>(fields[0], ignoreCase: true, out var step)
                || !Enum.IsDefined(step)
                || (fields[2].Length == 0 && fields[3].Length == 0)
                || (step != DistributionStep.Duty && fields[1].Length == 0)
            )
            {
                warnings.Add(
                    $"{file}:{line}: a row is step;key;action;info;priority with a step of caption, passing, tags, subject, sender, duty: it is left out."
                );
                continue;
            }
            rows.Add(
                new DistributionRow(
                    step,
                    fields[1].ToUpperInvariant(),
                    fields[2],
                    [.. fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                    fields.Length > 4 && int.TryParse(fields[4], NumberStyles.None, CultureInfo.InvariantCulture, out var priority)
                        ? priority
                        : 100,
                    line
                )
            );
        }
        return new DistributionTable(rows.ToImmutable());
    }

    /// <summary>The copies of a message: at most one for action, none twice.</summary>
    public ImmutableArray<OfficeCopy> Distribute(Message message) => Distribute(message, []);

    /// <summary>The copies of a message, with the offices of addressees that the directory delivers to from here.</summary>
    public ImmutableArray<OfficeCopy> Distribute(Message message, ImmutableArray<(DirectoryEntry Entry, bool IsAction)> addressees)
    {
        if (rows.IsEmpty && addressees.IsEmpty)
        {
            return [];
        }
        var copies = new List<OfficeCopy>();
        if (ReadingRights.IsRestricted(message.Captions))
        {
            foreach (var row in Hits(message, DistributionStep.Caption))
            {
                Add(copies, row);
            }
            // Nobody beyond the caption's list; without one the duty officer decides (CA-12).
            return [.. copies.Count > 0 ? copies : Duty(copies)];
        }
        foreach (var step in Ordinary)
        {
            foreach (var row in Hits(message, step))
            {
                Add(copies, row);
            }
            if (step == DistributionStep.Passing)
            {
                // Words of the message name an office more closely than its address does.
                foreach (
                    var (entry, isAction) in addressees
                        .Where(pair => pair.Entry.Office is not null)
                        .OrderByDescending(pair => pair.IsAction)
                )
                {
                    var isFirst = isAction && !copies.Exists(copy => copy.IsAction);
                    Put(copies, new OfficeCopy(entry.Office!, isFirst, "3.2 address", $"addressee {entry.Name}"));
                }
            }
        }
        return [.. copies.Exists(copy => copy.IsAction) ? copies : Duty(copies)];
    }

    private List<OfficeCopy> Duty(List<OfficeCopy> copies)
    {
        foreach (var row in rows.Where(row => row.Step == DistributionStep.Duty))
        {
            Add(copies, row);
        }
        return copies;
    }

    /// <summary>The rows of a step that fit, the best one first: most conditions met, then the lowest priority number.</summary>
    private IEnumerable<DistributionRow> Hits(Message message, DistributionStep step) =>
        rows.Where(row => row.Step == step && Fits(message, row))
            .OrderByDescending(row => row.Key.Count(c => c == '+'))
            .ThenBy(row => row.Priority)
            .ThenBy(row => row.Line);

    private static bool Fits(Message message, DistributionRow row) =>
        row.Step switch
        {
            DistributionStep.Caption => message.Captions.Any(caption =>
                caption == row.Key
                || (
                    caption.StartsWith(row.Key, StringComparison.Ordinal)
                    && caption.Length > row.Key.Length
                    && caption[row.Key.Length] == ' '
                )
            ),
            DistributionStep.Passing => message.Passing.Any(line =>
                line.Offices.Any(office => string.Equals(office, row.Key, StringComparison.OrdinalIgnoreCase))
            ),
            DistributionStep.Tags => row
                .Key.Split('+', StringSplitOptions.TrimEntries)
                .All(code => message.Tags.Any(tag => tag.Code == code)),
            DistributionStep.Subject => message.Subject?.Text is { } subject && HasWord(subject, row.Key),
            DistributionStep.Sender => message.From?.Name is { } from && string.Equals(from, row.Key, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };

    private static bool HasWord(string text, string words)
    {
        for (
            var at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }
        return false;
    }

    private static void Add(List<OfficeCopy> copies, DistributionRow row)
    {
        var rule = $"3.2 step {(int)row.Step}";
        var why = $"line {row.Line}: {row.Step.ToString().ToLowerInvariant()} {row.Key}".TrimEnd();
        // Exactly one action office (DI-1): a later hit for action is a copy for information.
        Put(copies, new OfficeCopy(row.Action, !copies.Exists(copy => copy.IsAction), rule, why));
        foreach (var office in row.Info)
        {
            Put(copies, new OfficeCopy(office, IsAction: false, rule, why));
        }
    }

    private static void Put(List<OfficeCopy> copies, OfficeCopy copy)
    {
        if (copy.Office.Length == 0)
        {
            return;
        }
        var known = copies.FindIndex(other => other.Office == copy.Office);
        if (known < 0)
        {
            copies.Add(copy);
        }
        else if (copy.IsAction)
        {
            copies[known] = copy;
        }
    }
}
