using System.Buffers.Text;

namespace Chancery.Messages.Framing;

/// <summary>
/// A message copied out of a mail whose text is quoted-printable: lines broken by <c>=</c> at their end, characters as <c>=20</c> and <c>=E2=80=99</c>.
/// They are what they stand for in the view (text.md N-2).
/// </summary>
internal static class QuotedPrintable
{
    /// <summary>So far the first sign is looked for: the lines of such a mail are broken long before.</summary>
    private const int FirstSign = 4096;

    /// <summary>Without a mail's own word for it so many signs that mean nothing else must stand there.</summary>
    private const int Fewest = 2;

    private const int ShortestBroken = 28;

    private const string Rule = "N-2";

    private static ReadOnlySpan<byte> Encoding => "quoted-printable"u8;

    /// <summary>The view with every sign put for what it means; null where the text is not quoted-printable.</summary>
    public static MessageView? Restore(ReadOnlyMemory<byte> raw)
    {
        var bytes = raw.Span;
        var first = bytes[..Math.Min(bytes.Length, FirstSign)].IndexOf((byte)'=');
        if (first < 0 || !IsQuoted(bytes, first))
        {
            return null;
        }
        var edits = new ViewEdits(raw);
        for (var at = first; at < bytes.Length; )
        {
            var length = SoftBreak(bytes, at);
            at =
                length > 0 ? edits.Replace(at, length, [], Rule)
                : TryByte(bytes[at..], out var value) ? edits.Replace(at, 3, [value], Rule)
                : at + 1;
            var next = bytes[at..].IndexOf((byte)'=');
            at = next < 0 ? bytes.Length : at + next;
        }
        return edits.ToView(isAscii: false);
    }

    /// <summary>Broken lines and blanks in front of a line end are signs of nothing else; a web address may hold <c>=20</c>.</summary>
    private static bool IsQuoted(ReadOnlySpan<byte> bytes, int first)
    {
        var isNamed = Text.Words.IndexOf(bytes[..Math.Min(bytes.Length, FirstSign)], Encoding, 0, 7) >= 0;
        var signs = 0;
        for (var at = first; at < bytes.Length && signs < Fewest; )
        {
            var rest = bytes[at..];
            signs += (SoftBreak(bytes, at) > 0 && IsLong(bytes[..at])) || IsBlankAtEnd(rest) ? 1 : 0;
            if (isNamed && TryByte(rest, out _))
            {
                return true;
            }
            var next = bytes[(at + 1)..].IndexOf((byte)'=');
            at = next < 0 ? bytes.Length : at + 1 + next;
        }
        return signs >= (isNamed ? 1 : Fewest);
    }

    /// <summary>
    /// The length of <c>=</c> and the line end behind it, blanks between them included; 0 where the sign breaks no line. A rule of such signs breaks none.
    /// </summary>
    private static int SoftBreak(ReadOnlySpan<byte> bytes, int at)
    {
        if (at > 0 && bytes[at - 1] == '=')
        {
            return 0;
        }
        var end = at + 1;
        while (end < bytes.Length && Text.Words.IsBlank(bytes[end]))
        {
            end++;
        }
        return end < bytes.Length && bytes[end] is (byte)'\r' or (byte)'\n' ? LineCursor.AfterLineEnd(bytes, end) - at : 0;
    }

    /// <summary>Lines are broken where they grow long.</summary>
    private static bool IsLong(ReadOnlySpan<byte> front) =>
        front.Length > ShortestBroken && front[^ShortestBroken..].IndexOfAny((byte)'\r', (byte)'\n') < 0;

    private static bool IsBlankAtEnd(ReadOnlySpan<byte> text) =>
        text.StartsWith("=20"u8) && (text.Length == 3 || text[3] is (byte)'\r' or (byte)'\n' or (byte)'=');

    /// <summary>Two figures of base 16 behind the sign, for a character that a text may hold.</summary>
    private static bool TryByte(ReadOnlySpan<byte> text, out byte value)
    {
        value = 0;
        if (text.Length < 3 || !Utf8Parser.TryParse(text.Slice(1, 2), out value, out var figures, 'x') || figures < 2)
        {
            return false;
        }
        return value >= ' ' || value is (byte)'\t' or (byte)'\n' or (byte)'\r';
    }
}
