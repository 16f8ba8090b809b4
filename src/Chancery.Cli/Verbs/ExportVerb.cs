using System.CommandLine;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery export</c>: what a query finds, as a file.</summary>
internal static class ExportVerb
{
    public static Verb Create(Terminal terminal)
    {
        var query = new Argument<string[]>("QUERY") { Description = "As for find; nothing for all.", Arity = ArgumentArity.ZeroOrMore };
        query.Validators.Add(SharedOptions.NoLongOptions);
        var format = SharedOptions.OneOf("--format", "The form (default csv)", "csv", "jsonl", "raw");
        var sort = SharedOptions.OneOf("--sort", "The order", "date", "filed");
        var store = SharedOptions.Store();
        var server = SharedOptions.Server();
        var verb = new Verb("export", "Give out what a query finds; each message is noted in the audit trail.")
        {
            query,
            format,
            sort,
            store,
            server,
        };
        verb.Examples =
        [
            ("chancery export --format csv subject:fuel > fuel.csv", "for a spreadsheet"),
            ("chancery export --format jsonl after:2008 > all.jsonl", "everything that was read"),
            ("chancery export --format raw from:northport > northport.txt", "the bytes as they came"),
        ];
        var door = new OfficeDoor(terminal, store, server);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var asked = string.Join(' ', parsed.GetValue(query) ?? []);
                QueryTrouble.Check(asked, terminal.Clock);
                await using var office = await door.Open(parsed, make: false, cancellation);
                var held = await office.Export(
                    asked,
                    parsed.GetValue(sort)?.ToLowerInvariant() == "filed" ? SearchSort.Filed : SearchSort.Date,
                    (parsed.GetValue(format) ?? "csv").ToLowerInvariant(),
                    terminal.Out,
                    cancellation
                );
                if (held is not null)
                {
                    terminal.Say(Told(held));
                }
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string Told(ExportSummary held) =>
        $"{Counts.Of(held.Messages, "message")}, highest level {held.Level.Name()}{(held.LeftOut == 0 ? "" : $"; {Counts.Grouped(held.LeftOut)} left out")}.";
}
