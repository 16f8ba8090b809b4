using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery gaps</c>: which numbers of a post are not on file.</summary>
internal static class GapsVerb
{
    public static Verb Create(Terminal terminal)
    {
        var post = new Argument<string[]>("POST")
        {
            Description = "A post as its numbers name it; without one all posts, each in a line.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        post.Validators.Add(SharedOptions.NoOptions);
        var year = new Option<int?>("--year") { Description = "Only this year, as 2026 or 26.", HelpName = "YEAR" };
        year.Validators.Add(result =>
        {
            if (
                result.Tokens is not [{ Value: { Length: 2 or 4 } given }]
                || !int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            )
            {
                result.AddError("--year needs a year, as 2026 or 26.");
            }
        });
        var json = SharedOptions.Json();
        var store = SharedOptions.Store();
        var server = SharedOptions.Server();
        var verb = new Verb("gaps", "List the numbers of posts that are not on file, by year.") { post, year, json, store, server };
        verb.Examples = [("chancery gaps", "how many are missing of each post"), ("chancery gaps northport --year 2026", "which")];
        verb.Exits = ", 1 nothing missing";
        var door = new OfficeDoor(terminal, store, server);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                await using var office = await door.Open(parsed, make: false, cancellation);
                var named = string.Join(' ', parsed.GetValue(post) ?? []);
                var answer = await office.Gaps(named.Length == 0 ? null : named, parsed.GetValue(year), cancellation);
                var series = answer.GetProperty("series").EnumerateArray().ToList();
                if (parsed.GetValue(json))
                {
                    JsonLine.Print(terminal, writer => answer.WriteTo(writer));
                }
                else
                {
                    terminal.Print(string.Concat(series.Select(one => Lay(one, isWhole: named.Length > 0))));
                }
                if (series.Exists(one => one.GetProperty("missing").GetInt64() > 0))
                {
                    return ExitCodes.Done;
                }
                terminal.Say(series.Count == 0 ? "No message with such a number is on file." : "Nothing is missing.");
                return ExitCodes.NotClean;
            }
        );
        return verb;
    }

    private static string Lay(JsonElement series, bool isWhole)
    {
        var lines = new StringBuilder();
        var (first, last) = (Number(series, "first"), Number(series, "last"));
        lines.Append(
            CultureInfo.InvariantCulture,
            $"{QueueVerbs.Text(series, "post"), -16} {Number(series, "year")}  {first}-{last}: {Counts.Grouped(Number(series, "held"))} on file, {Counts.Grouped(Number(series, "missing"))} missing\n"
        );
        if (isWhole)
        {
            foreach (var gap in series.GetProperty("gaps").EnumerateArray())
            {
                var (from, to) = (Number(gap, "first"), Number(gap, "last"));
                var numbers = from == to ? $"{from}" : $"{from}-{to}";
                var reason = QueueVerbs.Text(gap, "reason") is { Length: > 0 } known ? $"  {known}" : "";
                lines.Append(
                    CultureInfo.InvariantCulture,
                    $"  {numbers, -16} {Counts.Grouped(to - from + 1), 8}  {QueueVerbs.Text(gap, "after")} to {QueueVerbs.Text(gap, "before")}{reason}\n"
                );
            }
        }
        return lines.ToString();
    }

    private static long Number(JsonElement at, string name) => at.GetProperty(name).GetInt64();
}
