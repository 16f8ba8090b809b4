using System.Globalization;
using Chancery.Messages;

namespace Chancery.Bench;

/// <summary>
/// What is read of a collection of real messages, by year of their date-time group: how many have a title, a date-time group, an originator, a
/// subject, references, a point of contact; and how often each finding comes. There is no truth beside it: the table shows where to look.
/// </summary>
internal static class CollectionBench
{
    private static readonly (string Name, Func<Message, bool> Has)[] Fields =
    [
        ("dtg", message => message.Dtg is not null),
        ("from", message => message.From is not null),
        ("action", message => !message.Action.IsEmpty),
        ("level", message => message.EffectiveLevel.Level is not null),
        ("serial", message => message.Serial is not null),
        ("subject", message => message.Subject is not null),
        ("refs", message => !message.References.IsEmpty),
        ("text", message => !message.Paragraphs.IsEmpty),
        ("no finding", message => message.Findings.IsEmpty),
    ];

    /// <summary>Prints both tables for the files below a folder.</summary>
    public static void Run(string folder)
    {
        var reader = new MessageReader();
        var messages = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(file => reader.ReadAll(File.ReadAllBytes(file)))
            .ToList();
        Console.WriteLine($"{"year", -6}{"messages", 9}{string.Concat(Fields.Select(field => $"{field.Name, 11}"))}");
        foreach (var year in messages.GroupBy(YearOf).OrderBy(year => year.Key, StringComparer.Ordinal))
        {
            Print(year.Key, [.. year]);
        }
        Print("all", messages);
        Console.WriteLine();
        Console.WriteLine($"{"finding", -8} {"severity", -8} {"times", 7} {"messages", 9}");
        foreach (
            var finding in messages
                .SelectMany((message, at) => message.Findings.Select(finding => (finding.Id, finding.Severity, At: at)))
                .GroupBy(finding => (finding.Id, finding.Severity))
                .OrderByDescending(finding => finding.Key.Severity)
                .ThenBy(finding => finding.Key.Id, StringComparer.Ordinal)
        )
        {
            var where = finding.Select(one => one.At).Distinct().Count();
            Console.WriteLine($"{finding.Key.Id, -8} {finding.Key.Severity, -8} {finding.Count(), 7} {where, 9}");
        }
    }

    private static void Print(string year, IReadOnlyCollection<Message> messages) =>
        Console.WriteLine(
            $"{year, -6}{messages.Count, 9}{string.Concat(Fields.Select(field => $"{Share(messages.Count(field.Has), messages.Count), 11}"))}"
        );

    private static string Share(int count, int of) => (100.0 * count / of).ToString("F1", CultureInfo.InvariantCulture) + "%";

    private static string YearOf(Message message) =>
        message.Dtg?.Utc?.Year.ToString(CultureInfo.InvariantCulture)
        ?? message.Serial?.Year?.ToString(CultureInfo.InvariantCulture)
        ?? "none";
}
