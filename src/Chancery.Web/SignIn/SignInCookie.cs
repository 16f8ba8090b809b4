using Microsoft.AspNetCore.Http;

namespace Chancery.Web.SignIn;

/// <summary>The cookie that carries a session's token: out of reach for scripts, sent to this host only and never from another site.</summary>
public sealed class SignInCookie(DeskSettings settings)
{
    /// <summary>Its name; browsers hold <c>__Host-</c> to Secure, the root path and no domain.</summary>
    public string Name { get; } = settings.Https ? "__Host-chancery" : "chancery";

    /// <summary>The token of a request, or null.</summary>
    public string? Read(HttpRequest request) => request.Cookies.TryGetValue(Name, out var token) && token.Length > 0 ? token : null;

    /// <summary>Gives the browser a token, for as long as it runs.</summary>
    public void Write(HttpResponse response, string token) => response.Cookies.Append(Name, token, Options());

    /// <summary>Takes it back.</summary>
    public void Clear(HttpResponse response) => response.Cookies.Delete(Name, Options());

    private CookieOptions Options() =>
        new()
        {
            HttpOnly = true,
            Secure = settings.Https,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            IsEssential = true,
        };
}
