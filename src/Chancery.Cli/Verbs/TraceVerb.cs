using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery trace</c>: how a message came and where it went; a tracer is answered from it (transmission.md 5.6).</summary>
internal static class TraceVerb
{
    public static Verb Create(Terminal terminal)
    {
        var which = SharedOptions.Message();
        var office = new RunningOfficeDoor(terminal);
        var json = SharedOptions.Json();
        var verb = new Verb("trace", "Show how a message came, what it is to others, and where it went.")
        {
            which,
            json,
            office.Store,
            office.Server,
        };
        verb.Examples = [("chancery trace 26 northport 412", "by its number")];
        verb.Exits = ", 1 not on file";
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var asked = string.Join(' ', parsed.GetValue(which)!);
                var ids = MessageId.TryParse(asked, out _) ? [asked] : await served.ByNumber(asked, cancellation);
                if (ids.Count == 0)
                {
                    SharedOptions.SayNotOnFile(terminal, asked);
                    return ExitCodes.NotClean;
                }
                foreach (var id in ids)
                {
                    var answer = await served.Get($"/api/messages/{Uri.EscapeDataString(id)}/trace", cancellation);
                    JsonLine.PrintOrLay(terminal, parsed.GetValue(json), answer, answer, Lay);
                }
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string Lay(JsonElement trace, int width, bool colour)
    {
        var sheet = new Sheet(width, colour)
            .Field("Message", QueueVerbs.Text(trace, "identity"), Ink.Strong)
            .Field("Transmission", QueueVerbs.Text(trace, "transmission"))
            .Field(
                "Received",
                $"{QueueVerbs.Text(trace, "receivedAt")} {QueueVerbs.Text(trace, "door")} {QueueVerbs.Text(trace, "from")} {QueueVerbs.Text(trace, "number")}"
            )
            .Field(
                "Is to others",
                trace
                    .GetProperty("links")
                    .EnumerateArray()
                    .Select(link => $"{QueueVerbs.Text(link, "kind")} ({QueueVerbs.Text(link, "row")}) {QueueVerbs.Text(link, "id")}")
            )
            .Field(
                "Offices",
                trace
                    .GetProperty("copies")
                    .EnumerateArray()
                    .Select(copy => $"{(copy.GetProperty("action").GetBoolean() ? "action" : "info")} {QueueVerbs.Text(copy, "office")}")
            )
            .Field("Opened", $"{QueueVerbs.Text(trace, "openedAt")} {QueueVerbs.Text(trace, "openedBy")}".Trim())
            .Field(
                "Delivery",
                trace
                    .GetProperty("deliveries")
                    .EnumerateArray()
                    .Select(delivery =>
                        $"{QueueVerbs.Text(delivery, "at")} {QueueVerbs.Text(delivery, "destination")} {QueueVerbs.Text(delivery, "state")} {QueueVerbs.Text(delivery, "number")}{Why(delivery)}"
                    )
            );
        return sheet.ToString();
    }

    /// <summary>Why something has not gone, or not gone yet; what went bears how it was taken.</summary>
    private static string Why(JsonElement delivery) =>
        QueueVerbs.Text(delivery, "why") is { Length: > 0 } why && QueueVerbs.Text(delivery, "state") != "delivered" ? $" ({why})" : "";
}
