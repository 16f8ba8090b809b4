using Microsoft.AspNetCore.Http;

namespace Chancery.Web.SignIn;

/// <summary>Who asks, for one request.</summary>
/// <param name="Reader">With which rights.</param>
/// <param name="SessionToken">The session's token where he came by the desk's cookie; null for programs.</param>
/// <param name="BearerToken">The token of a program; null for sessions and for the owner of the store.</param>
public sealed record SignedIn(Reader Reader, string? SessionToken, string? BearerToken = null)
{
    /// <summary>The same person as he stands now; null where session, token or person have ended since.</summary>
    public Reader? Now(People people)
    {
        if (Reader.IsOwner)
        {
            return Reader;
        }
        var now =
            SessionToken is { } session ? people.Resume(session, touch: false)?.Reader
            : BearerToken is { } token ? people.ByToken(token)
            : null;
        return now is null ? null : now with { NetworkLevel = Reader.NetworkLevel };
    }

    /// <summary>Who sent a request that was let through; only for addresses that need a sign-in.</summary>
    public static SignedIn Of(HttpContext context) =>
        context.Features.Get<SignedIn>() ?? throw new InvalidOperationException("This address must not be open to all.");
}
