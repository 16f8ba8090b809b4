using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery route</c>: where routing indicators lead, by the settings of the store.</summary>
internal static class RouteVerbs
{
    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("route", "Where routing indicators lead: show, test, import, export.")
        {
            Show(terminal),
            Test(terminal),
            RouteTableVerbs.Import(terminal),
            RouteTableVerbs.Export(terminal),
        };
        verb.Examples =
        [
            ("chancery route show", "the table, best way first for each prefix"),
            ("chancery route test RVEHAA --level SECRET", "where a message would go"),
        ];
        return verb;
    }

    private static Verb Show(Terminal terminal)
    {
        var json = SharedOptions.Json();
        var store = SharedOptions.Store();
        var verb = new Verb("show", "Show the routing table of the settings.") { json, store };
        verb.Examples = [("chancery route show", "your own store")];
        verb.SetAction(parsed =>
        {
            var settings = new OfficeDoor(terminal, store, server: null).Settings(parsed);
            var rows = Rows(settings);
            if (parsed.GetValue(json))
            {
                JsonLine.Print(terminal, writer => Write(writer, settings, rows));
                return ExitCodes.Done;
            }
            var sheet = new Sheet(terminal.Width, terminal.Colour);
            foreach (var own in settings.RoutingIndicators)
            {
                sheet.Field(own, "ours");
            }
            foreach (var (prefix, way, row) in rows)
            {
                sheet.Field(prefix, $"{way.Destination}, up to {way.Level.Name()}{(row is null ? "" : Told(row))}");
            }
            foreach (var list in settings.Addressees.Entries.Where(entry => !entry.Members.IsEmpty))
            {
                sheet.Field(list.RoutingIndicator ?? list.Name, $"{list.Name}: expanded into {list.Members.Length}");
            }
            if (rows.Count == 0)
            {
                sheet.Text("No route leads away from here: 'chancery circuit add' or 'chancery route import' makes one.");
            }
            terminal.Print(sheet.ToString());
            return ExitCodes.Done;
        });
        return verb;
    }

    /// <summary>The table in the order in which it decides: for each prefix the rows of <c>routes.csv</c>, then the doors.</summary>
    private static List<(string Prefix, Way Way, RouteRow? Row)> Rows(OfficeSettings settings)
    {
        var ways = Way.All(settings);
        return
        [
            .. settings
                .Routes.Select(row => (row.Prefix, Way: ways.First(way => way.Destination == row.Destination), Row: (RouteRow?)row))
                .Concat(ways.SelectMany(way => way.Routes.Select(prefix => (Prefix: prefix, Way: way, Row: (RouteRow?)null))))
                .OrderBy(route => route.Prefix, StringComparer.Ordinal),
        ];
    }

    /// <summary>What a row of <c>routes.csv</c> says beside its way.</summary>
    private static string Told(RouteRow row)
    {
        var hours = Hours(row) is { } open ? $", {open}" : "";
        return $"{hours}{(row.IsClosed ? ", closed" : "")} (routes.csv:{row.Line})";
    }

    private static string? Hours(RouteRow row) => row.Hours is { } open ? $"{open.From:HHmm}-{open.To:HHmm}Z" : null;

    private static void Write(Utf8JsonWriter json, OfficeSettings settings, List<(string Prefix, Way Way, RouteRow? Row)> rows)
    {
        json.WriteStartObject();
        json.WriteStartArray("ours");
        foreach (var own in settings.RoutingIndicators)
        {
            json.WriteStringValue(own);
        }
        json.WriteEndArray();
        json.WriteStartArray("routes");
        foreach (var (prefix, way, row) in rows)
        {
            json.WriteStartObject();
            json.WriteString("prefix", prefix);
            json.WriteString("way", way.Destination);
            json.WriteString("level", way.Level.Name());
            json.WriteString("hours", row is null ? null : Hours(row));
            json.WriteBoolean("closed", row is { IsClosed: true });
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Verb Test(Terminal terminal)
    {
        var indicators = new Argument<string[]>("RI") { Description = "Routing indicators.", Arity = ArgumentArity.OneOrMore };
        indicators.Validators.Add(SharedOptions.NoOptions);
        indicators.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !AddresseeDirectory.IsIndicator(token.Value)) is { } wrong)
            {
                result.AddError($"'{wrong.Value}' is no routing indicator: four to eight capital letters, R or Q first.");
            }
        });
        var level = SharedOptions.Level("--level", "The level of the message (default UNCLASSIFIED).");
        var json = SharedOptions.Json();
        var store = SharedOptions.Store();
        var verb = new Verb("test", "Show where a message for these stations would go.") { indicators, level, json, store };
        verb.Examples = [("chancery route test RVEHAA RVEKBB", "two stations")];
        verb.Exits = ", 1 one of them leads nowhere";
        verb.SetAction(parsed =>
        {
            var table = new RoutingTable(new OfficeDoor(terminal, store, server: null).Settings(parsed));
            var mark = Levels.TryParse(parsed.GetValue(level), out var known) ? known : Level.Unclassified;
            var found = parsed
                .GetValue(indicators)!
                .Select(indicator => (indicator, Route: table.Find(indicator, mark, null, terminal.Clock.GetUtcNow(), _ => false)))
                .ToList();
            if (parsed.GetValue(json))
            {
                JsonLine.Print(terminal, writer => Write(writer, found));
            }
            else
            {
                var sheet = new Sheet(terminal.Width, terminal.Colour);
                foreach (var (indicator, route) in found)
                {
                    sheet.Field(
                        indicator,
                        route.IsOurs ? "ours" : route.Way?.Destination ?? $"held ({route.Hold!.Rule}): {route.Hold.Sentence}"
                    );
                }
                terminal.Print(sheet.ToString());
            }
            return found.TrueForAll(one => one.Route.Hold is null) ? ExitCodes.Done : ExitCodes.NotClean;
        });
        return verb;
    }

    private static void Write(Utf8JsonWriter json, List<(string Indicator, Route Route)> found)
    {
        json.WriteStartObject();
        json.WriteStartArray("routes");
        foreach (var (indicator, route) in found)
        {
            json.WriteStartObject();
            json.WriteString("indicator", indicator);
            json.WriteBoolean("ours", route.IsOurs);
            json.WriteString("way", route.Way?.Destination);
            json.WriteString("rule", route.Hold?.Rule);
            json.WriteString("reason", route.Hold?.Sentence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
