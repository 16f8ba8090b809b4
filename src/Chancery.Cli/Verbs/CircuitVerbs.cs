using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Office;
using Chancery.Storage.Sqlite;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery circuit</c>: the lines to other stations.</summary>
internal static class CircuitVerbs
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("circuit", "The lines to other stations: list, log, add, open, close, divert, reset, number.")
        {
            List(terminal),
            CircuitLogVerb.Create(terminal),
            Add(terminal),
            Acting(terminal, "open", "Open a circuit to traffic again."),
            Acting(terminal, "close", "Close a circuit to traffic: what is for it takes the next route."),
            Acting(terminal, "divert", "Send what waits for a circuit that is out by the circuit that list offers."),
            Acting(terminal, "reset", "Expect 001 next and give 001 next."),
            Acting(terminal, "reset-in", "Expect 001 next."),
            Acting(terminal, "reset-out", "Give 001 next."),
            CloseNumber(terminal),
        };
        verb.Examples =
        [
            ("chancery circuit list", "how they stand"),
            (
                "chancery circuit add ABA --listen 127.0.0.1:4127 --level SECRET --route RVEH",
                "into chancery.toml; holds from the next start on"
            ),
            ("chancery circuit close ABA --reason \"line out\"", "traffic takes the next route"),
        ];
        return verb;
    }

    private static Verb List(Terminal terminal)
    {
        var office = new RunningOfficeDoor(terminal);
        var json = SharedOptions.Json();
        var verb = new Verb("list", "Show how the circuits stand: line, numbers, gaps, what waits.") { json, office.Store, office.Server };
        verb.Examples = [("chancery circuit list", "all")];
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var answer = await served.Get("/api/circuits", cancellation);
                JsonLine.PrintOrLay(terminal, parsed.GetValue(json), answer, answer.GetProperty("circuits"), Lay);
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string Lay(JsonElement circuits, int width, bool colour)
    {
        var sheet = new Sheet(width, colour);
        foreach (var circuit in circuits.EnumerateArray())
        {
            var waiting = circuit
                .GetProperty("waiting")
                .EnumerateArray()
                .Select(depth => $"{depth.GetProperty("count").GetInt64()} {QueueVerbs.Text(depth, "precedence")}");
            sheet
                .Between(
                    $"{QueueVerbs.Text(circuit, "name")}  {QueueVerbs.Text(circuit, "state")}  {QueueVerbs.Text(circuit, "detail")}",
                    Ink.Strong,
                    QueueVerbs.Text(circuit, "level"),
                    Ink.Info
                )
                .Field("  last", $"in {Last(circuit, "in")}, out {Last(circuit, "out")}")
                .Field(
                    "  missing",
                    circuit
                        .GetProperty("missing")
                        .EnumerateArray()
                        .Select(number => $"{QueueVerbs.Text(number, "number")} {QueueVerbs.Text(number, "state")}"),
                    Ink.Warning
                )
                .Field("  waiting", string.Join(", ", waiting))
                .Field("  offered", Offered(circuit));
        }
        if (circuits.GetArrayLength() == 0)
        {
            sheet.Text("There is no circuit that you may see: 'chancery circuit add' adds one.");
        }
        return sheet.ToString();
    }

    private static string Offered(JsonElement circuit) =>
        circuit.TryGetProperty("offered", out var offer) && offer.ValueKind == JsonValueKind.Object
            ? $"divert {offer.GetProperty("count").GetInt32()} by {QueueVerbs.Text(offer, "by")}"
            : "";

    private static string Last(JsonElement circuit, string direction) =>
        circuit.GetProperty(direction) is { ValueKind: JsonValueKind.Object } state
            ? (state.GetProperty("next").GetInt32() - 1).ToString("000", CultureInfo.InvariantCulture)
            : "none";

    private static Verb Add(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "The channel designator, three letters." };
        var listen = new Option<string?>("--listen") { Description = "Where to listen.", HelpName = "HOST:PORT" };
        var connect = new Option<string?>("--connect") { Description = "The other station.", HelpName = "HOST:PORT" };
        var level = SharedOptions.Level("--level", "The highest level that may leave by it (default UNCLASSIFIED).");
        var route = new Option<string[]>("--route")
        {
            Description = "A prefix of routing indicators behind it; may be repeated.",
            HelpName = "RI",
        };
        var acknowledged = new Option<bool>("--acknowledged") { Description = "Each side answers QSL after its commit." };
        var store = SharedOptions.Store();
        var verb = new Verb("add", "Write a circuit into chancery.toml; it holds from the next start on.")
        {
            name,
            listen,
            connect,
            level,
            route,
            acknowledged,
            store,
        };
        verb.Examples = [("chancery circuit add ABA --connect 10.1.2.3:4127 --route RVEH --route RVEK", "a line to another station")];
        verb.SetAction(parsed =>
        {
            var folder = new StoreFolder(new OfficeDoor(terminal, store, server: null).Folder(parsed));
            folder.Make();
            var circuit = new CircuitSettings
            {
                Name = parsed.GetValue(name)!,
                Listen = parsed.GetValue(listen),
                Connect = parsed.GetValue(connect),
                Routes = [.. parsed.GetValue(route) ?? []],
            };
            if (OfficeSettings.Read(File.ReadAllText(folder.Settings), folder.Settings).ReasonAgainst(circuit) is { } wrong)
            {
                throw new RefusalException(
                    ExitCodes.WrongUsage,
                    $"{folder.Settings}: circuit {circuit.Name} {wrong}: nothing was written."
                );
            }
            var text = new StringBuilder("\n[[circuit]]\n");
            text.Append(CultureInfo.InvariantCulture, $"name = \"{Plain(parsed.GetValue(name)!)}\"\n");
            Put("listen", parsed.GetValue(listen));
            Put("connect", parsed.GetValue(connect));
            Put("level", parsed.GetValue(level)?.ToUpperInvariant());
            if (parsed.GetValue(acknowledged))
            {
                text.Append("acknowledged = true\n");
            }
            if (parsed.GetValue(route) is { Length: > 0 } routes)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"routes = [{string.Join(", ", routes.Select(prefix => $"\"{Plain(prefix)}\""))}]\n"
                );
            }
            File.AppendAllText(folder.Settings, text.ToString());
            terminal.Say($"{folder.Settings} names circuit {parsed.GetValue(name)}: it holds from the next start of the server on.");
            return ExitCodes.Done;

            void Put(string key, string? value)
            {
                if (value is { Length: > 0 })
                {
                    text.Append(CultureInfo.InvariantCulture, $"{key} = \"{Plain(value)}\"\n");
                }
            }
        });
        return verb;

        static string Plain(string value) => value.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
    }

    private static Verb Acting(Terminal terminal, string act, string description)
    {
        var name = new Argument<string>("NAME") { Description = "The circuit." };
        return QueueVerbs.Acting(
            terminal,
            act,
            description,
            name,
            (parsed, _) => $"/api/circuits/{Uri.EscapeDataString(parsed.GetValue(name)!)}/{act}",
            $"chancery circuit {act} ABA --reason \"line out\""
        );
    }

    private static Verb CloseNumber(Terminal terminal)
    {
        var number = new Argument<string>("NUMBER") { Description = "An open channel number, such as ABA021." };
        return QueueVerbs.Acting(
            terminal,
            "number",
            "Close an open channel number: not used, or voided.",
            number,
            (parsed, _) =>
            {
                var given = parsed.GetValue(number)!;
                return $"/api/circuits/{Uri.EscapeDataString(given[..Math.Min(3, given.Length)])}/numbers/{Uri.EscapeDataString(given)}/close";
            },
            "chancery circuit number ABA021 --reason \"not used\""
        );
    }
}
