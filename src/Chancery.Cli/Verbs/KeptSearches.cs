using System.CommandLine;
using System.Text.Json;
using Chancery.Cli.Offices;
using Chancery.Cli.Output;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary>The options of <c>chancery find</c> that keep queries: a query is kept under a name, looked at again and told what is new in it.</summary>
internal sealed class KeptSearches(Terminal terminal)
{
    private readonly Option<string?> save = new("--save") { Description = "Keep the query under a name, and ask it.", HelpName = "NAME" };
    private readonly Option<bool> list = new("--saved") { Description = "Only list what is kept, with what is new in each." };
    private readonly Option<string?> open = new("--open") { Description = "Ask the query kept under a name.", HelpName = "NAME" };
    private readonly Option<string?> forget = new("--forget") { Description = "Keep a query no longer.", HelpName = "NAME" };

    /// <summary>Adds the options, and says where they do not go together.</summary>
    public void AddTo(Verb verb, Argument<string[]> query)
    {
        verb.Add(save);
        verb.Add(list);
        verb.Add(open);
        verb.Add(forget);
        verb.Validators.Add(result =>
        {
            var isAsked = result.GetResult(query) is { Tokens.Count: > 0 };
            var acts = new Option[] { list, open, forget }
                .Where(option => result.GetResult(option) is { Implicit: false })
                .ToList();
            if (acts.Count > 1 || (acts.Count == 1 && (isAsked || result.GetResult(save) is not null)))
            {
                result.AddError($"{acts[0].Name} stands alone: leave out the query and the other names.");
            }
            else if (acts.Count == 0 && !isAsked)
            {
                result.AddError("'chancery find' needs QUERY: words to find, or --saved, --open NAME or --forget NAME.");
            }
        });
    }

    /// <summary>The query to ask; null where only the list was wanted, with the exit code.</summary>
    public async Task<(string? Query, SearchSort? Sort, int Code)> Ask(
        ParseResult parsed,
        IOfficeAccess office,
        string typed,
        SearchSort sort,
        bool asJson,
        CancellationToken cancellation
    )
    {
        if (parsed.GetValue(list))
        {
            var saved = await office.Saved(cancellation);
            JsonLine.PrintOrLay(terminal, asJson, saved, saved, Lay);
            return (null, null, ExitCodes.Done);
        }
        if (parsed.GetValue(forget) is { } old)
        {
            return await office.Forget(old, cancellation) ? (null, null, ExitCodes.Done) : throw NotKept(old);
        }
        if (parsed.GetValue(open) is { } name)
        {
            var kept = await office.Look(name, cancellation) ?? throw NotKept(name);
            var fresh = kept.GetProperty("new").GetInt64();
            terminal.Say($"{MessageSheet.Clean(kept.GetProperty("q").GetString()!)}{(fresh == 0 ? "" : $", {New(fresh)}")}");
            return (kept.GetProperty("q").GetString(), SearchSorts.Of(kept.GetProperty("sort").GetString()), ExitCodes.Done);
        }
        if (parsed.GetValue(save) is { } under)
        {
            await office.Save(under, typed, sort, cancellation);
        }
        return (typed, sort, ExitCodes.Done);
    }

    private static RefusalException NotKept(string name) =>
        new(ExitCodes.NotClean, $"No search is kept as {MessageSheet.Clean(name)}: 'chancery find --saved' lists them.");

    private static string New(long fresh) => $"{Counts.Grouped(fresh)}{(fresh >= 1000 ? " or more" : "")} new";

    private static string Lay(JsonElement saved, int width, bool colour)
    {
        var sheet = new Sheet(width, colour);
        foreach (var search in saved.EnumerateArray())
        {
            var fresh = search.GetProperty("new").GetInt64();
            sheet.Between(
                $"{MessageSheet.Clean(search.GetProperty("name").GetString()!)}  {MessageSheet.Clean(search.GetProperty("q").GetString()!)}",
                Ink.Plain,
                fresh == 0 ? "" : New(fresh),
                Ink.Strong
            );
        }
        if (saved.GetArrayLength() == 0)
        {
            sheet.Text("No search is kept.");
        }
        return sheet.ToString();
    }
}
