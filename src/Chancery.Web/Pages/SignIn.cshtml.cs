using Chancery.Web.Desk;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Sign-in with a local account.</summary>
[AllowAnonymous]
public sealed class SignInModel(People people, Viewing viewing, SignInCookie cookie) : DeskPage
{
    private const int LongestName = 200;
    private const int LongestPassword = 1000;

    /// <summary>Why not.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The name that was typed.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>Where to go afterwards; an address of the desk.</summary>
    public string Next { get; private set; } = "/traffic";

    /// <summary>Shows the form.</summary>
    public void OnGet(string? next) => Begin(next);

    /// <summary>Signs in.</summary>
    public IActionResult OnPost(string? name, string? password, string? next)
    {
        Begin(next);
        Typed = name ?? "";
        if (Typed.Length > LongestName || password?.Length > LongestPassword)
        {
            Typed = "";
            password = "";
        }
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        var answer = people.SignIn(Typed, password ?? "", address);
        viewing.SignedIn(answer.Session?.Reader.Name ?? people.Find(Typed)?.Name ?? "", answer.Token is not null, address);
        if (answer.Token is not { } token)
        {
            Refusal = answer.Refusal;
            return Page();
        }
        cookie.Write(Response, token);
        return SeeOther(Next);
    }

    private void Begin(string? next)
    {
        Frame = new Frame { Title = Texts.SignIn };
        // Only an address of this desk: neither another host nor a browser's idea of one.
        var isOurs = next is ['/', not ('/' or '\\'), ..] && !next.Any(char.IsControl) && !next.Contains('\\', StringComparison.Ordinal);
        Next = isOurs ? next! : "/traffic";
    }
}
