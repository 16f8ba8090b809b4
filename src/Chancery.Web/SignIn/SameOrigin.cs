using Chancery.Web.Api;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.SignIn;

/// <summary>
/// Holds what changes something, and comes with the desk's cookie, to the desk itself: SameSite keeps other sites out, this keeps out what shares the
/// host on another port. Desk forms carry an anti-forgery token besides.
/// </summary>
internal static class SameOrigin
{
    public static Task Hold(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return isSafe || context.Features.Get<SignedIn>()?.SessionToken is null || IsSame(request)
            ? next(context)
            : ApiAnswer.Refuse(context, ApiError.OtherSite);
    }

    private static bool IsSame(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            : string.Equals(request.Headers["Sec-Fetch-Site"].ToString(), "same-origin", StringComparison.Ordinal);
    }
}
