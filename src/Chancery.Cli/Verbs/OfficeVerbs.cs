using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Cli.Reading;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Sqlite;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery office</c>: which offices get copies, and what a changed table would change (handling.md DI-4).</summary>
internal static class OfficeVerbs
{
    private const int Days = 31;
    private const int Page = 500;

    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("office", "Which offices get copies and who is in them: list, add, member, test.")
        {
            List(terminal),
            OfficeChangeVerbs.Add(terminal),
            OfficeChangeVerbs.Member(terminal),
            Test(terminal),
        };
        verb.Examples =
        [
            ("chancery office list", "the offices that distribution.csv of the store names"),
            ("chancery office test new.csv", "what another table would have done with last month's traffic"),
        ];
        return verb;
    }

    private static Verb List(Terminal terminal)
    {
        var json = SharedOptions.Json();
        var store = SharedOptions.Store();
        var verb = new Verb("list", "Show the offices of the table and the rows that give each its copies.") { json, store };
        verb.Examples = [("chancery office list", "your own store")];
        verb.SetAction(parsed =>
        {
            var door = new OfficeDoor(terminal, store, server: null);
            var table = door.Settings(parsed).Distribution;
            var people = File.Exists(new StoreFolder(door.Folder(parsed)).Database) ? door.OpenPeople(parsed).List() : [];
            if (parsed.GetValue(json))
            {
                JsonLine.Print(terminal, writer => Write(writer, table, people));
                return ExitCodes.Done;
            }
            var sheet = new Sheet(terminal.Width, terminal.Colour);
            foreach (var office in table.Offices)
            {
                sheet.Field(
                    office,
                    RowsOf(table, office)
                        .Select(row => $"{(row.Action == office ? "action" : "info")}: {row.Step.ToString().ToLowerInvariant()} {row.Key}")
                        .Concat(people.Where(person => person.Offices.Contains(office)).Select(person => $"member: {person.Name}"))
                );
            }
            if (table.Rows.IsEmpty)
            {
                sheet.Text("There is no table: write rows of step;key;action;info;priority into distribution.csv of the store folder.");
            }
            terminal.Print(sheet.ToString());
            return ExitCodes.Done;
        });
        return verb;
    }

    private static IEnumerable<DistributionRow> RowsOf(DistributionTable table, string office) =>
        table.Rows.Where(row => row.Action == office || row.Info.Contains(office));

    private static void Write(Utf8JsonWriter json, DistributionTable table, IEnumerable<Person> people)
    {
        json.WriteStartObject();
        json.WriteStartArray("offices");
        foreach (var office in table.Offices)
        {
            json.WriteStartObject();
            json.WriteString("office", office);
            json.WriteStartArray("rows");
            foreach (var row in RowsOf(table, office))
            {
                json.WriteStartObject();
                json.WriteBoolean("action", row.Action == office);
                json.WriteString("step", row.Step.ToString().ToLowerInvariant());
                json.WriteString("key", row.Key);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("members");
            foreach (var person in people.Where(person => person.Offices.Contains(office)))
            {
                json.WriteStringValue(person.Name);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Verb Test(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A table of distribution." };
        var store = SharedOptions.Store();
        var server = SharedOptions.Server();
        var verb = new Verb("test", "Show what another table would have done with last month's traffic.") { file, store, server };
        verb.Examples = [("chancery office test new.csv", "before it takes the place of distribution.csv")];
        verb.Exits = ", 1 some copies would differ";
        var door = new OfficeDoor(terminal, store, server);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                List<string> warnings = [];
                var path = parsed.GetValue(file)!;
                var changed = DistributionTable.Parse(TextFile.Read(path), path, warnings);
                if (warnings.Count > 0)
                {
                    warnings.ForEach(terminal.Say);
                    throw new RefusalException(ExitCodes.NotReached, "Nothing was tried: mend these rows.");
                }
                var today = door.Settings(parsed).Distribution;
                await using var office = await door.Open(parsed, make: false, cancellation);
                var since = terminal.Clock.GetUtcNow().AddDays(-Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                var reader = new MessageReader(
                    ReaderOptions.Default with
                    {
                        Directory = SqliteOffice.ReadDirectory(door.Settings(parsed)),
                    }
                );
                var (looked, differing) = (0L, 0L);
                string? before = null;
                do
                {
                    var page = await office.Find($"after:{since}", SearchSort.Filed, before, Page, full: false, cancellation);
                    foreach (var row in page.Messages)
                    {
                        var id = row.GetProperty("id").GetString()!;
                        if (await office.Raw(id, "trial of a distribution table", cancellation) is not { } raw)
                        {
                            continue;
                        }
                        looked++;
                        var message = reader.Read(raw);
                        var (old, next) = (Shown(today.Distribute(message)), Shown(changed.Distribute(message)));
                        if (old != next)
                        {
                            differing++;
                            terminal.Print($"{id}  {old} -> {next}\n");
                        }
                    }
                    before = page.Next;
                } while (before is not null);
                terminal.Say(
                    $"{Counts.Grouped(looked)} messages since {since}: {Counts.Grouped(differing)} would be distributed otherwise."
                );
                return differing == 0 ? ExitCodes.Done : ExitCodes.NotClean;
            }
        );
        return verb;
    }

    private static string Shown(ImmutableArray<OfficeCopy> copies) =>
        copies.IsEmpty ? "none" : string.Join(' ', copies.Select(copy => copy.IsAction ? $"{copy.Office}(action)" : copy.Office));
}
