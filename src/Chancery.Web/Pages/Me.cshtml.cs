using Chancery.Web.Desk;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>How I want the desk, and my session.</summary>
public sealed class MeModel(People people, DeskSettings settings, TimeProvider clock) : DeskPage
{
    /// <summary>The themes and their words.</summary>
    internal static (string Value, string Word)[] Themes =>
        [("system", Texts.ThemeSystem), ("light", Texts.ThemeLight), ("dark", Texts.ThemeDark)];

    /// <summary>The look chosen.</summary>
    public Look Look { get; private set; } = Look.Usual;

    /// <summary>Who.</summary>
    public Reader Person => Me;

    /// <summary>The session; null for programs.</summary>
    public Session? Session { get; private set; }

    /// <summary>True after saving.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>Now.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Shows the settings.</summary>
    public void OnGet(string? saved)
    {
        Look = Look.Of(Request);
        IsSaved = saved is not null;
        Now = clock.GetUtcNow();
        Session = SignedIn.Of(HttpContext).SessionToken is { } token ? people.Resume(token, touch: false) : null;
        Frame = new Frame { Title = Texts.Me, Screen = "me" };
    }

    /// <summary>Keeps them.</summary>
    public IActionResult OnPost(string? theme, string? wrap, string? keys, string? sound)
    {
        var look = new Look(theme is "light" or "dark" ? theme : "system", wrap == "w", keys != "n", sound != "q");
        var options = new CookieOptions
        {
            HttpOnly = true,
            Secure = settings.Https,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
        };
        Response.Cookies.Append(Look.Cookie, look.ToString(), options);
        return SeeOther("/me?saved");
    }
}
