using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Output;
using Chancery.Exercise;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery exercise</c>: invented traffic with known truth.</summary>
internal static class ExerciseVerb
{
    public static Verb Create(Terminal terminal)
    {
        var seed = new Option<ulong?>("--seed") { Description = "The same seed gives the same bytes (default 1).", HelpName = "N" };
        var count = new Option<int?>("--count") { Description = "How many messages (default 1000).", HelpName = "N" };
        var from = new Option<string?>("--from") { Description = "The first day, as 2026-01-31.", HelpName = "DATE" };
        var days = new Option<int?>("--days") { Description = "Over how many days (default 28).", HelpName = "N" };
        var damage = new Option<double?>("--damage")
        {
            Description = "The share that arrives damaged, 0 to 1 (default 0).",
            HelpName = "SHARE",
        };
        var folder = new Option<string?>("--out")
        {
            Description = "A folder for one file a message; without it all messages go to standard output.",
            HelpName = "DIR",
        };
        var truth = new Option<string?>("--truth")
        {
            Description = "A file for what each message truly says, as JSON Lines.",
            HelpName = "FILE",
        };
        var verb = new Verb("exercise", "Make invented traffic: posts, messages of all kinds, references, replies, garbles.")
        {
            seed,
            count,
            from,
            days,
            damage,
            folder,
            truth,
        };
        verb.Examples =
        [
            ("chancery exercise --seed 7 --count 1000 --out traffic/", "a folder of messages"),
            ("chancery exercise --damage 0.1 --truth truth.jsonl --out t/", "with the truth beside"),
            ("chancery exercise --count 5 | chancery read -", "just to look"),
        ];
        count.Validators.Add(result =>
            Require(result, int.TryParse(Given(result), CultureInfo.InvariantCulture, out var n) && n >= 0, "a number from 0")
        );
        days.Validators.Add(result =>
            Require(result, int.TryParse(Given(result), CultureInfo.InvariantCulture, out var n) && n >= 1, "a number from 1")
        );
        seed.Validators.Add(result =>
            Require(result, ulong.TryParse(Given(result), CultureInfo.InvariantCulture, out _), "a number from 0")
        );
        from.Validators.Add(result => Require(result, TryDay(Given(result), out _), "a day, written like 2026-01-31"));
        damage.Validators.Add(result =>
            Require(
                result,
                double.TryParse(Given(result), CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1,
                "a share from 0 to 1"
            )
        );
        verb.SetAction(
            (parsed, cancellation) =>
            {
                var usual = new ExerciseOptions();
                var options = usual with
                {
                    Seed = parsed.GetValue(seed) ?? usual.Seed,
                    Count = parsed.GetValue(count) ?? usual.Count,
                    From = TryDay(parsed.GetValue(from), out var day) ? day : usual.From,
                    Days = parsed.GetValue(days) ?? usual.Days,
                    Damage = parsed.GetValue(damage) ?? usual.Damage,
                };
                return Task.FromResult(Run(terminal, options, parsed.GetValue(folder), parsed.GetValue(truth), cancellation));
            }
        );
        return verb;
    }

    private static int Run(Terminal terminal, ExerciseOptions options, string? folder, string? truth, CancellationToken cancellation)
    {
        var begun = terminal.Clock.GetTimestamp();
        if (folder is null)
        {
            foreach (var message in ExerciseTraffic.Generate(options))
            {
                cancellation.ThrowIfCancellationRequested();
                terminal.Out.Write(message.Bytes);
            }
        }
        if (folder is not null || truth is not null)
        {
            var (messages, bytes) = ExerciseFolder.Write(options, folder, truth, cancellation: cancellation);
            terminal.Say(
                $"{Counts.Of(messages, "message")}, {Counts.Bytes(bytes)} in {Counts.Time(terminal.Clock.GetElapsedTime(begun))}."
            );
        }
        return ExitCodes.Done;
    }

    private static bool TryDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static string? Given(System.CommandLine.Parsing.OptionResult result) => result.Tokens is [var token, ..] ? token.Value : null;

    private static void Require(System.CommandLine.Parsing.OptionResult result, bool isRight, string what)
    {
        if (result.Tokens.Count > 0 && !isRight)
        {
            result.AddError($"'{Given(result)}' cannot be {result.Option.Name}: it needs {what}.");
        }
    }
}
