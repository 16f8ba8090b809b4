using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Search: where is it? A query is posted, gets a word, and is answered under that word.</summary>
public sealed class SearchModel(Archive archive, Viewing viewing, Exporter exporter, QueryBook book, SavedSearches saved) : DeskPage
{
    private const int PageSize = 20;
    private const long CountUpTo = 1_000_000;

    /// <summary>The word of the query.</summary>
    public string? Qid { get; private set; }

    /// <summary>The query as typed.</summary>
    public string Query { get; private set; } = "";

    /// <summary>The order.</summary>
    public SearchSort Sort { get; private set; }

    /// <summary>The answer; null where nothing was asked.</summary>
    public FindAnswer? Answer { get; private set; }

    /// <summary>The word of this page; null on the first.</summary>
    public string? Before { get; private set; }

    /// <summary>The word of the next page; null on the last.</summary>
    public string? NextPage { get; private set; }

    /// <summary>The page's part of a row's address.</summary>
    public string PageWord => Before is null ? "" : $"&before={Uri.EscapeDataString(Before)}";

    /// <summary>The message in the pane.</summary>
    public ShownMessage? Shown { get; private set; }

    /// <summary>True where a message was asked for.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The hits counted; null where nothing was found out.</summary>
    public FacetAnswer? Facets { get; private set; }

    /// <summary>Bars of the histogram: months, or years where there are many.</summary>
    public ImmutableArray<TimeBar> Bars { get; private set; } = [];

    /// <summary>The searches kept.</summary>
    public IReadOnlyList<SavedAlert> Saved { get; private set; } = [];

    /// <summary>Why a search was not kept, or null.</summary>
    public string? NotSaved { get; private set; }

    /// <summary>True where the word of the query is not known here any more.</summary>
    public bool Gone { get; private set; }

    /// <summary>How many messages this reader may read, in words.</summary>
    public string Readable { get; private set; } = "";

    /// <summary>The highest level among the results.</summary>
    public Level ListLevel { get; private set; }

    /// <summary>The order in words.</summary>
    public string SortWords =>
        Sort switch
        {
            SearchSort.Filed => Texts.ByFiled,
            SearchSort.Relevance => Texts.ByRelevance,
            _ => Texts.NewestFirst,
        };

    /// <summary>The characters of the query that are wrong; a blank where they are missing at the end.</summary>
    public string MistakenWords
    {
        get
        {
            var (start, end) = Mistaken;
            return start == end ? " " : Query[start..end];
        }
    }

    /// <summary>What stands behind them.</summary>
    public string AfterMistake => Query[Mistaken.End..];

    private (int Start, int End) Mistaken
    {
        get
        {
            var start = Math.Clamp(Answer?.Mistake?.Position ?? 0, 0, Query.Length);
            return (start, Math.Clamp(start + (Answer?.Mistake?.Length ?? 0), start, Query.Length));
        }
    }

    /// <summary>Shows the answer to a query, or the empty search.</summary>
    public IActionResult OnGet(string? qid, string? at, string? before, CancellationToken cancellation)
    {
        Qid = qid;
        Saved = saved.Of(Me);
        var level = Level.Unclassified;
        if (qid is not null)
        {
            if (book.Find(qid, Me.Name) is not { } asked)
            {
                Gone = true;
                Response.StatusCode = 404;
            }
            else
            {
                Query = asked.Query;
                Sort = asked.Sort;
                Before = before is { Length: > 0 } ? before : null;
                Ask(cancellation);
                IsOpen = at is { Length: > 0 };
                Shown = ShownMessage.Open(
                    this,
                    IsOpen ? at
                        : Answer is { Rows: [var first, ..] } ? first.Id.ToString()
                        : null
                );
                Shown = Shown is null ? null : Shown with { Hits = archive.Hits(Query) };
                ListLevel = Frame.Highest(Answer!.Rows.Select(row => row.Level));
                level = Shown is { } shown && shown.Row.Level > ListLevel ? shown.Row.Level : ListLevel;
            }
        }
        Frame = new Frame
        {
            Title = Texts.Search,
            Level = level,
            Screen = "search",
            Keys = Keys.Search,
        };
        return Page();
    }

