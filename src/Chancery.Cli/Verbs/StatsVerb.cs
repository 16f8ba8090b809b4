using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery stats</c>: what is on file, in numbers.</summary>
internal static class StatsVerb
{
    private static readonly (string Member, string Label)[] Lists =
    [
        ("levels", "Levels"),
        ("precedences", "Precedences"),
        ("profiles", "Profiles"),
        ("families", "Families"),
        ("findings", "Findings"),
    ];

    public static Verb Create(Terminal terminal)
    {
        var json = SharedOptions.Json();
        var store = SharedOptions.Store();
        var server = SharedOptions.Server();
        var verb = new Verb("stats", "Count what is on file, by level, precedence, form and finding.") { json, store, server };
        verb.Examples = [("chancery stats", "your own store"), ("chancery stats --json --store office/", "for programs")];
        var door = new OfficeDoor(terminal, store, server);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var office = await door.Open(parsed, make: false, cancellation);
                var stats = await office.Stats(cancellation);
                if (parsed.GetValue(json))
                {
                    JsonLine.Print(terminal, writer => stats.WriteTo(writer));
                }
                else
                {
                    terminal.Print(Lay(stats, terminal.Width, terminal.Colour));
                }
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string Lay(JsonElement stats, int width, bool colour)
    {
        var sheet = new Sheet(width, colour).Field(
            "Messages",
            $"{"", -18}{Counts.Grouped(stats.GetProperty("total").GetInt64()), 12}",
            Ink.Strong
        );
        foreach (var (member, label) in Lists)
        {
            if (stats.TryGetProperty(member, out var list))
            {
                sheet.Field(
                    label,
                    list.EnumerateObject().Select(count => $"{count.Name, -18}{Counts.Grouped(count.Value.GetInt64()), 12}")
                );
            }
        }
        return sheet.ToString();
    }
}
