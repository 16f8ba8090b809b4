using Chancery.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.SignIn;

/// <summary>
/// Holds what changes something through the API with the desk's cookie to the desk itself: SameSite keeps other sites out, this keeps out what shares
/// the host on another port. Desk forms carry an anti-forgery token instead.
/// </summary>
internal static class SameOrigin
{
    public static Task Hold(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return
            isSafe
            || !ReaderAuthentication.IsForPrograms(request)
            || context.Features.Get<SignedIn>()?.SessionToken is null
            || IsSame(request)
            ? next(context)
            : ApiAnswer.Refuse(context, ApiError.OtherSite);
    }

    private static bool IsSame(HttpRequest request)
    {
        // Pages that send no referrer send the origin "null" with a form, yet still say that it is their own site.
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? string.Equals(site, "same-origin", StringComparison.Ordinal)
            : string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