    /// <summary>Notes a query and goes to its answer.</summary>
    public IActionResult OnPost(string? q, string? sort)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return Redirect("/search");
        }
        return Answered(q, SearchSorts.Of(sort) ?? SearchSort.Date);
    }

    /// <summary>Narrows a query by a value of a facet, or takes the value out again.</summary>
    public IActionResult OnPostNarrow(string? qid, string? kind, string? value)
    {
        if (qid is null || value is null || book.Find(qid, Me.Name) is not { } asked || !Enum.TryParse<FacetKind>(kind, out var facet))
        {
            return SeeOther("/search");
        }
        var others = archive.Facets(Me, asked.Query, HttpContext.RequestAborted).Facets.GetValueOrDefault(facet, []);
        return Answered(FacetFilter.Toggle(asked.Query, facet, value, others.Select(count => count.Value)), asked.Sort);
    }

    /// <summary>Narrows a query to a month or a year.</summary>
    public IActionResult OnPostDate(string? qid, string? date)
    {
        if (qid is null || date is null || book.Find(qid, Me.Name) is not { } asked)
        {
            return SeeOther("/search");
        }
        var words = asked.Query.Split(' ').Where(word => !word.StartsWith("date:", StringComparison.OrdinalIgnoreCase));
        var kept = asked.Query.Contains($"date:{date}", StringComparison.OrdinalIgnoreCase) ? "" : $" date:{date}";
        return Answered(string.Join(' ', words) + kept, asked.Sort);
    }

    /// <summary>Gives out all hits of a query as a file.</summary>
    public async Task<IActionResult> OnPostExport(string? qid, string? format)
    {
        if (qid is not null && Exporter.FormatOf(format) is { } known && book.Find(qid, Me.Name) is { } asked)
        {
            if (exporter.Mistake(Me, asked.Query, HttpContext.RequestAborted) is null)
            {
                var sort = asked.Sort == SearchSort.Relevance ? SearchSort.Date : asked.Sort;
                await Api.ExportApi.Send(HttpContext, exporter, asked.Query, sort, known);
                return new EmptyResult();
            }
        }
        return NotHere();
    }

    /// <summary>The highest level among all hits, as far as they were counted.</summary>
    public Level ExportLevel =>
        Frame.Highest(
            (Facets?.Facets.GetValueOrDefault(FacetKind.Level, []) ?? []).Select(count =>
                Levels.TryParse(count.Value, out var level) ? level : Level.TopSecret
            )
        );

    /// <summary>Keeps a query under a name.</summary>
    public IActionResult OnPostSave(string? qid, string? name)
    {
        if (qid is null || book.Find(qid, Me.Name) is not { } asked)
        {
            return SeeOther("/search");
        }
        NotSaved = saved.Save(Me, name ?? "", asked.Query, asked.Sort);
        return NotSaved is null ? SeeOther($"/search/{qid}") : OnGet(qid, null, null, HttpContext.RequestAborted);
    }

    /// <summary>Opens a search that was kept; from then on only what comes later is new in it.</summary>
    public IActionResult OnPostOpen(string? name)
    {
        return saved.Look(Me, name ?? "") is { Search: var search } ? Answered(search.Query, search.Sort) : SeeOther("/search");
    }

    /// <summary>Keeps a search no longer.</summary>
    public IActionResult OnPostForget(string? name)
    {
        saved.Forget(Me, name ?? "");
        return SeeOther("/search");
    }

    private IActionResult Answered(string query, SearchSort sort) =>
        string.IsNullOrWhiteSpace(query)
            ? SeeOther("/search")
            : SeeOther($"/search/{book.Note(new AskedQuery(Me.Name, query.Trim(), sort))}");

    private void Ask(CancellationToken cancellation)
    {
        try
        {
            Answer = archive.Find(Me, new FindRequest(Query, Sort, Before, PageSize), cancellation);
        }
        catch (FormatException)
        {
            Before = null;
            Answer = archive.Find(Me, new FindRequest(Query, Sort, null, PageSize), cancellation);
        }
        viewing.Searched(Me, Query, Answer.Total);
        Facets = Answer.Mistake is null ? archive.Facets(Me, Query, cancellation) : null;
        Bars = Facets is null ? [] : TimeBar.Of(Facets.Months);
        NextPage = Answer.Next is { } next ? Uri.EscapeDataString(next) : null;
        var readable = archive.Count(Me, CountUpTo);
        Readable = readable.Exact ? $"{readable.Count:N0}" : $"over {readable.Count:N0}";
    }
}
