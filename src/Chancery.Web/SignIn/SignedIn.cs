using Microsoft.AspNetCore.Http;

namespace Chancery.Web.SignIn;

/// <summary>Who asks, for one request.</summary>
/// <param name="Reader">With which rights.</param>
/// <param name="SessionToken">The session's token where he came by the desk's cookie; null for programs.</param>
public sealed record SignedIn(Reader Reader, string? SessionToken)
{
    /// <summary>Who sent a request that was let through; only for addresses that need a sign-in.</summary>
    public static SignedIn Of(HttpContext context) =>
        context.Features.Get<SignedIn>() ?? throw new InvalidOperationException("This address must not be open to all.");
}
