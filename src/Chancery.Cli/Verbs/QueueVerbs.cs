using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery queue</c>: what waits and what is held, and a communicator's hand on it.</summary>
internal static class QueueVerbs
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb(
            "queue",
            "What waits and what is held: list, show, alarms, release, repeat, return, send-on, protect, close, hold, resume, cancel, expire, requeue, reroute."
        )
        {
            List(terminal),
            QueueShowVerb.Create(terminal),
            AlarmVerbs.List(terminal),
            AlarmVerbs.Acknowledge(terminal),
            OnHeld(terminal, "release", "Let a held message go; FLASH and levels in conflict need two persons."),
            OnHeld(terminal, "repeat", "Ask the station a held message came from to send it again."),
            OnHeld(terminal, "return", "Tell that station that it is no good, and end its handling without delivery."),
            SendOn(terminal),
            OnHeld(terminal, "protect", "Tell the origin of a held message that it cannot be delivered from here, and end its handling."),
            OnHeld(terminal, "close", "End the handling of a held message without delivery."),
            OnDelivery(terminal, "hold", "Keep a delivery back."),
            OnDelivery(terminal, "resume", "Let a delivery go that was kept back.", "release"),
            OnDelivery(terminal, "cancel", "Call a delivery off."),
            OnDelivery(terminal, "expire", "Give a delivery up."),
            OnDelivery(terminal, "requeue", "Send a copy once more."),
            Reroute(terminal),
        };
        verb.Examples =
        [
            ("chancery queue list", "what waits, what is held and why"),
            ("chancery queue release 0199c3f2-8d41-7a55-b0c2-5f6e1d2c3b4a --reason \"read and found good\"", "let a held message go"),
            ("chancery queue reroute 17 --to EFB --reason \"ABA is out\"", "by another circuit"),
        ];
        return verb;
    }

    private static Verb List(Terminal terminal)
    {
        var office = new RunningOfficeDoor(terminal);
        var json = SharedOptions.Json();
        var verb = new Verb("list", "Show deliveries that wait and messages that are held.") { json, office.Store, office.Server };
        verb.Examples = [("chancery queue list", "all that you may see")];
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var held = (await served.Get("/api/held", cancellation)).GetProperty("held");
                var waiting = (await served.Get("/api/queue/deliveries", cancellation)).GetProperty("deliveries");
                if (parsed.GetValue(json))
                {
                    JsonLine.Print(
                        terminal,
                        writer =>
                        {
                            writer.WriteStartObject();
                            writer.WritePropertyName("held");
                            held.WriteTo(writer);
                            writer.WritePropertyName("deliveries");
                            waiting.WriteTo(writer);
                            writer.WriteEndObject();
                        }
                    );
                    return ExitCodes.Done;
                }
                terminal.Print(Lay(held, waiting, terminal.Width, terminal.Colour));
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string Lay(JsonElement held, JsonElement waiting, int width, bool colour)
    {
        var sheet = new Sheet(width, colour);
        foreach (var message in held.EnumerateArray())
        {
            sheet
                .Between(
                    $"held  {Text(message, "precedence")}  {Text(message, "identity")}",
                    Ink.Strong,
                    Text(message, "rule"),
                    Ink.Warning
                )
                .Text(Text(message, "reason"), indent: 6)
                .Put($"      {Text(message, "id")} since {Text(message, "since")}", Ink.Faint)
                .Line();
        }
        foreach (var delivery in waiting.EnumerateArray())
        {
            sheet
                .Between(
                    $"{delivery.GetProperty("delivery").GetInt64(), 5}  {Text(delivery, "destination")}  {Text(delivery, "precedence")}",
                    Ink.Plain,
                    Text(delivery, "state"),
                    Ink.Info
                )
                .Put($"       {Text(delivery, "message")} since {Text(delivery, "queuedAt")}", Ink.Faint)
                .Line();
        }
        if (held.GetArrayLength() + waiting.GetArrayLength() == 0)
        {
            sheet.Text("Nothing waits and nothing is held.");
        }
        return sheet.ToString();
    }

    private static Verb OnHeld(Terminal terminal, string act, string description)
    {
        var id = new Argument<string>("ID") { Description = "The id of the message." };
        return Acting(
            terminal,
            act,
            description,
            id,
            (parsed, _) => $"/api/held/{Uri.EscapeDataString(parsed.GetValue(id)!)}/{act}",
            $"chancery queue {act} 0199c3f2-8d41-7a55-b0c2-5f6e1d2c3b4a --reason \"looked at\""
        );
    }

    private static Verb SendOn(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "The id of the message." };
        var to = new Option<string>("--to") { Description = "The routing indicator of the right station.", Required = true };
        var verb = Acting(
            terminal,
            "send-on",
            "Send a held message that is misrouted on to the right station, and tell its origin.",
            id,
            (parsed, _) =>
                $"/api/held/{Uri.EscapeDataString(parsed.GetValue(id)!)}/send-on?to={Uri.EscapeDataString(parsed.GetValue(to)!)}",
            "chancery queue send-on 0199c3f2-8d41-7a55-b0c2-5f6e1d2c3b4a --to RVEFAA --reason \"old indicator\""
        );
        verb.Add(to);
        return verb;
    }

    private static Verb OnDelivery(Terminal terminal, string name, string description, string? act = null)
    {
        var delivery = new Argument<long>("DELIVERY") { Description = "The number that queue list shows." };
        return Acting(
            terminal,
            name,
            description,
            delivery,
            (parsed, _) => $"/api/queue/{parsed.GetValue(delivery)}/{act ?? name}",
            $"chancery queue {name} 17 --reason \"looked at\""
        );
    }

    private static Verb Reroute(Terminal terminal)
    {
        var delivery = new Argument<long>("DELIVERY") { Description = "The number that queue list shows." };
        var to = new Option<string>("--to") { Description = "The circuit.", Required = true };
        var verb = Acting(
            terminal,
            "reroute",
            "Send a copy by another circuit; never by one that is not cleared for it.",
            delivery,
            (parsed, _) => $"/api/queue/{parsed.GetValue(delivery)}/reroute?destination={Uri.EscapeDataString(parsed.GetValue(to)!)}",
            "chancery queue reroute 17 --to EFB --reason \"ABA is out\""
        );
        verb.Add(to);
        return verb;
    }

    /// <summary>A verb that does one thing to one thing, for a reason.</summary>
    internal static Verb Acting(
        Terminal terminal,
        string name,
        string description,
        Argument argument,
        Func<ParseResult, Terminal, string> path,
        string example
    )
    {
        var office = new RunningOfficeDoor(terminal);
        var reason = new Option<string>("--reason") { Description = "Why; it stands in the journal.", Required = true };
        var verb = new Verb(name, description) { argument, reason, office.Store, office.Server };
        verb.Examples = [(example, LowerFirst(description))];
        verb.Exits = ", 1 nothing of that name is there for you";
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var answer = await served.Act(path(parsed, terminal), parsed.GetValue(reason)!, cancellation);
                terminal.Say(Text(answer, "state"));
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');

    internal static string Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
