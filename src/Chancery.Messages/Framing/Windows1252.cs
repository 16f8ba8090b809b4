namespace Chancery.Messages.Framing;

/// <summary>The code page of text that is not UTF-8 (text.md N-1).</summary>
internal static class Windows1252
{
    /// <summary>0x80 to 0x9F; a byte without a character there becomes the replacement character.</summary>
    private const string Upper = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    /// <summary>The character of a byte; above 0x9F it is the Latin-1 one.</summary>
    public static char Character(byte b) => b is >= 0x80 and <= 0x9F ? Upper[b - 0x80] : (char)b;
}
