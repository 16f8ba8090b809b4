using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery queue show</c>: one delivery, or what is known of one held message.</summary>
internal static class QueueShowVerb
{
    public static Verb Create(Terminal terminal)
    {
        var item = new Argument<string>("ITEM")
        {
            Description = "The number of a delivery or the id of a held message, as queue list shows them.",
        };
        var office = new RunningOfficeDoor(terminal);
        var json = SharedOptions.Json();
        var verb = new Verb("show", "Show one delivery, or why one message is held.") { item, json, office.Store, office.Server };
        verb.Examples = [("chancery queue show 17", "where a delivery stands")];
        verb.Exits = ", 1 nothing of that name is there for you";
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var given = parsed.GetValue(item)!;
                var answer = long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var delivery)
                    ? await served.Get($"/api/queue/{delivery.ToString(CultureInfo.InvariantCulture)}", cancellation)
                    : Held(await served.Get("/api/held", cancellation), given);
                JsonLine.PrintOrLay(terminal, parsed.GetValue(json), answer, answer, Lay);
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static JsonElement Held(JsonElement answer, string id) =>
        answer.GetProperty("held").EnumerateArray().FirstOrDefault(held => QueueVerbs.Text(held, "id") == id)
            is { ValueKind: JsonValueKind.Object } held
            ? held
            : throw new RefusalException(ExitCodes.NotClean, $"Nothing that you may see is held under {id}: see 'chancery queue list'.");

    private static string Lay(JsonElement shown, int width, bool colour)
    {
        var sheet = new Sheet(width, colour);
        foreach (var member in shown.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            sheet.Field(member.Name, member.Value.ToString());
        }
        return sheet.ToString();
    }
}
