using System.CommandLine;
using System.CommandLine.Parsing;
using Chancery.Cli.Output;
using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary>Arguments and options that several verbs have, spelled the same everywhere.</summary>
internal static class SharedOptions
{
    public static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "A file, a folder, an archive (tar, tar.gz), or '-' for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(result =>
        {
            // What looks like an option and is no file is a mistyped option.
            var options = (result.Parent as CommandResult)?.Command.Options.Select(option => option.Name) ?? [];
            foreach (var given in result.Tokens.Select(token => token.Value))
            {
                if (given.Length > 1 && given[0] == '-' && !Path.Exists(given))
                {
                    var near = NearestWord.Of(given, options) is { } name ? $"; did you mean '{name}'?" : " and no file of that name.";
                    result.AddError($"'{given}' is no option here{near}");
                }
                else if (given.Length == 0)
                {
                    result.AddError("A PATH is empty: name a file, a folder or '-'.");
                }
            }
        });
        return paths;
    }

    /// <summary>For an argument of which no value begins with a dash: what does is a mistyped option.</summary>
    public static void NoOptions(ArgumentResult result) => NoOptions(result, "-");

    /// <summary>For the words of a query, where one dash says without.</summary>
    public static void NoLongOptions(ArgumentResult result) => NoOptions(result, "--");

    private static void NoOptions(ArgumentResult result, string dash)
    {
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith(dash, StringComparison.Ordinal)) is { } option)
        {
            var options = (result.Parent as CommandResult)?.Command.Options.Select(one => one.Name) ?? [];
            var near = NearestWord.Of(option.Value, options) is { } name ? $"; did you mean '{name}'?" : ".";
            result.AddError($"'{option.Value}' is no option here{near}");
        }
    }

    public static Option<bool> Json(string description = "Show JSON, for programs.") => new("--json") { Description = description };

    public static Option<string?> Store() =>
        new("--store") { Description = "The folder of the store (default: $CHANCERY_STORE, else your data folder).", HelpName = "DIR" };

    public static Option<string?> Server() =>
        new("--server")
        {
            Description = "Ask the server at this address instead (default: $CHANCERY_SERVER), with the token in $CHANCERY_TOKEN.",
            HelpName = "URL",
        };

    /// <summary>The message that a verb is about.</summary>
    public static Argument<string[]> Message()
    {
        var which = new Argument<string[]>("ID|MRN")
        {
            Description = "The id that find shows, or the number of a message in any spelling.",
            Arity = ArgumentArity.OneOrMore,
        };
        which.Validators.Add(NoOptions);
        return which;
    }

    /// <summary>Says that the message asked for is not there.</summary>
    public static void SayNotOnFile(Terminal terminal, string asked) =>
        terminal.Say($"No message {MessageSheet.Clean(asked)} is on file: look for it with 'chancery find'.");

    public static Option<string?> Reason() =>
        new("--reason") { Description = "Why; NODIS, EXDIS and SPECAT are shown only for a reason.", HelpName = "TEXT" };

    /// <summary>An option that names a level.</summary>
    public static Option<string?> Level(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "LEVEL" };
        option.Validators.Add(result =>
        {
            var given = result.Tokens is [var token, ..] ? token.Value : "";
            if (!Levels.TryParse(given, out _))
            {
                var names = Levels.All.ToArray().Select(level => level.Name());
                result.AddError($"'{given}' is no level; the levels are {string.Join(", ", names)}.");
            }
        });
        return option;
    }

    /// <summary>An option whose value is one of a few words, in any case.</summary>
    public static Option<string?> OneOf(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = $"{description}: {string.Join(", ", words)}.", HelpName = "WORD" };
        option.Validators.Add(result =>
        {
            var given = result.Tokens is [var token, ..] ? token.Value : "";
            if (!words.Contains(given, StringComparer.OrdinalIgnoreCase))
            {
                var near = NearestWord.Of(given, words) is { } word ? $"; did you mean '{word}'?" : ".";
                result.AddError($"'{given}' is nothing {name} can be ({string.Join(", ", words)}){near}");
            }
        });
        return option;
    }
}
