using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Desk;

/// <summary>How a person wants the desk to look: kept in a cookie of its own, which says nothing of any message.</summary>
/// <param name="Theme"><c>light</c>, <c>dark</c> or <c>system</c>.</param>
/// <param name="Wrap">Whether message text wraps to the pane.</param>
/// <param name="Keys">Whether single keys act (WCAG 2.1.4).</param>
/// <param name="Sound">Whether alarms sound at this desk before their reader is called about one.</param>
public sealed record Look(string Theme, bool Wrap, bool Keys, bool Sound)
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "chancery-look";

    /// <summary>What a new person gets.</summary>
    public static Look Usual { get; } = new("system", Wrap: false, Keys: true, Sound: true);

    /// <summary>The look asked for by a request; the usual one where the cookie is absent or makes no sense.</summary>
    public static Look Of(HttpRequest request)
    {
        var parts = (request.Cookies[Cookie] ?? "").Split('.');
        // Cookies of before there was a choice of sound have three parts.
        return parts is [("light" or "dark" or "system") and var theme, ("w" or "c") and var wrap, ("k" or "n") and var keys, .. var sound]
            ? new Look(theme, wrap == "w", keys == "k", sound is not ["q"])
            : Usual;
    }

    /// <summary>The cookie's value.</summary>
    public override string ToString() => $"{Theme}.{(Wrap ? 'w' : 'c')}.{(Keys ? 'k' : 'n')}.{(Sound ? 's' : 'q')}";
}
