using System.CommandLine;
using Chancery.Cli.Offices;
using Chancery.Cli.Reading;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery send</c>: traffic into the running office; ends when it is accepted.</summary>
internal static class SendVerb
{
    public static Verb Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        var office = new RunningOfficeDoor(terminal);
        var verb = new Verb("send", "Send messages as traffic; waits for acceptance and prints their ids.")
        {
            paths,
            office.Store,
            office.Server,
        };
        verb.Examples = [("chancery send out.txt", "one file"), ("some-program | chancery send -", "a stream")];
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var served = await office.Open(parsed, cancellation);
                var code = ExitCodes.Done;
                foreach (var input in Inputs.Walk(terminal, parsed.GetValue(paths)!, cancellation))
                {
                    if (input.Problem is { } problem)
                    {
                        terminal.Say(problem);
                        code = ExitCodes.NotReached;
                        continue;
                    }
                    var answer = await served.Submit(input.Bytes, cancellation);
                    foreach (var accepted in answer.GetProperty("accepted").EnumerateArray())
                    {
                        terminal.Print(accepted.GetProperty("id").GetString() + "\n");
                    }
                }
                return code;
            }
        );
        return verb;
    }
}
