using System.Text;

namespace Chancery.Messages.Framing;

/// <summary>What web copies put into messages: entities, tags and markdown links (text.md N-2 to N-4). Each look costs what it passes over.</summary>
internal static class WebMarkUp
{
    private const int LongestEntity = 10;
    private const int LongestTag = 6;

    /// <summary>Tags that begin or end a line on the page.</summary>
    private static ReadOnlySpan<byte> LineTags => " br p div pre tr li table body "u8;

    private static ReadOnlySpan<byte> OtherTags => " a b i span font strong em code tt center u td ul ol tbody html "u8;

    /// <summary>Reads an entity at the start of <paramref name="text"/>; what is none, or would be a control character, stays.</summary>
    public static bool TryEntity(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> character, out int length, out string rule)
    {
        character = default;
        rule = "N-3";
        var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf((byte)';');
        length = end + 1;
        if (end < 3)
        {
            return false;
        }
        var name = text[1..end];
        if (name[0] == '#')
        {
            return TryNumber(name[1..], out var value) && TryCharacter(value, out character, out rule);
        }
        character =
            name.SequenceEqual("amp"u8) ? "&"u8
            : name.SequenceEqual("lt"u8) ? "<"u8
            : name.SequenceEqual("gt"u8) ? ">"u8
            : name.SequenceEqual("quot"u8) ? "\""u8
            : name.SequenceEqual("nbsp"u8) ? " "u8
            : default;
        return !character.IsEmpty;
    }

    /// <summary>
    /// The length of a tag that web copies use, opening or closing; 0 where there is none. <paramref name="isLine"/> tells that it begins or ends a
    /// line on the page.
    /// </summary>
    public static int TagLength(ReadOnlySpan<byte> text, out bool isLine)
    {
        var at = text.Length > 1 && text[1] == '/' ? 2 : 1;
        var name = at;
        while (name < text.Length && name - at <= LongestTag && char.IsAsciiLetter((char)text[name]))
        {
            name++;
        }
        // A blank at either end, as the words of the lists have them.
        Span<byte> tag = stackalloc byte[LongestTag + 3];
        tag = tag[..(name - at + 2)];
        tag.Fill((byte)' ');
        for (var i = at; i < name; i++)
        {
            tag[i - at + 1] = (byte)(text[i] | 0x20);
        }
        isLine = LineTags.IndexOf(tag) >= 0;
        var isKnown = isLine || OtherTags.IndexOf(tag) >= 0;
        if (!isKnown || name >= text.Length || text[name] is not ((byte)'>' or (byte)' ' or (byte)'/'))
        {
            return 0;
        }
        var end = text[name..].IndexOfAny("<>\n"u8);
        return end >= 0 && text[name + end] == '>' ? name + end + 1 : 0;
    }

    /// <summary>Reads <c>[words](target)</c>, both on one line.</summary>
    public static bool TryLink(ReadOnlySpan<byte> text, out int words, out int length)
    {
        words = text[1..].IndexOfAny("[]\n"u8);
        length = 0;
        if (words <= 0 || text[1 + words] != ']' || !text[(2 + words)..].StartsWith("("u8))
        {
            return false;
        }
        var target = 3 + words;
        var end = text[target..].IndexOfAny("()\n"u8);
        if (end < 0 || text[target + end] != ')')
        {
            return false;
        }
        length = target + end + 1;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> digits, out int value)
    {
        var isHexadecimal = !digits.IsEmpty && (digits[0] | 0x20) == 'x';
        value = 0;
        foreach (var digit in isHexadecimal ? digits[1..] : digits)
        {
            var number =
                char.IsAsciiDigit((char)digit) ? digit - '0'
                : isHexadecimal && char.IsAsciiHexDigit((char)digit) ? (digit | 0x20) - 'a' + 10
                : -1;
            if (number < 0)
            {
                return false;
            }
            value = (value * (isHexadecimal ? 16 : 10)) + number;
        }
        return true;
    }

    private static bool TryCharacter(int value, out ReadOnlySpan<byte> character, out string rule)
    {
        rule = value is '\n' or '\r' ? "N-2" : "N-3";
        character = default;
        switch (value)
        {
            case '\n' or '\r':
                character = "\n"u8;
                return true;
            case 0xA0:
                character = " "u8;
                return true;
            case < 0x20 or 0x7F:
                return false;
            case >= 0x80 and <= 0x9F:
                value = Windows1252.Character((byte)value);
                break;
        }
        if (!Rune.IsValid(value))
        {
            return false;
        }
        character = Encoding.UTF8.GetBytes(new Rune(value).ToString());
        return true;
    }
}
