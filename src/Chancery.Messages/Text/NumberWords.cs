using System.Text;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Text;

/// <summary>Reads a post and a number as telegrams print them, tidy or not (text.md 5, MR-5, MR-11).</summary>
internal static class NumberWords
{
    private const int LongestPost = 40;

    /// <summary>
    /// Reads <c>POST 000817</c>, <c>10-POST-57</c>, <c>09POST0561</c>, <c>POST: 73097</c>, <c>(99) POST 2196</c>, <c>POST 701 (08)</c>, <c>POST 701 OF 2008</c> at
    /// the start of one line. Spans are counted from the start of <paramref name="text"/>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out PostNumber found)
    {
        found = default;
        var at = 0;
        var year = LeadingYear(text, ref at);
        var postStart = at;
        while (at < text.Length && at - postStart < LongestPost && IsPostByte(text[at]))
        {
            at++;
        }
        var postEnd = at;
        while (postEnd > postStart && !Words.IsLetter(text[postEnd - 1]))
        {
            postEnd--;
        }
        var like = LikeInFront(text, postStart, postEnd);
        at = postEnd - like;
        postEnd = like > 0 ? Words.TrimEnd(text, postStart, at) : postEnd;
        if (postEnd - postStart < 2 || !Words.IsLetter(text[postStart]))
        {
            return false;
        }
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'-' or (byte)':' or (byte)'.' or (byte)'#')
        {
            at++;
        }
        if (!Words.TryNumber(text, at + like, out var number, out var digits) || digits > 8)
        {
            return false;
        }
        for (var first = at + like - 1; first >= at; first--)
        {
            number += (LikeFigures.ToFigure(text[first]) - '0') * (int)Math.Pow(10, digits++);
        }
        if (digits < 3 && at == postEnd && IsNumberBehind(text, at + digits))
        {
            // "QUIT0 001377": the figure is a letter of the post.
            return false;
        }
        at += digits;
        at += SecondPart(text, at, ref number, ref digits);
        if (at < text.Length && Words.IsLetter(text[at]) && !TryLetters(text, ref at, ref number, ref digits))
        {
            return false;
        }
        var end = at;
        year ??= TrailingYear(text, ref end);
        found = new PostNumber(TextSpan.FromBounds(postStart, postEnd), number, digits, year, TextSpan.FromBounds(0, at), end);
        return true;
    }

    /// <summary>The number with figures for letters or letters for figures.</summary>
    public static bool TryLike(ref ReadOnlySpan<byte> text, out PostNumber found)
    {
        found = default;
        var tidy = new byte[Math.Min(text.Length, LikeFigures.Longest)];
        if (!LikeFigures.TryTidy(text[..tidy.Length], tidy) || !TryRead(tidy, out found))
        {
            return false;
        }
        text = tidy;
        return true;
    }

    /// <summary>
    /// Reads <c>POST 00S621</c>, a number of six signs of which one is no digit, by the station serial: the last four are the same (MR-4). A figure in
    /// front of them that was lost is 0 where the serial agrees; few posts count further in a year.
    /// </summary>
    public static bool TryMend(ReadOnlySpan<byte> text, string? serial, out PostNumber found)
    {
        found = default;
        if (serial is not { Length: 4 } || !FormatLine.IsDigits(Encoding.ASCII.GetBytes(serial)))
        {
            return false;
        }
        var first = text.IndexOfAnyInRange((byte)'0', (byte)'9');
        var end = first < 0 ? 0 : first + Words.WordLength(text, first);
        if (end - first != 6 || first < 3 || end - 1 < 6)
        {
            return false;
        }
        var wrong = 0;
        for (var i = 0; i < 6; i++)
        {
            var sign = text[first + i];
            var isRight = i < 2 ? Words.IsDigit(sign) : sign == serial[i - 2];
            wrong += isRight ? 0 : 1;
        }
        var post = Words.TrimEnd(text, 0, first);
        if (wrong != 1 || post < 3 || text[..post].ContainsAnyInRange((byte)'0', (byte)'9') || !Words.IsLetter(text[0]))
        {
            return false;
        }
        var front = 0;
        for (var i = 0; i < 2; i++)
        {
            front = (front * 10) + (Words.IsDigit(text[first + i]) ? text[first + i] - '0' : 0);
        }
        var number = (front * 10_000) + int.Parse(serial, System.Globalization.CultureInfo.InvariantCulture);
        found = new PostNumber(TextSpan.FromBounds(0, post), number, 6, null, TextSpan.FromBounds(0, end), end);
        return true;
    }

    /// <summary>How many letters for figures stand in front of the digits, two at most: <c>STATE l2345</c>, <c>STATE O1O22</c>; the last stands straight before a digit.</summary>
    private static int LikeInFront(ReadOnlySpan<byte> text, int start, int end)
    {
        var length = 0;
        while (length < 2 && end - start > 3 + length && text[end - 1 - length] is (byte)'l' or (byte)'I' or (byte)'O')
        {
            length++;
        }
        return length > 0 && end < text.Length && Words.IsDigit(text[end]) && text[end - 1 - length] == ' ' ? length : 0;
    }

    private static bool IsNumberBehind(ReadOnlySpan<byte> text, int at) =>
        at < text.Length
        && text[at] == ' '
        && Words.TryNumber(text, at + 1, out var number, out var digits)
        && digits is >= 3 and <= 6
        && (digits != 4 || number is < 1973 or > 2030);

    /// <summary><c>STATE 9 3311</c>: one or two digits, a blank and no sign, and four or five more are one number; a year is none.</summary>
    private static int SecondPart(ReadOnlySpan<byte> text, int at, ref int number, ref int digits)
    {
        if (
            digits > 2
            || at >= text.Length
            || text[at] != ' '
            || !Words.TryNumber(text, at + 1, out var rest, out var more)
            || more is not (4 or 5)
            || digits + more > 6
            || rest is >= 1973 and <= 2030
            || (at + 1 + more < text.Length && (Words.IsWordByte(text[at + 1 + more]) || text[at + 1 + more] is (byte)'/' or (byte)'.'))
        )
        {
            return 0;
        }
        number = (number * (more == 4 ? 10_000 : 100_000)) + rest;
        digits += more;
        return 1 + more;
    }

    /// <summary><c>1O23</c>, <c>1l23</c>: letters that look like figures among digits, and a digit behind them.</summary>
    private static bool TryLetters(ReadOnlySpan<byte> text, ref int at, ref int number, ref int digits)
    {
        var next = at;
        var whole = number;
        while (next < text.Length && (Words.IsDigit(text[next]) || text[next] is (byte)'O' or (byte)'l') && next - at < 8 - digits)
        {
            whole =
                (whole * 10)
                + (
                    text[next] == 'O' ? 0
                    : text[next] == 'l' ? 1
                    : text[next] - '0'
                );
            next++;
        }
        if (next - at < 2 || !Words.IsDigit(text[next - 1]) || (next < text.Length && Words.IsWordByte(text[next])))
        {
            return false;
        }
        (number, digits, at) = (whole, digits + next - at, next);
        return true;
    }

    private static bool IsPostByte(byte b) => Words.IsLetter(b) || b is (byte)' ' or (byte)'-' or (byte)'\'' or (byte)'.';

    /// <summary><c>09CAIRO</c>, <c>10-OTTAWA</c>, <c>(99) ROME</c>, <c>094 QUITO</c>, <c>2004 ROME</c>.</summary>
    private static int? LeadingYear(ReadOnlySpan<byte> text, ref int at)
    {
        var bracket = text.Length > 0 && text[0] == '(';
        var start = bracket || (text.Length > 0 && text[0] == '\'') ? 1 : 0;
        if (!Words.TryNumber(text, start, out var number, out var digits) || digits is < 2 or > 4)
        {
            return null;
        }
        var next = start + digits;
        if (bracket)
        {
            if (next >= text.Length || text[next] != ')')
            {
                return null;
            }
            next++;
        }
        while (next < text.Length && text[next] is (byte)' ' or (byte)'-' or (byte)'\'')
        {
            next++;
        }
        var year = digits == 3 ? null : DateWords.Year(number, digits);
        // "1170 AND POST 44": four digits that are no year stand in front of no post.
        at = digits == 4 && year is null ? at : next;
        return year;
    }

    private static int? TrailingYear(ReadOnlySpan<byte> text, ref int end)
    {
        var at = Words.SkipBlanks(text, end);
        if (Words.StartsWord(text[at..], "OF"u8))
        {
            at = Words.SkipBlanks(text, at + 2);
            if (Words.TryNumber(text, at, out var whole, out var four) && four == 4 && DateWords.Year(whole, four) is { } named)
            {
                end = at + four;
                return named;
            }
            return null;
        }
        if (at >= text.Length || text[at] != '(' || !Words.TryNumber(text, at + 1, out var number, out var digits))
        {
            return null;
        }
        var close = at + 1 + digits;
        if (close >= text.Length || text[close] != ')' || DateWords.Year(number, digits) is not { } year)
        {
            return null;
        }
        end = close + 1;
        return year;
    }
}
