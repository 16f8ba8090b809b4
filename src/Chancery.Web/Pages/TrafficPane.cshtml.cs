using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>The reading pane of one message, as the script fetches it.</summary>
public sealed class TrafficPaneModel : DeskPage
{
    /// <summary>The message.</summary>
    public ShownMessage? Shown { get; private set; }

    /// <summary>Shows it.</summary>
    public IActionResult OnGet(string id) => (Shown = ShownMessage.Open(this, id)) is null ? NotHere() : Marked();

    private IActionResult Marked()
    {
        Shown = Shown! with { Hits = HitsOf(HttpContext) };
        return Page();
    }
}
