using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Traffic: what must I act on now?</summary>
public sealed class TrafficModel(Archive archive, TimeProvider clock) : DeskPage
{
    private const int PageSize = 100;
    private const long CountUpTo = 10_000;

    private IReadOnlyList<MessageRow> rows = [];

    /// <summary>The word of this page; null on the newest.</summary>
    public string? Before { get; private set; }

    /// <summary>The word of the next page; null on the last.</summary>
    public string? NextPage { get; private set; }

    /// <summary>The page's part of a row's address.</summary>
    public string PageWord => Before is null ? "" : $"&before={Uri.EscapeDataString(Before)}";

    /// <summary>The message in the pane.</summary>
    public ShownMessage? Shown { get; private set; }

    /// <summary>True where a message was asked for: narrow windows then show it and not the list.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Now.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>How many there are, in words.</summary>
    public string CountWords { get; private set; } = "";

    /// <summary>What was wrong with the address, or null.</summary>
    public string? Mistake { get; private set; }

    /// <summary>The highest level of the list.</summary>
    public Level ListLevel { get; private set; }

    /// <summary>True where nothing is on this page.</summary>
    public bool IsEmpty => rows.Count == 0;

    /// <summary>The rows by precedence, highest first.</summary>
    public IEnumerable<IGrouping<Precedence?, MessageRow>> Groups =>
        rows.GroupBy(row => row.Precedence.Action).OrderByDescending(group => RowText.Rank(group.First()));

    /// <summary>Shows a page of the list, and the message asked for or the first.</summary>
    public IActionResult OnGet(string? at, string? before)
    {
        Now = clock.GetUtcNow();
        Before = before is { Length: > 0 } ? before : null;
        var page = Page(Before);
        rows = page.Rows;
        NextPage = page.Next is { } next ? Uri.EscapeDataString(next) : null;
        var total = archive.Count(Me, CountUpTo);
        CountWords = total.Exact ? $"{total.Count:N0}" : $"over {total.Count:N0}";
        IsOpen = at is { Length: > 0 };
        Shown = ShownMessage.Open(this, IsOpen ? at : Groups.FirstOrDefault()?.First().Id.ToString());
        if (IsOpen && Shown is null)
        {
            return NotHere();
        }
        ListLevel = Frame.Highest(rows.Select(row => row.Level));
        var highest = Shown is { } shown && shown.Row.Level > ListLevel ? shown.Row.Level : ListLevel;
        Frame = new Frame
        {
            Title = Texts.Traffic,
            Level = highest,
            Screen = "traffic",
            Keys = Keys.Traffic,
        };
        return Page();
    }

    private Page<MessageRow> Page(string? before)
    {
        try
        {
            return archive.List(Me, before, PageSize);
        }
        catch (FormatException)
        {
            Mistake = Texts.BadPage;
            Before = null;
            return archive.List(Me, null, PageSize);
        }
    }
}
