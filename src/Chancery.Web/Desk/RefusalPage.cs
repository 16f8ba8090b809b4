using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Web.Desk;

/// <summary>The page for what is not there or went wrong: the same for an address that never was and one that is hidden. Needs nothing that may have failed.</summary>
internal static class RefusalPage
{
    public static async Task Send(HttpContext context, int status, string title, string sentence)
    {
        var assets = context.RequestServices.GetRequiredService<Assets>();
        var look = Look.Of(context.Request);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en" data-theme="{look.Theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{title}, {Texts.Product}</title><link rel="stylesheet" href="{assets.Style}"></head>
            <body><div class="banner" data-l="U"><span></span><strong>UNCLASSIFIED</strong><span></span></div>
            <header class="app"><a class="word" href="/traffic">{Texts.Product}</a><nav aria-label="Desk"><ul><li><a href="/traffic">{Texts.Traffic}</a></li><li><a href="/search">{Texts.Search}</a></li></ul></nav></header>
            <main data-l="U"><div class="page"><h1>{title}</h1><p role="alert">{WebUtility.HtmlEncode(sentence)}</p></div></main>
            <div></div><div class="banner" data-l="U"><span></span><strong>UNCLASSIFIED</strong><span></span></div></body></html>
            """,
            context.RequestAborted
        );
    }
}
