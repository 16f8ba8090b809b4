using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery audit</c>: who did and saw what. Works straight on the store, also beside a running server.</summary>
internal static class AuditVerbs
{
    private const int Usual = 100;

    public static Verb Create(Terminal terminal)
    {
        var verb = new Verb("audit", "Who did and saw what: find, export, verify.")
        {
            CreateFind(terminal),
            CreateExport(terminal),
            CreateVerify(terminal),
        };
        verb.Examples =
        [
            ("chancery audit find --who ada", "what ada did and saw, newest first"),
            ("chancery audit export > audit.csv", "all of it"),
            ("chancery audit verify", "whether the chain is whole"),
        ];
        return verb;
    }

    private static Verb CreateFind(Terminal terminal)
    {
        var who = new Option<string?>("--who") { Description = "Only this person.", HelpName = "NAME" };
        var act = new Option<string?>("--act") { Description = "Only acts that begin so, as view or search.", HelpName = "ACT" };
        var message = new Option<string?>("--message") { Description = "Only this message.", HelpName = "ID" };
        var limit = new Option<int?>("--limit") { Description = $"How many lines (default {Usual}).", HelpName = "N" };
        var json = SharedOptions.Json("JSON Lines: one object a line.");
        var store = SharedOptions.Store();
        var verb = new Verb("find", "Show lines of the audit trail, newest first.") { who, act, message, limit, json, store };
        verb.Examples = [("chancery audit find --act quarantined", "what was closed, by whom and why")];
        verb.Exits = ", 1 nothing found";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            var query = new AuditQuery
            {
                Who = parsed.GetValue(who),
                Act = parsed.GetValue(act),
                Message = MessageOf(parsed.GetValue(message)),
                Limit = Math.Max(1, parsed.GetValue(limit) ?? Usual),
            };
            using var trail = door.OpenTrail(parsed);
            trail.Note(
                new AuditNote(
                    Reader.Owner.Name,
                    AuditActs.Audit,
                    query.Message,
                    Viewing.Line($"who {query.Who ?? "any"}, act {query.Act ?? "any"}")
                )
            );
            var entries = trail.Find(query);
            foreach (var entry in entries)
            {
                if (parsed.GetValue(json))
                {
                    JsonLine.Print(terminal, writer => AuditJson.Write(writer, entry));
                }
                else
                {
                    var at = entry.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
                    var line =
                        $"{entry.Sequence, 7} {at} {entry.Note.Who, -12} {entry.Note.Act, -16} {entry.Note.Message} {entry.Note.Detail}";
                    terminal.Print(MessageSheet.Clean(line.TrimEnd()) + "\n");
                }
            }
            return entries.Count > 0 ? ExitCodes.Done : ExitCodes.NotClean;
        });
        return verb;
    }

    private static Verb CreateExport(Terminal terminal)
    {
        var store = SharedOptions.Store();
        var verb = new Verb("export", "The whole audit trail as CSV, oldest first.") { store };
        verb.Examples = [("chancery audit export > audit.csv", "with the state of the chain on standard error")];
        verb.Exits = ", 1 the chain is broken";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            using var trail = door.OpenTrail(parsed);
            trail.Note(new AuditNote(Reader.Owner.Name, AuditActs.Audit, null, "export of all"));
            terminal.Print(AuditJson.CsvHead);
            foreach (var entry in trail.Find(new AuditQuery { Limit = int.MaxValue }).Reverse())
            {
                terminal.Print(AuditJson.Csv(entry));
            }
            return Tell(terminal, trail);
        });
        return verb;
    }

    private static Verb CreateVerify(Terminal terminal)
    {
        var store = SharedOptions.Store();
        var verb = new Verb("verify", "Whether the chain of the audit trail is whole.") { store };
        verb.Examples = [("chancery audit verify", "looks at every line")];
        verb.Exits = ", 1 broken";
        var door = new OfficeDoor(terminal, store, server: null);
        verb.SetAction(parsed =>
        {
            using var trail = door.OpenTrail(parsed);
            return Tell(terminal, trail);
        });
        return verb;
    }

    private static MessageId? MessageOf(string? named) =>
        named is null ? null
        : MessageId.TryParse(named, out var id) ? id
        : throw new RefusalException(ExitCodes.WrongUsage, $"'{MessageSheet.Clean(named)}' is no id: 'chancery find --json' shows ids.");

    private static int Tell(Terminal terminal, IAuditTrail trail)
    {
        var damage = trail.Verify(out var last);
        foreach (var sentence in damage)
        {
            terminal.Say(sentence);
        }
        if (damage.Count == 0)
        {
            terminal.Say(
                last is null ? "The audit trail is empty." : $"The audit trail is unbroken to line {Counts.Grouped(last.Sequence)}."
            );
        }
        return damage.Count == 0 ? ExitCodes.Done : ExitCodes.NotClean;
    }
}
