namespace Chancery.Web.Desk;

/// <summary>A key of a screen: printed on its button and in the status line, listed by <c>?</c> and in the help, and read by the script from the page.</summary>
/// <param name="Press">The key, or several parted by <c>|</c>, as a browser names it; <c>g t</c> is g, then t.</param>
/// <param name="Word">What it does, in a word or two.</param>
/// <param name="Act">Name of the act in the script; null where a link or button of the page carries the key itself.</param>
/// <param name="InLine">Whether the status line shows it.</param>
public sealed record Key(string Press, string Word, string? Act = null, bool InLine = false)
{
    /// <summary>The caps to print.</summary>
    public string[] Caps => Press.Split('|');
}
