using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>The received bytes of a message with everything that was found in them.</summary>
public sealed class MessageRawModel : MessagePage
{
    /// <inheritdoc />
    public override string Tab => "raw";

    /// <summary>Shows the bytes; an extract has none.</summary>
    public override IActionResult OnGet(string id) =>
        base.OnGet(id) is var answer && Shown is { Opened.IsExtract: true } ? NotHere() : answer;
}
