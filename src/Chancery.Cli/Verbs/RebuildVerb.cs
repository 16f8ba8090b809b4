using System.CommandLine;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery rebuild</c>: make anew what is derived from the stored bytes.</summary>
internal static class RebuildVerb
{
    public static Verb Create(Terminal terminal)
    {
        var store = SharedOptions.Store();
        var reread = new Option<bool>("--reread")
        {
            Description = "Read all stored bytes again with today's reader first; shows what changed.",
        };
        var verb = new Verb("rebuild", "Make the search index anew from the stored bytes.") { reread, store };
        verb.Examples =
        [
            ("chancery rebuild", "the index of your own store"),
            ("chancery rebuild --reread", "the fields too, after an update"),
        ];
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var own = await door.OpenOwn(parsed, cancellation);
                var begun = terminal.Clock.GetTimestamp();
                if (parsed.GetValue(reread))
                {
                    Tell(terminal, own.Office.Rereading.Run(Reader.Owner.Name, progress: null, cancellation));
                }
                own.Office.Indexer.Rebuild(progress: null, cancellation);
                terminal.Say($"The index was made anew in {Counts.Time(terminal.Clock.GetElapsedTime(begun))}.");
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static void Tell(Terminal terminal, RereadSummary summary)
    {
        var sheet = new Sheet(terminal.Width, terminal.Colour)
            .Field("Read again", Counts.Of(summary.Messages, "message"))
            .Field("Changed", Counts.Of(summary.Changed, "message"))
            .Field("Fields", summary.Fields.Select(field => $"{field.Key, -18}{Counts.Grouped(field.Value), 12}"));
        if (summary.LevelsKept > 0)
        {
            sheet.Field("Levels", $"{Counts.Of(summary.LevelsKept, "message")} would be lower now: kept, lowering waits for a person");
        }
        terminal.Print(sheet.ToString());
    }
}
