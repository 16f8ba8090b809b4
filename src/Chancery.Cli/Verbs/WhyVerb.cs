using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery why</c>: why an office has a copy of a message, or has none (handling.md DI-2).</summary>
internal static class WhyVerb
{
    public static Verb Create(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "The id of the message." };
        var name = new Argument<string>("OFFICE") { Description = "The office." };
        var office = new RunningOfficeDoor(terminal);
        var json = SharedOptions.Json();
        var verb = new Verb("why", "Say why an office has a copy of a message, or has none.")
        {
            id,
            name,
            json,
            office.Store,
            office.Server,
        };
        verb.Examples = [("chancery why 0199c3f2-8d41-7a55-b0c2-5f6e1d2c3b4a EUR/RUS", "the row of the table that did it")];
        verb.Exits = ", 1 it has none";
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var asked = parsed.GetValue(id)!;
                var wanted = parsed.GetValue(name)!;
                if (!MessageId.TryParse(asked, out _))
                {
                    throw new RefusalException(
                        ExitCodes.WrongUsage,
                        $"'{asked}' is no id: 'chancery find' and 'chancery trace' show them."
                    );
                }
                var trace = await served.Get($"/api/messages/{asked}/trace", cancellation);
                var copies = trace.GetProperty("copies").EnumerateArray().ToList();
                var given = copies.Find(copy => QueueVerbs.Text(copy, "office") == wanted);
                if (parsed.GetValue(json))
                {
                    JsonLine.Print(
                        terminal,
                        writer =>
                        {
                            writer.WriteStartObject();
                            writer.WritePropertyName("copy");
                            if (given.ValueKind == JsonValueKind.Object)
                            {
                                given.WriteTo(writer);
                            }
                            else
                            {
                                writer.WriteNullValue();
                            }
                            writer.WriteEndObject();
                        }
                    );
                    return given.ValueKind == JsonValueKind.Object ? ExitCodes.Done : ExitCodes.NotClean;
                }
                if (given is { ValueKind: JsonValueKind.Object } copy)
                {
                    var role = copy.GetProperty("action").GetBoolean() ? "for action" : "for information";
                    terminal.Print(
                        $"{wanted} has it {role}: {QueueVerbs.Text(copy, "rule")}, distribution.csv {QueueVerbs.Text(copy, "why")}\n"
                    );
                    return ExitCodes.Done;
                }
                terminal.Print(
                    copies.Count == 0
                        ? $"{wanted} has no copy: no office has one.\n"
                        : $"{wanted} has no copy: no row that names it fits. {string.Join(", ", copies.Select(copy => QueueVerbs.Text(copy, "office")))} have one.\n"
                );
                return ExitCodes.NotClean;
            }
        );
        return verb;
    }
}
