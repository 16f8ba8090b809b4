using System.Text;
using Chancery.Messages.Tables;

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
            var text = lines.Bytes[span.Start..Math.Max(span.Start, Math.Min(span.End, firstSet))];
            if (IsOfAnother(text))
            {
                continue;
            }
            if (FindInside(text) is { } glued)
            {
                return glued;
            }
        }
        return null;
    }

    /// <summary>Below a subject, among references and in numbered text, titles are those of other messages.</summary>
    private static bool IsOfAnother(ReadOnlySpan<byte> line) =>
        line.Length > 3
        && (
            Words.StartsWord(line, "REF"u8)
            || Words.StartsWord(line, "REFS"u8)
            || SubjectWords.LabelLength(line) > 0
            || ParagraphStart.TryRead(line, out _)
        );

    /// <summary>True for a line that holds a title and nothing else.</summary>
    public static bool Is(ReadOnlySpan<byte> line) => TryRead(line, out _, out var length) && IsAlone(line[length..]);

    /// <summary>The title in front of a subject's words: <c>ALARACT 017/2019 - WORDS</c>; null without a sign behind it.</summary>
    public static MessageSerial? InSubject(ReadOnlySpan<byte> subject) =>
        TryRead(subject, out var serial, out var length)
        && Words.SkipBlanks(subject, length) is var sign
        && sign < subject.Length
        && subject[sign] is (byte)'-' or (byte)':' or (byte)','
            ? serial
            : null;

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
        if (text.Length > 6 && (text[0] & 0xDF) == 'U' && Words.IsLetter(text[6]) && Words.Starts(text, "UNCLAS"u8))
        {
            // "UNCLASNAVADMIN 061/12"
            var isGlued = TryRead(text[6..], out serial, out length);
            length += isGlued ? 6 : 0;
            return isGlued;
        }
        var word = 0;
        while (
            word < text.Length
            && (
                Words.IsLetter(text[word])
                || (text[word] is (byte)'0' or (byte)'1' && word > 1 && word + 1 < text.Length && Words.IsLetter(text[word + 1]))
            )
        )
        {
            word++;
        }
        var near = "";
        if (word is < 3 or > 14 || (!IsNearTitle(text[..word], out near) && !IsTitle(text[..word])))
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
        var digits = FiguresLength(text, at);
        if (digits is 0 or > 4)
        {
            return false;
        }
        var number = Encoding.ASCII.GetString(text.Slice(at, digits)).Replace('O', '0').Replace('I', '1').Replace('l', '1');
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
        serial = new MessageSerial(near.Length > 0 ? near : Encoding.ASCII.GetString(text[..word]).ToUpperInvariant(), number, read);
        return true;
    }

    /// <summary>The length of a number, also of one with a letter for the figure it looks like: <c>O61</c>, <c>2I0</c>; 0 where no figure stands in it.</summary>
    private static int FiguresLength(ReadOnlySpan<byte> text, int at)
    {
        var (length, hasFigure) = (0, false);
        for (; at + length < text.Length && length <= 9; length++)
        {
            var isFigure = Words.IsDigit(text[at + length]);
            if (!isFigure && text[at + length] is not ((byte)'O' or (byte)'I' or (byte)'l'))
            {
                break;
            }
            hasFigure |= isFigure;
        }
        return hasFigure ? length : 0;
    }

    /// <summary>ALNAV, ALCOM, ALMAR, … and NAVADMIN, MARADMIN, …: what goes to all.</summary>
    public static bool IsTitle(ReadOnlySpan<byte> word) =>
        (Words.Starts(word, "AL"u8) && word.Length >= 5)
        || (word.Length > 5 && Words.Equal(word[^5..], "ADMIN"u8) && !Words.Equal(word, "GENADMIN"u8))
        || Words.Equal(word, "NAVOP"u8)
        || Words.Equal(word, "BULNAV"u8)
        || Words.Equal(word, "PERSMAR"u8)
        || Words.Equal(word, "ACN"u8);

    /// <summary>One letter lost, doubled or changed, in long ones two, in the titles that are met most.</summary>
    private static bool IsNearTitle(ReadOnlySpan<byte> word, out string title)
    {
        title = "";
        if (word.Length is < 6 or > 9 || Words.Equal(word, "GENADMIN"u8))
        {
            return false;
        }
        Span<char> printed = stackalloc char[word.Length];
        Encoding.ASCII.GetChars(word, printed);
        printed.Replace('0', 'O');
        printed.Replace('1', 'I');
        var least = 3;
        foreach (var known in (ReadOnlySpan<string>)["NAVADMIN", "MARADMIN", "ALCOAST", "ALARACT"])
        {
            // Two letters wrong are told from another title only where the title is long.
            var limit = known.Length == 8 ? 2 : 1;
            if (EditDistance.Within(printed, known, limit) is var distance && distance <= limit && distance < least)
            {
                (title, least) = (known, distance);
            }
        }
        return least < 3 && (least > 0 || word.ContainsAny((byte)'0', (byte)'1'));
    }

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
            || Words.StartsWord(rest[at..], "COMDTNOTE"u8)
            || Words.StartsWord(rest[at..], "SSIC"u8)
            || Words.StartsWord(rest[at..], "SECTION"u8)
            || Words.StartsWord(rest[at..], "DTG"u8)
            || rest[at..].StartsWith("PAGE 0"u8)
            || rest[at..].StartsWith("GENADMIN/"u8)
            || SetWord.IsMessageId(rest[at..])
            || Heading.DtgLine.TryRead(rest[at..], out _)
            || SubjectWords.LabelLength(rest[at..]) > 0
            || SetWord.TryRead(rest[at..], out _, out _, out _);
    }
}
