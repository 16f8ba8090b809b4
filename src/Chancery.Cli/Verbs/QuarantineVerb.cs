using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery quarantine</c>: closes a message to all but the security officers, shows who saw it, opens or destroys it by two persons.</summary>
internal static class QuarantineVerb
{
    public static Verb Create(Terminal terminal)
    {
        var which = new Argument<string>("ID") { Description = "The id that 'find --json' shows." };
        var reason = new Option<string?>("--reason") { Description = "Why; it stands in the audit trail.", HelpName = "TEXT" };
        var release = new Option<bool>("--release") { Description = "Propose to open it again, or agree to another's proposal." };
        var destroy = new Option<bool>("--destroy") { Description = "Propose to destroy it, or agree to another's proposal." };
        var exposure = new Option<bool>("--exposure") { Description = "Only show who saw it or was sent it, as CSV." };
        var notice = new Option<bool>("--notice") { Description = "Only show a draft of the notice to the originator." };
        var store = SharedOptions.Store();
        var server = SharedOptions.Server();
        var verb = new Verb("quarantine", "Close a message that must not be here to all but security officers.")
        {
            which,
            reason,
            release,
            destroy,
            exposure,
            notice,
            store,
            server,
        };
        verb.Examples =
        [
            ("chancery quarantine 0199c3f2-8d41-7a55-b0c2-5f6e1d2c3b4a --reason misrouted", "at once, for everybody"),
            ("chancery quarantine 0199c3f2-8d41-7a55-b0c2-5f6e1d2c3b4a --exposure > seen.csv", "who opened or received it"),
            ("chancery quarantine 0199c3f2-8d41-7a55-b0c2-5f6e1d2c3b4a --release --reason cleared", "two security officers open it"),
        ];
        verb.Exits = ", 1 not on file";
        var door = new OfficeDoor(terminal, store, server);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var id = parsed.GetValue(which)!;
                await using var office = await door.Open(parsed, make: false, cancellation);
                if (parsed.GetValue(exposure) || parsed.GetValue(notice))
                {
                    var spill = await office.Spill(id, cancellation);
                    terminal.Print(parsed.GetValue(exposure) ? spill.Csv : spill.Notice);
                    return ExitCodes.Done;
                }
                var act =
                    parsed.GetValue(release) ? "release"
                    : parsed.GetValue(destroy) ? "destroy"
                    : "quarantine";
                if (string.IsNullOrWhiteSpace(parsed.GetValue(reason)))
                {
                    throw new RefusalException(ExitCodes.WrongUsage, "Say why with --reason: it stands in the audit trail.");
                }
                terminal.Say(
                    await office.Close(id, act, parsed.GetValue(reason)!, cancellation) switch
                    {
                        "released" => "It is open again to those who may read it.",
                        "destroyed" => "It is destroyed: a stub and the lines of journal and audit trail are left.",
                        "proposed" => "Proposed: a second security officer must agree.",
                        _ => Closed(id, (await office.Spill(id, cancellation)).Copies),
                    }
                );
                return ExitCodes.Done;
            }
        );
        return verb;
    }

    private static string Closed(string id, int copies)
    {
        var with =
            copies == 0 ? ""
            : copies == 1 ? ", with a copy of it"
            : string.Create(CultureInfo.InvariantCulture, $", with {copies} copies of it");
        return $"Closed{with}. Who saw it: 'chancery quarantine {MessageSheet.Clean(id)} --exposure'.";
    }
}
