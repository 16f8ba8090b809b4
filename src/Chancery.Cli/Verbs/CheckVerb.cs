using System.CommandLine;
using Chancery.Cli.Checking;
using Chancery.Messages;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery check</c>: what is wrong with messages, like a compiler says it.</summary>
internal static class CheckVerb
{
    private static readonly Profile[] Profiles =
    [
        Profile.State,
        Profile.Acp127Us,
        Profile.Acp127,
        Profile.Acp127N,
        Profile.Acp128,
        Profile.Reading,
    ];

    public static Verb Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        var profile = SharedOptions.OneOf("--profile", "The form that the messages must have", [.. Profiles.Select(p => p.Name())]);
        var outgoing = new Option<bool>("--outgoing") { Description = "Judge as before sending: more is an error." };
        var json = SharedOptions.Json("JSON Lines: one object a message, with its findings.");
        var format = SharedOptions.OneOf("--format", "How to show findings", "text", "json", "sarif");
        var fix = new Option<bool>("--fix")
        {
            Description = "Apply the safe fixes and write NAME.fixed.EXT beside each file; say what is left.",
        };
        var inPlace = new Option<bool>("--in-place")
        {
            Description = "With --fix: write the file itself and keep it as NAME.original.EXT.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show as a unified diff what --fix would change; write nothing." };
        var verb = new Verb("check", "Say what is wrong with messages, as 'file:line:column: severity ID: text'.")
        {
            paths,
            profile,
            outgoing,
            json,
            format,
            fix,
            inPlace,
            dryRun,
        };
        verb.Examples =
        [
            ("chancery check message.txt", "as received"),
            ("chancery check --outgoing draft.txt", "before it is sent"),
            ("chancery check --dry-run message.txt", "what --fix would change"),
            ("chancery check --format sarif traffic/", "for editors and code hosts"),
        ];
        verb.Exits = ", 1 an error was found";
        verb.Validators.Add(result =>
        {
            var writes = result.GetValue(fix) || result.GetValue(inPlace);
            if (result.GetValue(inPlace) && !result.GetValue(fix))
            {
                result.AddError("--in-place goes with --fix.");
            }
            else if (writes && result.GetValue(dryRun))
            {
                result.AddError("--dry-run writes nothing: leave --fix out.");
            }
            else if (writes && result.GetValue(paths)?.Contains("-") == true)
            {
                result.AddError("--fix writes beside a file: name files, not '-', or use --dry-run.");
            }
        });
        verb.SetAction(
            (parsed, cancellation) =>
            {
                var asked = parsed.GetValue(profile);
                var run = new CheckRun(terminal, ReaderOptions.Default with { Outgoing = parsed.GetValue(outgoing) })
                {
                    Profile = asked is null ? null : Profiles.First(p => p.Name().Equals(asked, StringComparison.OrdinalIgnoreCase)),
                    Form =
                        parsed.GetValue(dryRun) ? CheckForm.Diff
                        : parsed.GetValue(json) ? CheckForm.Json
                        : Form(parsed.GetValue(format)),
                    Writing =
                        parsed.GetValue(inPlace) ? FixWriting.InPlace
                        : parsed.GetValue(fix) ? FixWriting.Beside
                        : FixWriting.None,
                };
                return Task.FromResult(run.Run(parsed.GetValue(paths)!, cancellation));
            }
        );
        return verb;
    }

    private static CheckForm Form(string? format) =>
        format?.ToLowerInvariant() switch
        {
            "json" => CheckForm.Json,
            "sarif" => CheckForm.Sarif,
            _ => CheckForm.Text,
        };
}
