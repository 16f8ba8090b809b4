using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Chancery.Cli;

/// <summary>The library's help page with examples and exit codes below.</summary>
internal sealed class HelpPage(HelpAction page, IReadOnlyList<(string Line, string Does)> rootExamples) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var code = page.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var verb = command as Verb;
        var examples = verb?.Examples ?? (command is RootCommand ? rootExamples : []);
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.Count > 0)
        {
            output.WriteLine("Examples:");
            var width = examples.Max(example => example.Line.Length);
            foreach (var (line, does) in examples)
            {
                output.WriteLine($"  {line.PadRight(width)}  {does}");
            }
            output.WriteLine();
        }
        if (verb is not null || command is RootCommand)
        {
            output.WriteLine($"Exit code: 0 done{verb?.Exits ?? ""}, 2 wrong usage, 3 something could not be read or reached, 4 refused.");
        }
        return code;
    }
}
