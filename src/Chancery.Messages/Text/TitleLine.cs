using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Reads the title of a general message, such as <c>NAVADMIN 161/05</c> (text.md NV-2).</summary>
internal static class TitleLine
{
    /// <summary>
    /// Finds the title in the lines in front of the first set that carries text. Alone on its line it is surest; glued forms count only in
    /// front of the first set.
    /// </summary>
    public static MessageSerial? Find(TextLines lines, int firstSet, int textSet)
    {
        if (FindAlone(lines, textSet) is { } alone)
        {
            return alone;
        }
        for (var i = lines.First; i < lines.End; i++)
        {
            var span = lines[i];
            if (span.Start >= firstSet)
            {
                break;
            }
            if (FindInside(lines.Bytes[span.Start..Math.Min(span.End, firstSet)]) is { } glued)
            {
                return glued;
            }
        }
        return null;
    }

    /// <summary>True for a line that holds a title and nothing else.</summary>
    public static bool Is(ReadOnlySpan<byte> line) => TryRead(line, out _, out var length) && IsAlone(line[length..]);

    /// <summary>The first title that stands alone on a line in front of a place.</summary>
    public static MessageSerial? FindAlone(TextLines lines, int before)
    {
        for (var i = lines.First; i < lines.End; i++)
        {
            var span = lines[i];
            if (span.Start >= before)
            {
                break;
            }
            var text = lines.Slice(span);
            if (TryRead(text, out var serial, out var length) && IsAlone(text[length..]))
            {
                return serial;
            }
        }
        return null;
    }

    /// <summary>The title where it slipped in front of BT, among the addresses.</summary>
    public static MessageSerial? FindInHeading(TextContext context)
    {
        for (var i = 0; i < Math.Min(context.First, context.Lines.Count); i++)
        {
            var text = context.Lines.Text(i);
            text = text[Words.SkipBlanks(text, 0)..];
            if (TryRead(text, out var serial, out var length) && IsAlone(text[length..]))
            {
                return serial;
            }
        }
        return null;
    }

    private static MessageSerial? FindInside(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (
                (at == 0 || !Words.IsWordByte(text[at - 1]))
                && TryRead(text[at..], out var serial, out var length)
                && (at + length == text.Length || text[at + length] is (byte)' ' or (byte)'/' or (byte)'.' or (byte)'(')
                && IsAlone(text[(at + length)..])
            )
            {
                return serial;
            }
        }
        return null;
    }

    /// <summary>Reads a title and serial at the start of the text; <paramref name="length"/> counts them.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out MessageSerial serial, out int length)
    {
        serial = null!;
        length = 0;
        var word = 0;
        while (word < text.Length && Words.IsLetter(text[word]))
        {
            word++;
        }
        if (word is < 4 or > 14 || !IsTitle(text[..word]))
        {
            return false;
        }
        var at = word;
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'/' or (byte)':' or (byte)'-')
        {
            at++;
        }
        if (Words.StartsWord(text[at..], "NO"u8))
        {
            at += 2;
            at = Words.SkipBlanks(text, at < text.Length && text[at] == '.' ? at + 1 : at);
        }
        if (!Words.TryNumber(text, at, out _, out var digits) || digits > 4)
        {
            return false;
        }
        var number = text.Slice(at, digits);
        at = Words.SkipBlanks(text, at + digits);
        if (at >= text.Length || text[at] is not ((byte)'/' or (byte)'-'))
        {
            return false;
        }
        // "NAVADMIN 329//06//"
        at = Words.SkipBlanks(text, at + (text[at..].StartsWith("//"u8) ? 2 : 1));
        if (!Words.TryNumber(text, at, out var year, out var yearDigits) || DateWords.Year(year, yearDigits) is not { } read)
        {
            return false;
        }
        length = at + yearDigits;
        serial = new MessageSerial(Encoding.ASCII.GetString(text[..word]).ToUpperInvariant(), Encoding.ASCII.GetString(number), read);
        return true;
    }

    /// <summary>ALNAV, ALCOM, ALMAR, … and NAVADMIN, MARADMIN, …: what goes to all.</summary>
    private static bool IsTitle(ReadOnlySpan<byte> word) =>
        (Words.Starts(word, "AL"u8) && word.Length >= 5)
        || (word.Length > 5 && Words.Equal(word[^5..], "ADMIN"u8) && !Words.Equal(word, "GENADMIN"u8))
        || Words.Equal(word, "NAVOP"u8)
        || Words.Equal(word, "BULNAV"u8)
        || Words.Equal(word, "PERSMAR"u8);

    private static bool IsAlone(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (
            at < rest.Length
            && rest[at]
                is (byte)' '
                    or (byte)'/'
                    or (byte)'.'
                    or (byte)'('
                    or (byte)'-'
                    or (byte)','
                    or (byte)':'
                    or (byte)'*'
                    or (byte)'\t'
        )
        {
            at++;
        }
        return at == rest.Length
            || Words.StartsWord(rest[at..], "PART"u8)
            || Words.Starts(rest[at..], "CORRECT"u8)
            || Words.Starts(rest[at..], "CANCEL"u8)
            || Words.Starts(rest[at..], "UNCLAS"u8)
            || SetWord.TryRead(rest[at..], out _, out _, out _);
    }
}
