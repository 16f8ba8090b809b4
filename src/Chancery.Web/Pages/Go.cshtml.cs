using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>The box of the frame: a message number goes to its message, all else is searched.</summary>
public sealed class GoModel(ReferenceDesk references, QueryBook book) : DeskPage
{
    /// <summary>The messages with the number, where there are several.</summary>
    public IReadOnlyList<MessageRow> Rows { get; private set; } = [];

    /// <summary>An address without a question.</summary>
    public IActionResult OnGet() => Redirect("/search");

    /// <summary>Goes there.</summary>
    public IActionResult OnPost(string? q)
    {
        var words = q?.Trim() ?? "";
        if (words.Length == 0)
        {
            return SeeOther("/search");
        }
        Rows = references.ByNumber(Me, words, HttpContext.RequestAborted);
        if (Rows.Count == 1)
        {
            return SeeOther($"/m/{Rows[0].Id}");
        }
        if (Rows.Count == 0)
        {
            return SeeOther($"/search/{book.Note(new AskedQuery(Me.Name, words, SearchSort.Date))}");
        }
        Frame = new Frame
        {
            Title = Texts.Go,
            Level = Frame.Highest(Rows.Select(row => row.Level)),
            Screen = "search",
            Keys = Keys.Search,
        };
        return Page();
    }
}
