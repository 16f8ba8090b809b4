using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Web.Desk;

/// <summary>A tab of a message.</summary>
public abstract class MessagePage : DeskPage
{
    /// <summary>The message.</summary>
    public ShownMessage Shown { get; private set; } = null!;

    /// <summary>Which tab this is: <c>reading</c>, <c>raw</c> or <c>history</c>.</summary>
    public abstract string Tab { get; }

    /// <summary>Shows the tab.</summary>
    public virtual IActionResult OnGet(string id)
    {
        if (ShownMessage.Open(this, id, Tab == "raw" ? AuditActs.Raw : AuditActs.View, withReferences: true) is not { } shown)
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

    /// <summary>Notes why he opens it, and shows the tab.</summary>
    public IActionResult OnPost(string id, string? reason)
    {
        if (MessageId.TryParse(id, out var known) && !string.IsNullOrWhiteSpace(reason))
        {
            HttpContext.RequestServices.GetRequiredService<ReasonBook>().Note(SignedIn.Of(HttpContext), known, Viewing.Line(reason));
        }
        return SeeOther(Request.Path);
    }
}
