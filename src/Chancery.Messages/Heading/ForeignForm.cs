using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <summary>
/// Recognises messages of other networks by their first lines (transmission.md 0.2, 1.10). They are framed, named and kept raw; nothing of them is
/// taken for a format line.
/// </summary>
internal static class ForeignForm
{
    /// <summary>So far a warning of the special-intelligence network is looked for.</summary>
    private const int MostLines = 6;

    /// <summary>The profile of a message that starts at <paramref name="text"/>; null where it is of this family or none at all.</summary>
    public static Profile? At(ReadOnlySpan<byte> text, LineCursor next)
    {
        if (text.IsEmpty)
        {
            return null;
        }
        if (text[0] == 'Z')
        {
            if (text.StartsWith("ZKZK"u8))
            {
                return Profile.Doi103;
            }
            return text.StartsWith("ZCZC "u8) ? AfterStart(text[5..], next) : null;
        }
        return IsCallSigns(text, out var isMars) && IsBelowCallSigns(next) ? (isMars ? Profile.Mars : Profile.Acp126) : null;
    }

    /// <summary>True where a warning <c>ZNY MMMMM</c> stands on one of the first lines of a heading [K?].</summary>
    public static bool IsSpecialIntelligence(LineCursor lines)
    {
        for (var seen = 0; seen < MostLines && lines.NextWithText(); seen++)
        {
            if (lines.Text.StartsWith("ZNY MMMM"u8))
            {
                return true;
            }
            if (FormatLine.IsBreak(lines.Text, out _))
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Behind ZCZC: two letters and two digits are NAVTEX; else the next line tells AFTN by its priority and eight-letter addresses.</summary>
    private static Profile? AfterStart(ReadOnlySpan<byte> rest, LineCursor next)
    {
        rest = FormatLine.Trim(rest);
        if (rest.Length >= 4 && FormatLine.IsUpper(rest[..2]) && FormatLine.IsDigits(rest[2..4]) && (rest.Length == 4 || rest[4] <= ' '))
        {
            return Profile.Navtex;
        }
        if (!next.NextWithText())
        {
            return null;
        }
        var groups = new GroupCursor(next.Text);
        return
            groups.Next()
            && groups.Group
                is [(byte)'S', (byte)'S']
                    or [(byte)'D', (byte)'D']
                    or [(byte)'F', (byte)'F']
                    or [(byte)'G', (byte)'G']
                    or [(byte)'K', (byte)'K']
            && groups.Next()
            && groups.Group.Length == 8
            && FormatLine.IsUpper(groups.Group)
            ? Profile.Aftn
            : null;
    }

    /// <summary>
    /// Call signs called, <c>DE</c>, the call sign calling, perhaps <c>NR</c> and a number; MARS calls nobody and leaves NR out. A line of routing
    /// indicators is none.
    /// </summary>
    private static bool IsCallSigns(ReadOnlySpan<byte> text, out bool isMars)
    {
        isMars = false;
        if (text.Length > 69)
        {
            return false;
        }
        var groups = new GroupCursor(text);
        var called = 0;
        while (groups.Next() && !groups.Group.SequenceEqual("DE"u8))
        {
            if (!IsCallSign(groups.Group) || ++called > 8)
            {
                return false;
            }
        }
        if (!groups.Next() || !IsCallSign(groups.Group) || (called == 0 && FormatLine.IsRoutingIndicator(groups.Group)))
        {
            return false;
        }
        var calling = groups.Group;
        var hasNumberWord = groups.Next() && groups.Group.SequenceEqual("NR"u8);
        if (hasNumberWord && !groups.Next())
        {
            return false;
        }
        var isNumbered = groups.Group.Length is >= 1 and <= 4 && FormatLine.IsDigits(groups.Group);
        isMars = called == 0 && !hasNumberWord;
        return isNumbered && !groups.Next() && (hasNumberWord || (isMars && calling.ContainsAnyInRange((byte)'0', (byte)'9')));
    }

    private static bool IsCallSign(ReadOnlySpan<byte> group) =>
        group.Length is >= 3 and <= 8
        && !group.ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8)
        && group.ContainsAnyInRange((byte)'A', (byte)'Z');

    /// <summary>Below call signs a preamble, a warning, an instruction or an address has to come.</summary>
    private static bool IsBelowCallSigns(LineCursor next)
    {
        for (var seen = 0; seen < 2 && next.NextWithText(); seen++)
        {
            if (DtgLine.TryRead(next.Text, out _) || FormatLine.Prosign(next.Text, out _) > 0)
            {
                return true;
            }
            if (seen == 0 && !FormatLine.IsWarning(next.Text) && !next.Text.StartsWith("T "u8) && !next.Text.SequenceEqual("T"u8))
            {
                return false;
            }
        }
        return false;
    }
}
