using System.CommandLine;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery rebuild</c>: make anew what is derived from the stored bytes.</summary>
internal static class RebuildVerb
{
    public static Verb Create(Terminal terminal)
    {
        var store = SharedOptions.Store();
        var verb = new Verb("rebuild", "Make the search index anew from the stored bytes.") { store };
        verb.Examples = [("chancery rebuild", "the index of your own store")];
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var own = await door.OpenOwn(parsed, cancellation);
                var begun = terminal.Clock.GetTimestamp();
                own.Office.Indexer.Rebuild(progress: null, cancellation);
                terminal.Say($"The index was made anew in {Counts.Time(terminal.Clock.GetElapsedTime(begun))}.");
                return ExitCodes.Done;
            }
        );
        return verb;
    }
}
