using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery circuit log</c>: the transmissions of a circuit, number by number.</summary>
internal static class CircuitLogVerb
{
    public static Verb Create(Terminal terminal)
    {
        var office = new RunningOfficeDoor(terminal);
        var name = new Argument<string>("NAME") { Description = "The circuit." };
        var limit = new Option<int>("--limit")
        {
            Description = "The most transmissions in each direction.",
            HelpName = "N",
            DefaultValueFactory = _ => 50,
        };
        var json = SharedOptions.Json();
        var verb = new Verb("log", "Show the last transmissions of a circuit in both directions: number, state, message.")
        {
            name,
            limit,
            json,
            office.Store,
            office.Server,
        };
        verb.Examples = [("chancery circuit log ABA", "newest first"), ("chancery circuit log ABA --limit 500 --json", "for a program")];
        verb.Exits = ", 1 no circuit of that name is there for you";
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var most = parsed.GetValue(limit).ToString(CultureInfo.InvariantCulture);
                var answer = await served.Get(
                    $"/api/circuits/{Uri.EscapeDataString(parsed.GetValue(name)!)}/log?limit={most}",
                    cancellation
                );
                JsonLine.PrintOrLay(terminal, parsed.GetValue(json), answer, answer.GetProperty("transmissions"), Lay);
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string Lay(JsonElement transmissions, int width, bool colour)
    {
        var sheet = new Sheet(width, colour);
        foreach (var one in transmissions.EnumerateArray())
        {
            var state = QueueVerbs.Text(one, "state");
            sheet.Between(
                $"{QueueVerbs.Text(one, "at")}  {QueueVerbs.Text(one, "direction"), -3}  {QueueVerbs.Text(one, "number"), -8}{state, -10}{QueueVerbs.Text(one, "message")}",
                state is "open" or "reported" ? Ink.Warning : Ink.Plain,
                "",
                Ink.Plain
            );
        }
        if (transmissions.GetArrayLength() == 0)
        {
            sheet.Text("Nothing has passed this circuit.");
        }
        return sheet.ToString();
    }
}
