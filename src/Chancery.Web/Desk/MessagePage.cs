using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Desk;

/// <summary>A tab of a message.</summary>
public abstract class MessagePage(Archive archive) : DeskPage
{
    /// <summary>The message.</summary>
    public ShownMessage Shown { get; private set; } = null!;

    /// <summary>Which tab this is: <c>reading</c>, <c>raw</c> or <c>history</c>.</summary>
    public abstract string Tab { get; }

    /// <summary>Shows the tab.</summary>
    public virtual IActionResult OnGet(string id)
    {
        if (ShownMessage.Open(archive, Me, id) is not { } shown)
        {
            return NotHere();
        }
        Shown = shown with { Hits = HitsOf(HttpContext) };
        Frame = new Frame
        {
            Title = $"Message, {shown.Row.Level.Name()}",
            Level = shown.Row.Level,
            Extract = shown.Row.IsExtract ? shown.Row.EffectiveLevel.Source : null,
            Screen = "traffic",
            Keys = Keys.Message,
        };
        return Page();
    }
}
