using Chancery.Web.Desk;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Ends the session.</summary>
public sealed class SignOutModel(People people, SignInCookie cookie) : DeskPage
{
    /// <summary>An address without a form.</summary>
    public IActionResult OnGet() => Redirect("/me");

    /// <summary>Signs out.</summary>
    public IActionResult OnPost()
    {
        if (SignedIn.Of(HttpContext).SessionToken is { } token)
        {
            people.SignOut(token);
        }
        cookie.Clear(Response);
        return SeeOther("/sign-in");
    }
}
