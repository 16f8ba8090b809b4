using System.CommandLine;
using Chancery.Cli.Offices;
using Chancery.Storage.Sqlite;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery backup</c>: a verified copy of the store, also while it is served.</summary>
internal static class BackupVerb
{
    public static Verb Create(Terminal terminal)
    {
        var target = new Argument<string>("FOLDER") { Description = "Where the copy goes; it must not be there yet." };
        var store = SharedOptions.Store();
        var verb = new Verb("backup", "Copy the store with settings and keys, also while it is served, and verify the copy.")
        {
            target,
            store,
        };
        verb.Examples =
        [
            ("chancery backup /backups/2026-03-02", "your own store"),
            ("chancery verify --store /backups/2026-03-02", "a backup is a store"),
        ];
        verb.Exits = ", 1 the copy is damaged";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(
            (parsed, cancellation) =>
            {
                var damages = StoreBackup.Make(door.Folder(parsed), parsed.GetValue(target)!, terminal.Clock, cancellation);
                foreach (var damage in damages)
                {
                    terminal.Say(damage);
                }
                if (damages.Count == 0)
                {
                    terminal.Say($"{parsed.GetValue(target)} is a whole copy: opened, and every byte and journal line verified.");
                }
                return Task.FromResult(damages.Count == 0 ? ExitCodes.Done : ExitCodes.NotClean);
            }
        );
        return verb;
    }
}
