using System.CommandLine;
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
        var store = SharedOptions.Store();
        var verb = new Verb("show", "Show the routing table of the settings.") { store };
        verb.Examples = [("chancery route show", "your own store")];
        verb.SetAction(parsed =>
        {
            var settings = new OfficeDoor(terminal, store, server: null).Settings(parsed);
            var sheet = new Sheet(terminal.Width, terminal.Colour);
            foreach (var own in settings.RoutingIndicators)
            {
                sheet.Field(own, "ours");
            }
            foreach (
                var (prefix, way) in Way.All(settings)
                    .SelectMany(way => way.Routes.Select(prefix => (prefix, way)))
                    .OrderBy(route => route.prefix, StringComparer.Ordinal)
            )
            {
                sheet.Field(prefix, $"{way.Destination}, up to {way.Level.Name()}");
            }
            foreach (var row in settings.Routes)
            {
                var hours = row.Hours is { } open ? $", {open.From:HHmm}-{open.To:HHmm}Z" : "";
                sheet.Field(row.Prefix, $"{row.Destination}{hours}{(row.IsClosed ? ", closed" : "")} (routes.csv:{row.Line})");
            }
            foreach (var list in settings.Addressees.Entries.Where(entry => !entry.Members.IsEmpty))
            {
                sheet.Field(list.RoutingIndicator ?? list.Name, $"{list.Name}: expanded into {list.Members.Length}");
            }
            terminal.Print(sheet.ToString());
            return ExitCodes.Done;
        });
        return verb;
    }

    private static Verb Test(Terminal terminal)
    {
        var indicators = new Argument<string[]>("RI") { Description = "Routing indicators.", Arity = ArgumentArity.OneOrMore };
        var level = SharedOptions.Level("--level", "The level of the message (default UNCLASSIFIED).");
        var store = SharedOptions.Store();
        var verb = new Verb("test", "Show where a message for these stations would go.") { indicators, level, store };
        verb.Examples = [("chancery route test RVEHAA RVEKBB", "two stations")];
        verb.Exits = ", 1 one of them leads nowhere";
        verb.SetAction(parsed =>
        {
            var table = new RoutingTable(new OfficeDoor(terminal, store, server: null).Settings(parsed));
            var mark = Levels.TryParse(parsed.GetValue(level), out var known) ? known : Level.Unclassified;
            var sheet = new Sheet(terminal.Width, terminal.Colour);
            var code = ExitCodes.Done;
            foreach (var indicator in parsed.GetValue(indicators)!)
            {
                var route = table.Find(indicator, mark, null, terminal.Clock.GetUtcNow(), _ => false);
                sheet.Field(
                    indicator,
                    route.IsOurs ? "ours" : route.Way?.Destination ?? $"held ({route.Hold!.Rule}): {route.Hold.Sentence}"
                );
                code = route.Hold is null ? code : ExitCodes.NotClean;
            }
            terminal.Print(sheet.ToString());
            return code;
        });
        return verb;
    }
}
