using System.Text;

namespace Chancery.Messages.Text;

/// <summary>
/// Finds the letters or numbers that part a REF block into entries: <c>A.</c>, <c>(B)</c>, <c>[C]</c>, <c>1)</c>, <c>A -</c>, a bare letter
/// in front of a post, doubled ones as <c>A. A)</c> and <c>A. REF A</c> (text.md RF-4).
/// </summary>
internal sealed class ReferenceEnumerators(TextContext context, string block)
{
    private const int MostBlanks = 3;
    private char expected = 'A';
    private int expectedNumber = 1;
    private bool hasNumbers;

    /// <summary>Reads one at a place; <paramref name="from"/> is where the entry before it begins.</summary>
    public bool TryRead(int at, int from, bool lineStart, out string? label, out int length)
    {
        label = null;
        length = 0;
        if (!lineStart && !IsBreak(at))
        {
            return false;
        }
        var start = at;
        if (block[at] == '\u00B6')
        {
            at++;
        }
        if (at >= block.Length || !(char.IsAsciiLetterOrDigit(block[at]) || block[at] is '(' or '['))
        {
            return false;
        }
        var isOpen = block[at] is '(' or '[';
        at = isOpen ? SkipBlanks(at + 1) : at;
        var word = at;
        while (at < block.Length && char.IsAsciiDigit(block[at]))
        {
            at++;
        }
        var isNumber = at > word;
        if (at - word > 2 || at >= block.Length || (!isNumber && !char.IsAsciiLetter(block[at])))
        {
            return false;
        }
        at += isNumber ? 0 : 1;
        var found = block[word..at].ToUpperInvariant();
        if (found == "8" && expected == 'B' && !hasNumbers)
        {
            // The figure looks like the letter.
            (found, isNumber) = ("B", false);
        }
        if (!TryClose(at, isOpen, isNumber, lineStart, out var end))
        {
            return false;
        }
        if (isNumber ? !IsNextNumber(found, end) : !IsNextLetter(found[0], word, end, from, lineStart, isOpen))
        {
            return false;
        }
        if (isNumber)
        {
            hasNumbers = true;
            expectedNumber++;
        }
        else
        {
            expected = (char)(found[0] + 1);
            expectedNumber = found[0] - 'A' + 2;
            end = SkipDoubled(end, found[0]);
        }
        label = found;
        length = end - start;
        return true;
    }

    /// <summary>Inside a line a letter stands behind a blank or a sign; glued to a number only with a sign of its own: <c>12(B)</c>, <c>12B. POST</c>.</summary>
    private bool IsBreak(int at) =>
        at > 0
        && (
            block[at - 1] is ' ' or ';' or ',' or ')' or '/'
            || (block[at] == '(' && block.AsSpan(0, at).EndsWith("\nREF", StringComparison.OrdinalIgnoreCase))
            || (
                char.IsAsciiDigit(block[at - 1])
                && (block[at] is '(' or '[' || (block[at] == expected && at + 1 < block.Length && block[at + 1] is '.' or ')'))
            )
        );

    /// <summary>Reads what closes the letter; <paramref name="end"/> is where the entry's words begin.</summary>
    private bool TryClose(int at, bool isOpen, bool isNumber, bool lineStart, out int end)
    {
        end = at;
        var close = isOpen ? SkipBlanks(at) : at;
        if (close >= block.Length)
        {
            return false;
        }
        if (isOpen && block[close] == '.' && close + 1 < block.Length && block[close + 1] == ')')
        {
            close++;
        }
        if (isOpen && !lineStart && IsBehindNumber(at, close))
        {
            return false;
        }
        if (isOpen ? block[close] is ')' or ']' : block[close] is '.' or ')' or ':' or ']' && !IsInitials(close))
        {
            end = SkipSigns(close + 1);
            return true;
        }
        if (!isOpen && block[close] == ',' && block[at - 1] == expected && IsTelegram(SkipBlanks(close + 1)))
        {
            end = SkipBlanks(close + 1);
            return true;
        }
        if (!isOpen && block[close] is '-' or '/' && (lineStart || block[at - 1] == expected) && IsTelegram(SkipBlanks(close + 1)))
        {
            end = SkipBlanks(close + 1);
            return true;
        }
        if (isOpen && !isNumber && block[close] == '.' && block[at - 1] == expected && IsTelegram(SkipBlanks(close + 1)))
        {
            // "(A. POST 12) (B. POST 13)"
            end = SkipBlanks(close + 1);
            return true;
        }
        if (isOpen || isNumber || block[close] != ' ')
        {
            return false;
        }
        end = SkipBlanks(close);
        if (end + 1 < block.Length && block[end] == ':' && block[at - 1] == expected)
        {
            end = SkipBlanks(end + 1);
            return true;
        }
        var dashes = block.AsSpan(end).StartsWith("--") ? 2 : 1;
        if (end + dashes < block.Length && block[end] == '-' && block[end + dashes] == ' ')
        {
            end = SkipBlanks(end + dashes);
            return true;
        }
        // "A POST 100": a bare letter, and behind it a post with its number; inside a line only the letter that follows.
        return (lineStart || block[at - 1] == expected) && IsTelegram(end);
    }

