namespace Chancery.Messages;

/// <summary>The number under which a State telegram is cited: year, post, number (text.md 5, MR-2).</summary>
/// <param name="Year">Four digits; null where no date tells it.</param>
/// <param name="Post">The resolved telegraph name, else the printed one, upper-case.</param>
/// <param name="Number">The number, leading zeros dropped.</param>
/// <param name="Raw">As printed, such as <c>NORTHPORT 000817</c>.</param>
public sealed record MessageReferenceNumber(int? Year, string Post, long Number, string Raw)
{
    /// <summary>The number in a second series as printed, such as <c>TOSEC 140323</c>, or null (text.md MR-9).</summary>
    public string? AlsoKnownAs { get; init; }

    /// <summary>The canonical spelling <c>yyPOSTn</c>, such as <c>08NORTHPORT817</c>; without the year where it is not known.</summary>
    public string Canonical
    {
        get
        {
            var post = string.Concat(Post.Where(c => !(c is ' ' or '-' or '\'' or '.')));
            return Year is { } year
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{year % 100:00}{post}{Number}")
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{post}{Number}");
        }
    }
}
