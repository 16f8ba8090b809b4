using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>One row of Traffic, as the script fetches it for what must stand at the top at once.</summary>
public sealed class TrafficRowModel(Archive archive, TimeProvider clock) : DeskPage
{
    /// <summary>The row.</summary>
    public ListedRow? Listed { get; private set; }

    /// <summary>Shows it.</summary>
    public IActionResult OnGet(string id)
    {
        if (!MessageId.TryParse(id, out var known) || archive.Row(Me, known) is not { } row)
        {
            return NotHere();
        }
        Listed = new ListedRow(row, clock.GetUtcNow());
        return Page();
    }
}
