using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Chancery.Cli.Verbs;
using Chancery.Office;

namespace Chancery.Cli;

/// <summary>The program: finds the verb, runs it, and turns whatever goes wrong into one sentence and an exit code.</summary>
internal static class Tool
{
    private const string Name = "chancery";

    private static readonly (string Line, string Does)[] Examples =
    [
        ("chancery read message.txt", "show what a message says"),
        ("chancery check --outgoing draft.txt", "what must be mended before it is sent"),
        ("chancery import archive.tar.gz", "file a collection into your store"),
        ("chancery find subject:fuel after:2008", "find among what is filed"),
        ("chancery demo", "try the desk with invented traffic"),
    ];

    /// <summary>What can be typed, in the order of the help.</summary>
    private static readonly (string Name, Func<Terminal, Command> Create)[] Verbs =
    [
        ("read", ReadVerb.Create),
        ("check", CheckVerb.Create),
        ("import", ImportVerb.Create),
        ("find", FindVerb.Create),
        ("show", ShowVerb.Create),
        ("refs", RefsVerb.Create),
        ("gaps", GapsVerb.Create),
        ("export", ExportVerb.Create),
        ("stats", StatsVerb.Create),
        ("send", SendVerb.Create),
        ("queue", QueueVerbs.Create),
        ("circuit", CircuitVerbs.Create),
        ("trace", TraceVerb.Create),
        ("why", WhyVerb.Create),
        ("backup", BackupVerb.Create),
        ("route", RouteVerbs.Create),
        ("office", OfficeVerbs.Create),
        ("serve", ServeVerbs.CreateServe),
        ("demo", ServeVerbs.CreateDemo),
        ("user", UserVerbs.Create),
        ("audit", AuditVerbs.Create),
        ("quarantine", QuarantineVerb.Create),
        ("exercise", ExerciseVerb.Create),
        ("verify", VerifyVerb.Create),
        ("rebuild", RebuildVerb.Create),
    ];

    public static async Task<int> Run(string[] args, Terminal terminal)
    {
        var root = Build(args.FirstOrDefault(), terminal);
        var parsed = root.Parse(
            args is ["find", ..] ? QueryWords.SpellOutNot(args) : args,
            new ParserConfiguration { ResponseFileTokenReplacer = null }
        );
        using var output = new StreamWriter(terminal.Out, bufferSize: 4096, leaveOpen: true);
        try
        {
            if (args.Length == 0)
            {
                parsed = root.Parse("--help");
            }
            else if (parsed.Errors.Count > 0 && parsed.Action is not HelpPage)
            {
                terminal.Say(UsageSentence(parsed));
                return ExitCodes.WrongUsage;
            }
            var run = new InvocationConfiguration
            {
                Output = output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            var code = await parsed.InvokeAsync(run);
            output.Flush();
            return code;
        }
        catch (OutputClosedException)
        {
            return ExitCodes.Done;
        }
        catch (RefusalException refusal)
        {
            if (refusal.Detail is { } detail)
            {
                terminal.Say(detail);
            }
            terminal.Say(refusal.Message);
            return refusal.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception exception)
        {
            return Troubles.Tell(terminal, exception);
        }
    }

    private static RootCommand Build(string? first, Terminal terminal)
    {
        var root = new RootCommand("The record-message system of an office: read, check, file, find and show record messages.");
        foreach (var (_, create) in Needed(first))
        {
            root.Add(create(terminal));
        }
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Description = "Show what can be typed, with examples.";
                    help.Action = new HelpPage((HelpAction)help.Action!, Examples);
                    break;
                case VersionOption version:
                    version.Description = "Show the version.";
                    break;
            }
        }
        return root;
    }

    /// <summary>The verbs to make ready: they cost more than many a run of the one that was typed.</summary>
    private static ReadOnlySpan<(string Name, Func<Terminal, Command> Create)> Needed(string? first)
    {
        var typed = Array.FindIndex(Verbs, verb => verb.Name == first);
        return typed >= 0 ? Verbs.AsSpan(typed, 1)
            : first == "--version" ? []
            : Verbs;
    }

    private static string UsageSentence(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var line = string.Join(' ', Path(parsed.CommandResult));
        var help = $"'{line} --help' shows what can be typed.";
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            var isOption = unknown.StartsWith('-');
            var candidates = isOption
                ? command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(o => o.Recursive)).Select(option => option.Name)
                : command.Subcommands.Select(verb => verb.Name);
            var what =
                isOption ? "option"
                : command.Subcommands.Count > 0 ? "verb"
                : "argument";
            var near = NearestWord.Of(unknown, candidates) is { } name ? $"; did you mean '{name}'?" : ";";
            return $"'{unknown}' is no {what} of {line}{near} {help}";
        }
        if (command.Subcommands.Count > 0)
        {
            return $"'{line}' needs one of these behind it: {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}; {help}";
        }
        var missing = parsed
            .CommandResult.Children.OfType<ArgumentResult>()
            .FirstOrDefault(a => a.Tokens.Count == 0 && a.Argument.Arity.MinimumNumberOfValues > 0);
        return missing is not null
            ? $"'{line}' needs {missing.Argument.Name}: {LowerFirst(missing.Argument.Description!.TrimEnd('.'))}; {help}"
            : $"{Sentence(parsed.Errors[0])} {help}";
    }

    /// <summary>The library's sentence; in ours where it speaks of types of the program.</summary>
    private static string Sentence(ParseError error) =>
        error.Message.StartsWith("Cannot parse", StringComparison.Ordinal) && error.SymbolResult is { Tokens: [.., var given] } result
            ? result switch
            {
                ArgumentResult { Argument: { HasDefaultValue: false } argument } when argument.Name.Length > 0 =>
                    $"'{given.Value}' is no {argument.Name}: {LowerFirst(argument.Description?.TrimEnd('.') ?? "a number")};",
                _ => $"'{given.Value}' is no number.",
            }
            : error.Message;

    private static IEnumerable<string> Path(CommandResult result)
    {
        var names = new Stack<string>();
        for (var at = result; at is not null; at = at.Parent as CommandResult)
        {
            names.Push(at.Command is RootCommand ? Name : at.Command.Name);
        }
        return names;
    }

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
