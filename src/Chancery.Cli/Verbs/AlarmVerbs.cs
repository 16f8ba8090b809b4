using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery queue alarms</c> and <c>acknowledge</c>.</summary>
internal static class AlarmVerbs
{
    public static Verb List(Terminal terminal)
    {
        var office = new RunningOfficeDoor(terminal);
        var json = SharedOptions.Json();
        var verb = new Verb("alarms", "Show alarms that stand: urgent traffic, clocks that have run out, circuits that are down.")
        {
            json,
            office.Store,
            office.Server,
        };
        verb.Examples = [("chancery queue alarms", "sounding ones first")];
        verb.Exits = ", 1 an alarm sounds";
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var answer = await served.Get("/api/alarms", cancellation);
                var alarms = answer.GetProperty("alarms");
                JsonLine.PrintOrLay(terminal, parsed.GetValue(json), answer, alarms, Lay);
                return alarms.EnumerateArray().Any(alarm => alarm.GetProperty("sounds").GetBoolean()) ? ExitCodes.NotClean : ExitCodes.Done;
            }
        );
        return verb;
    }

    public static Verb Acknowledge(Terminal terminal)
    {
        var office = new RunningOfficeDoor(terminal);
        var alarm = new Argument<long>("ALARM") { Description = "The number that queue alarms shows." };
        var verb = new Verb("acknowledge", "Take an alarm: it sounds no more, and nobody else is called.")
        {
            alarm,
            office.Store,
            office.Server,
        };
        verb.Examples = [("chancery queue acknowledge 3", "you have it")];
        verb.Exits = ", 1 no such alarm is there for you";
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var answer = await served.Act($"/api/alarms/{parsed.GetValue(alarm)}/acknowledge", "", cancellation);
                terminal.Say(QueueVerbs.Text(answer, "state"));
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string Lay(JsonElement alarms, int width, bool colour)
    {
        var sheet = new Sheet(width, colour);
        foreach (var alarm in alarms.EnumerateArray())
        {
            var by = QueueVerbs.Text(alarm, "acknowledgedBy");
            sheet.Between(
                $"{alarm.GetProperty("alarm").GetInt64(), 5}  {QueueVerbs.Text(alarm, "sentence")}",
                alarm.GetProperty("sounds").GetBoolean() ? Ink.Strong : Ink.Plain,
                by.Length > 0 ? $"taken by {by}"
                    : QueueVerbs.Text(alarm, "next") is { Length: > 0 } next ? $"next: {next}"
                    : "",
                Ink.Warning
            );
        }
        if (alarms.GetArrayLength() == 0)
        {
            sheet.Text("No alarm stands.");
        }
        return sheet.ToString();
    }
}
