using System.CommandLine;
using System.Globalization;
using System.Text;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery find</c>: messages by what they say.</summary>
internal static class FindVerb
{
    private const int Usual = 50;

    /// <summary>Rows asked for at a time: what a server gives at most.</summary>
    private const int PageSize = 1000;

    public static Verb Create(Terminal terminal)
    {
        var query = new Argument<string[]>("QUERY")
        {
            Description = "Words, \"phrases\", from: to: tag: subject: after: before: level: mrn: and more, OR, NOT.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        query.Validators.Add(SharedOptions.NoLongOptions);
        var count = new Option<bool>("--count") { Description = "Only how many there are." };
        var limit = new Option<int?>("--limit") { Description = $"How many to show (default {Usual}).", HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (
                !int.TryParse(result.Tokens is [var token, ..] ? token.Value : "", CultureInfo.InvariantCulture, out var given)
                || given < 1
            )
            {
                result.AddError("--limit needs a number from 1.");
            }
        });
        var sort = SharedOptions.OneOf("--sort", "The order", "date", "filed", "relevance");
        var full = new Option<bool>("--full") { Description = "With --json: the whole reading of each message, not its row." };
        var json = SharedOptions.Json("JSON Lines: one object a message.");
        var store = SharedOptions.Store();
        var server = SharedOptions.Server();
        var verb = new Verb("find", "Find filed messages, newest first.") { query, count, limit, sort, full, json, store, server };
        var kept = new KeptSearches(terminal);
        kept.AddTo(verb, query);
        verb.Examples =
        [
            ("chancery find fuel northport", "both words"),
            ("chancery find '\"mutual assistance\"' after:2008-09", "a phrase, since a month"),
            ("chancery find from:northport tag:military -visa", "fields; without a word"),
            ("chancery find --count level:secret", "how many"),
            ("chancery find --save fuel subject:fuel", "keep the query; --open fuel asks it again, --saved tells what is new"),
        ];
        verb.Exits = ", 1 nothing found";
        var door = new OfficeDoor(terminal, store, server);
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var typed = string.Join(' ', parsed.GetValue(query) ?? []);
                var order = SearchSorts.Of(parsed.GetValue(sort)?.ToLowerInvariant());
                QueryTrouble.Check(typed, terminal.Clock);
                await using var office = await door.Open(parsed, make: false, cancellation);
                var (asked, keptOrder, code) = await kept.Ask(
                    parsed,
                    office,
                    typed,
                    order ?? SearchSort.Date,
                    parsed.GetValue(json),
                    cancellation
                );
                if (asked is null)
                {
                    return code;
                }
                var request = new Request(
                    asked,
                    keptOrder ?? SearchSort.Date,
                    parsed.GetValue(limit) ?? Usual,
                    parsed.GetValue(full) && parsed.GetValue(json),
                    parsed.GetValue(json)
                );
                return parsed.GetValue(count)
                    ? await Count(terminal, office, request, cancellation)
                    : await List(terminal, office, request, cancellation);
            }
        );
        return verb;
    }

    private static async Task<int> Count(Terminal terminal, IOfficeAccess office, Request request, CancellationToken cancellation)
    {
        var page = await office.Find(request.Query, request.Sort, before: null, limit: 1, full: false, cancellation);
        if (request.Json)
        {
            JsonLine.Print(
                terminal,
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("count", page.Count);
                    writer.WriteBoolean("exact", page.Exact);
                    writer.WriteEndObject();
                }
            );
        }
        else
        {
            terminal.Print(page.Count.ToString(CultureInfo.InvariantCulture) + "\n");
            if (!page.Exact)
            {
                terminal.Say("There are more: counting stops there.");
            }
        }
        return page.Count > 0 ? ExitCodes.Done : ExitCodes.NotClean;
    }

    private static async Task<int> List(Terminal terminal, IOfficeAccess office, Request request, CancellationToken cancellation)
    {
        var begun = terminal.Clock.GetTimestamp();
        var shown = 0;
        string? before = null;
        FoundPage page;
        do
        {
            page = await office.Find(
                request.Query,
                request.Sort,
                before,
                Math.Min(PageSize, request.Limit - shown),
                request.Full,
                cancellation
            );
            var text = new StringBuilder();
            foreach (var message in page.Messages)
            {
                if (request.Json)
                {
                    text.Append(message.GetRawText()).Append('\n');
                }
                else
                {
                    text.Append(RowSheet.Lay(message, terminal.Width, terminal.Colour));
                }
            }
            terminal.Print(text.ToString());
            shown += page.Messages.Count;
            before = page.Next;
        } while (before is not null && shown < request.Limit);
        if (shown == 0)
        {
            terminal.Say("Nothing found.");
            return ExitCodes.NotClean;
        }
        if (!request.Json)
        {
            var all = page.Exact ? Counts.Of(page.Count, "message") : $"more than {Counts.Of(page.Count, "message")}";
            var rest = before is null ? "" : $", {Counts.Grouped(shown)} shown (--limit N shows more)";
            terminal.Say($"{all} in {Counts.Time(terminal.Clock.GetElapsedTime(begun))}{rest}.");
        }
        return ExitCodes.Done;
    }

    private sealed record Request(string Query, SearchSort Sort, int Limit, bool Full, bool Json);
}
