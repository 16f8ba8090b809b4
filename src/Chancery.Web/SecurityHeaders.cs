using Microsoft.AspNetCore.Http;

namespace Chancery.Web;

/// <summary>The headers that every answer carries: nothing from elsewhere, nothing kept, nothing guessed, nothing framed.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.OnStarting(
            static state =>
            {
                // Last, so that who knows better (the style sheet, a form) has spoken.
                var answer = ((HttpContext)state).Response.Headers;
                if (answer.CacheControl.Count == 0)
                {
                    answer.CacheControl = "no-store";
                }
                return Task.CompletedTask;
            },
            context
        );
        return next(context);
    }
}
