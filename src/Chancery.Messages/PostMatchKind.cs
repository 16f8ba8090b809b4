namespace Chancery.Messages;

/// <summary>How a printed post name was matched, surest first (text.md MR-7).</summary>
public enum PostMatchKind : byte
{
    /// <summary>The name itself; blanks, hyphens, apostrophes and full stops do not count.</summary>
    Exact,

    /// <summary>A former name, an abbreviation or a known slip.</summary>
    Alias,

    /// <summary>The only name within edit distance 1 (up to 6 letters) or 2 (longer).</summary>
    Near,
}