    /// <summary><c>POST 12 (C) B. POST 13</c>, <c>POST 12 (A), POST 13 (B)</c>: a bracket that closes an entry opens none.</summary>
    private bool IsBehindNumber(int letter, int close)
    {
        var next = close + 1;
        if (
            next < block.Length
            && block[next] == '\n'
            && block.AsSpan(0, letter).TrimEnd("ABCDEFGHIJKLMNOPQRSTUVWXYZ( ") is [.., ';' or ',']
        )
        {
            return false;
        }
        if (next >= block.Length || block[next] is ',' or ';' or '\n')
        {
            return true;
        }
        next = SkipBlanks(next);
        if (string.CompareOrdinal(block, next, "AND ", 0, 4) == 0)
        {
            return true;
        }
        return next + 1 < block.Length
            && (
                (char.IsAsciiLetterUpper(block[next]) && block[next + 1] is '.' or ')')
                || (block[next] == '(' && next > close + 1 && !IsMark(next) && !IsTelegram(next + 1) && !IsFlagInFront(next))
            );
    }

    /// <summary><c>(B) (NOTAL) POST 13</c>.</summary>
    private bool IsFlagInFront(int at) =>
        string.CompareOrdinal(block, at, "(NOTAL)", 0, 7) == 0 && IsTelegram(Math.Min(block.Length, SkipBlanks(at + 7)));

    private bool IsMark(int at) =>
        PortionMark.TryRead(Encoding.UTF8.GetBytes(block[at..Math.Min(block.Length, at + 8)]), behindNumber: false, out _, out _);

    /// <summary><c>U.S. EMBASSY</c> and <c>A.I.D.</c> begin with initials.</summary>
    private bool IsInitials(int stop) =>
        block[stop] == '.' && stop + 2 < block.Length && char.IsAsciiLetter(block[stop + 1]) && block[stop + 2] == '.';

    private bool IsNextNumber(string number, int end) =>
        int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) == expectedNumber
        && (hasNumbers || expectedNumber > 1 || IsOneAtStart(end))
        && (IsTelegram(end) || hasNumbers);

    private bool IsOneAtStart(int end) => block.AsSpan(0, end).Trim(" \n([)].1:-").IsEmpty;

    private bool IsNextLetter(char letter, int word, int end, int from, bool lineStart, bool isOpen)
    {
        if (lineStart)
        {
            return letter <= expected + 3;
        }
        // Directly behind another letter a bracketed one is a portion mark: "B. (C) POST 4".
        if (
            isOpen
            && letter is 'C' or 'S' or 'U'
            && (letter != expected || block.AsSpan(0, from).TrimEnd() is [.., not ')'])
            && from > 0
            && block.AsSpan(from, word - 1 - from).Trim().IsEmpty
        )
        {
            return false;
        }
        if (letter == expected)
        {
            return isOpen || !IsInitialOfName(word, end);
        }
        return (letter == expected - 1 || (letter > expected && letter <= expected + 2)) && IsTelegram(end);
    }

    /// <summary><c>JANE B. DOE</c>: a letter between two words, no telegram behind it.</summary>
    private bool IsInitialOfName(int word, int end)
    {
        if (word < 2 || block[word - 1] != ' ' || !char.IsAsciiLetter(block[word - 2]) || IsTelegram(end))
        {
            return false;
        }
        var start = block.LastIndexOf(' ', word - 2) + 1;
        return ReferenceWords.Kind(block[start..(word - 1)]) is null && !IsFlag(block.AsSpan(start, word - 1 - start));
    }

    private static bool IsFlag(ReadOnlySpan<char> word) =>
        word.Equals("NOTAL", StringComparison.OrdinalIgnoreCase)
        || word.Equals("PREVIOUS", StringComparison.OrdinalIgnoreCase)
        || word.Equals("PASEP", StringComparison.OrdinalIgnoreCase);

    private bool IsTelegram(int at)
    {
        var line = block.AsSpan(at, Math.Min(block.Length - at, 60));
        return ReferenceWords.TryCable(context, Encoding.UTF8.GetBytes(line.ToString().Replace('\n', ' ')), out _, out _);
    }

    private int SkipBlanks(int at)
    {
        var start = at;
        while (at < block.Length && at - start < MostBlanks && block[at] == ' ')
        {
            at++;
        }
        return at;
    }

    private int SkipSigns(int at)
    {
        while (at < block.Length && block[at] is '.' or ' ' or ')' or ':')
        {
            at++;
        }
        return at;
    }

    private int SkipDoubled(int at, char letter)
    {
        var next = at;
        if (next + 3 < block.Length && string.Compare(block, next, "REF ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0)
        {
            next += 4;
        }
        var bracket = next < block.Length && block[next] == '(';
        next += bracket ? 1 : 0;
        if (
            next + 1 >= block.Length
            || char.ToUpperInvariant(block[next]) != letter
            || block[next + 1] is not (')' or '.' or ':' or '\n' or ' ')
            || (block[next + 1] == ' ' && next == at)
            || IsInitials(next + 1)
        )
        {
            return at;
        }
        return SkipSigns(next + 1);
    }
}
