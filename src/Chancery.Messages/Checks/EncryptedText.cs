using Chancery.Messages.Heading;

namespace Chancery.Messages.Checks;

/// <summary>Texts in groups (transmission.md 2.9, 6.1): how they are told from plain ones, and how their groups are counted.</summary>
internal static class EncryptedText
{
    private const int Enough = 10;

    /// <summary>A short text of fewer groups than these may be plain words of five letters by chance.</summary>
    private const int Fewest = 5;

    /// <summary>True where the first groups of a text, or all of a short one, have five letters each.</summary>
    public static bool Is(ReadOnlySpan<byte> text)
    {
        var isCut = text.Length > 400;
        var groups = new GroupCursor(isCut ? text[..400] : text);
        var seen = 0;
        while (seen < Enough && groups.Next())
        {
            foreach (var range in groups.Group.SplitAny("\r\n"u8))
            {
                var group = groups.Group[range];
                if (!group.IsEmpty && (group.Length != 5 || !FormatLine.IsUpper(group)))
                {
                    return false;
                }
                seen += group.IsEmpty ? 0 : 1;
            }
        }
        return seen >= (isCut ? Enough : Fewest);
    }

    /// <summary>
    /// The groups between the two BT: all but page lines and the section mark; a cryptopart mark counts (ACP 127(G) 208g).
    /// </summary>
    public static int Count(MessageReading reading)
    {
        var count = 0;
        for (var i = reading.Heading.TextFirst; i < reading.Heading.TextEnd; i++)
        {
            var line = reading.Lines.Text(i);
            if (PageLine.Is(FormatLine.Trim(line)))
            {
                continue;
            }
            var groups = new GroupCursor(line[SectionMark(line)..]);
            while (groups.Next())
            {
                count++;
            }
        }
        return count;
    }

    /// <summary>Length of <c>SECTION 1 OF 2</c>, <c>FINAL SECTION OF 2</c> at the start of a line; 0 where there is none.</summary>
    private static int SectionMark(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("SECTION "u8) && !line.StartsWith("FINAL SECTION "u8))
        {
            return 0;
        }
        var groups = new GroupCursor(line);
        for (var i = 0; i < 5 && groups.Next(); i++)
        {
            if (groups.Group.SequenceEqual("OF"u8) && groups.Next() && FormatLine.IsDigits(groups.Group))
            {
                return groups.End;
            }
        }
        return 0;
    }
}
