using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Chancery.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Chancery.Web.SignIn;

/// <summary>
/// Finds out who asks: by bearer token (a person's, or the owner's of the lock file), else by the desk's cookie. Whoever sends a bearer token is
/// never taken for the person of his cookie.
/// </summary>
internal sealed class ReaderAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    People people,
    SignInCookie cookie,
    DeskSettings settings
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Chancery";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsForPrograms(Request))
        {
            return ApiAnswer.Refuse(Context, ApiError.NotSignedIn);
        }
        cookie.Clear(Response);
        var next = HttpMethods.IsGet(Request.Method) && Request.Path != "/" ? $"?next={Uri.EscapeDataString(Request.Path)}" : "";
        Response.Redirect($"/sign-in{next}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiAnswer.Refuse(Context, ApiError.NotAllowed("This needs a role that you do not have; ask the administrator."));

    /// <summary>True for addresses that programs use: they get problem details, never a page.</summary>
    public static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api")
        || request.Path.StartsWithSegments("/openapi")
        || request.Path.StartsWithSegments("/health")
        || request.Path.StartsWithSegments("/metrics");

    private AuthenticateResult Authenticate()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length > 0)
        {
            var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";
            return IsOwner(token) ? Ticket(new SignedIn(Reader.Owner, null)) : FromToken(token);
        }
        if (cookie.Read(Request) is not { } kept)
        {
            return AuthenticateResult.NoResult();
        }
        // A live stream opens itself again and again: it must not keep a session awake that nobody uses.
        var session = people.Resume(kept, touch: !Request.Path.StartsWithSegments("/api/events"));
        return session is null ? AuthenticateResult.NoResult() : Ticket(new SignedIn(Limited(session.Reader), kept));
    }

    private AuthenticateResult FromToken(string token) =>
        token.Length > 0 && people.ByToken(token) is { } reader
            ? Ticket(new SignedIn(Limited(reader), null, token))
            : AuthenticateResult.Fail("The token is not known.");

    private Reader Limited(Reader reader) => reader with { NetworkLevel = settings.NetworkLevel };

    private bool IsOwner(string token) =>
        settings.OwnerToken is { } owner
        && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(token)),
            SHA256.HashData(Encoding.UTF8.GetBytes(owner))
        );

    private AuthenticateResult Ticket(SignedIn signedIn)
    {
        Context.Features.Set(signedIn);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, signedIn.Reader.Name)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}
