using System.CommandLine;
using System.Text;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery show</c>: one filed message.</summary>
internal static class ShowVerb
{
    public static Verb Create(Terminal terminal)
    {
        var which = SharedOptions.Message();
        var raw = new Option<bool>("--raw") { Description = "The bytes as they came." };
        var reason = SharedOptions.Reason();
        var json = SharedOptions.Json("JSON: everything that was read.");
        var store = SharedOptions.Store();
        var server = SharedOptions.Server();
        var verb = new Verb("show", "Show a filed message.") { which, raw, reason, json, store, server };
        verb.Examples =
        [
            ("chancery show 26 northport 412", "by its number"),
            ("chancery show --raw 26NORTHPORT412", "its bytes"),
            ("chancery show 0199c3f2-8d41-7a55-b0c2-5f6e1d2c3b4a", "by its id"),
        ];
        verb.Exits = ", 1 not on file";
        var door = new OfficeDoor(terminal, store, server);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var asked = string.Join(' ', parsed.GetValue(which)!);
                await using var office = await door.Open(parsed, make: false, cancellation);
                return await Show(
                    terminal,
                    office,
                    asked,
                    parsed.GetValue(reason),
                    parsed.GetValue(raw),
                    parsed.GetValue(json),
                    cancellation
                );
            }
        );
        return verb;
    }

    private static async Task<int> Show(
        Terminal terminal,
        IOfficeAccess office,
        string asked,
        string? reason,
        bool raw,
        bool json,
        CancellationToken cancellation
    )
    {
        var ids = MessageId.TryParse(asked, out _) ? [asked] : await office.ByNumber(asked, cancellation);
        if (ids.Count == 0 || await office.Raw(ids[0], reason, cancellation) is not { } bytes)
        {
            SharedOptions.SayNotOnFile(terminal, asked);
            return ExitCodes.NotClean;
        }
        if (ids.Count > 1)
        {
            terminal.Say(
                $"{Counts.Grouped(ids.Count)} messages bear this number; this is the newest. The others: {string.Join(", ", ids.Skip(1))}"
            );
        }
        if (raw)
        {
            terminal.Out.Write(bytes.Span);
        }
        else if (json)
        {
            var message = await office.Open(ids[0], reason, cancellation);
            JsonLine.Print(terminal, writer => message!.Value.WriteTo(writer));
        }
        else
        {
            var sheet = new Sheet(terminal.Width, terminal.Colour);
            MessageSheet.Write(sheet, new MessageReader().Read(bytes));
            sheet.Put($"{ids[0]}", Ink.Faint).Line();
            terminal.Out.Write(Encoding.UTF8.GetBytes(sheet.ToString()));
        }
        return ExitCodes.Done;
    }
}
