using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery refs</c>: what a filed message refers to, and what refers to it.</summary>
internal static class RefsVerb
{
    public static Verb Create(Terminal terminal)
    {
        var which = SharedOptions.Message();
        var reason = SharedOptions.Reason();
        var json = SharedOptions.Json();
        var store = SharedOptions.Store();
        var server = SharedOptions.Server();
        var verb = new Verb("refs", "Show what a filed message refers to, what refers to it, and others under its number.")
        {
            which,
            reason,
            json,
            store,
            server,
        };
        verb.Examples =
        [
            ("chancery refs 26 northport 412", "by its number"),
            ("chancery show reftel of northport 412", "the message it refers to"),
        ];
        verb.Exits = ", 1 not on file";
        var door = new OfficeDoor(terminal, store, server);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var asked = string.Join(' ', parsed.GetValue(which)!);
                await using var office = await door.Open(parsed, make: false, cancellation);
                var ids = MessageId.TryParse(asked, out _) ? [asked] : await office.ByNumber(asked, cancellation);
                if (ids.Count == 0 || await office.References(ids[0], parsed.GetValue(reason), cancellation) is not { } references)
                {
                    SharedOptions.SayNotOnFile(terminal, asked);
                    return ExitCodes.NotClean;
                }
                JsonLine.PrintOrLay(terminal, parsed.GetValue(json), references, references, Lay);
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string Lay(JsonElement references, int width, bool colour)
    {
        var sheet = new Sheet(width, colour).Field("Message", QueueVerbs.Text(references, "number"), Ink.Strong);
        sheet.Field("Cite as", QueueVerbs.Text(references, "citeAs"));
        var cites = references.GetProperty("cites").EnumerateArray().ToList();
        sheet.Field("Refers to", cites.Count == 0 ? ["nothing"] : cites.SelectMany(Cited));
        sheet.Field("Same number", Rows(references, "copies"));
        var by = Rows(references, "citedBy").ToList();
        sheet.Field("Cited by", by.Count == 0 ? ["nothing on file"] : by);
        if (references.GetProperty("more").GetBoolean())
        {
            sheet.Text("More messages refer to it: 'chancery find cites:…' lists all.");
        }
        return sheet.ToString();
    }

    private static IEnumerable<string> Cited(JsonElement cited)
    {
        var label = QueueVerbs.Text(cited, "label") is { Length: > 0 } letter ? $"{letter}. " : "";
        var words =
            label + MessageSheet.Clean(QueueVerbs.Text(cited, "number") is { Length: > 0 } number ? number : QueueVerbs.Text(cited, "raw"));
        var onFile = Rows(cited, "onFile").ToList();
        if (onFile.Count > 0)
        {
            return onFile.Select(row => label + row);
        }
        var (after, before) = (QueueVerbs.Text(cited, "after"), QueueVerbs.Text(cited, "before"));
        return
        [
            !cited.GetProperty("lookedFor").GetBoolean()
                ? words
                : $"{words}, not on file{(after.Length > 0 ? $", after {after}" : "")}{(before.Length > 0 ? $", before {before}" : "")}",
        ];
    }

    private static IEnumerable<string> Rows(JsonElement at, string name) =>
        at.GetProperty(name).EnumerateArray().Select(row => RowSheet.Line(row));
}
