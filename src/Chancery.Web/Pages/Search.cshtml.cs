using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Search: where is it? A query is posted, gets a word, and is answered under that word.</summary>
public sealed class SearchModel(Archive archive, QueryBook book) : DeskPage
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
                    archive,
                    Me,
                    IsOpen ? at
                        : Answer is { Rows: [var first, ..] } ? first.Id.ToString()
                        : null
                );
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
        var order = sort switch
        {
            "filed" => SearchSort.Filed,
            "relevance" => SearchSort.Relevance,
            _ => SearchSort.Date,
        };
        return SeeOther($"/search/{book.Note(new AskedQuery(Me.Name, q.Trim(), order))}");
    }

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
        NextPage = Answer.Next is { } next ? Uri.EscapeDataString(next) : null;
        var readable = archive.Count(Me, CountUpTo);
        Readable = readable.Exact ? $"{readable.Count:N0}" : $"over {readable.Count:N0}";
    }
}
