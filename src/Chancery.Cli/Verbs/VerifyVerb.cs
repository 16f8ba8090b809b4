using System.CommandLine;
using Chancery.Cli.Offices;
using Chancery.Storage.Sqlite;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery verify</c>: whether everything that was filed is still there as it was.</summary>
internal static class VerifyVerb
{
    public static Verb Create(Terminal terminal)
    {
        var store = SharedOptions.Store();
        var verb = new Verb("verify", "Look through bytes, journal, queue and index for damage; also while the store is served.") { store };
        verb.Examples = [("chancery verify", "your own store"), ("chancery verify --store office/", "a named one")];
        verb.Exits = ", 1 damage was found";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var own = await door.OpenUnlessServed(parsed, cancellation);
                var damages = 0;
                foreach (
                    var damage in own?.Office.Verify(progress: null, cancellation)
                        ?? StoreVerification.Beside(door.Folder(parsed), cancellation)
                )
                {
                    terminal.Print(damage + "\n");
                    damages++;
                }
                terminal.Say(damages == 0 ? "Everything is there as it was filed." : $"Damage was found: {damages}.");
                return damages == 0 ? ExitCodes.Done : ExitCodes.NotClean;
            }
        );
        return verb;
    }
}
