using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Web.Desk;

/// <summary>A screen of the desk for somebody who is signed in.</summary>
public abstract class DeskPage : PageModel
{
    /// <summary>What the frame shows.</summary>
    public Frame Frame { get; protected set; } = new();

    /// <summary>Who looks.</summary>
    protected internal Reader Me => SignedIn.Of(HttpContext).Reader;

    /// <summary>Marks the words of the search whose word stands behind the address (<c>?q=</c>); null without one that is known.</summary>
    protected static HitMarks? HitsOf(HttpContext context)
    {
        var services = context.RequestServices;
        return
            context.Request.Query["q"] is [{ Length: > 0 } word]
            && services.GetRequiredService<QueryBook>().Find(word, SignedIn.Of(context).Reader.Name) is { } asked
            ? services.GetRequiredService<Archive>().Hits(asked.Query)
            : null;
    }

    /// <summary>After a form was posted: the browser fetches the answer as a page of its own (303).</summary>
    protected IActionResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return new StatusCodeResult(303);
    }

    /// <summary>The page for what is not there or not for him.</summary>
    protected IActionResult NotHere() => new StatusCodeResult(404);
}
