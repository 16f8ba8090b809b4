using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <content>Messages of other networks and printed books: named, and kept whole as text.</content>
internal sealed partial class HeadingReader
{
    /// <summary>So many lines before a heading may belong to it: call signs stand above a preamble that is ours as well.</summary>
    private const int MostLinesAbove = 4;

    /// <summary>A printed document shows its heading at the top.</summary>
    private const int MostLinesOfPrint = 12;

    /// <summary>Where a foreign message starts, at or above the first line of ours; -1 where there is none.</summary>
    private int ForeignLine(int first, out Profile profile)
    {
        profile = default;
        var last = first < 0 ? Math.Min(lines.Count - 1, MostLinesOfPrint) : first;
        for (var i = first < 0 ? 0 : Math.Max(0, first - MostLinesAbove); i <= last; i++)
        {
            var text = Text(i);
            if (!text.IsEmpty && ForeignForm.At(text, new LineCursor(Bytes, lines[i].Next)) is { } found)
            {
                profile = found;
                return i;
            }
        }
        if (first >= 0 && ForeignForm.IsSpecialIntelligence(new LineCursor(Bytes, lines[first].Start)))
        {
            profile = Profile.Doi103;
            return first;
        }
        return -1;
    }

    /// <summary>The lines up to the end mark are text; warnings among them still tell the level.</summary>
    private void ReadForeign(int at, Profile profile)
    {
        reading.Profile = profile;
        reading.IsPlain = true;
        reading.Remarks.Add(
            new Remark(
                "TX-121",
                lines[at].Span,
                $"This is a message of form {profile.Name()}, which is kept as it stands and not read further."
            )
        );
        if (profile == Profile.Doi103)
        {
            reading.BannerLevel = Level.TopSecret;
        }
        reading.TextFirst = at;
        reading.TextStart = lines[at].Start;
        var end = at;
        for (; end < lines.Count && !FormatLine.IsEnd(Text(end)); end++)
        {
            var text = Text(end);
            if (FormatLine.IsWarning(text))
            {
                reading.BannerLevel = Levels.Highest(reading.BannerLevel, WarnedLevel(text));
            }
        }
        reading.TextEnd = end;
        reading.TextStop = Math.Max(reading.TextStart, lines[end - 1].End);
        Begin(reading.TextStart, PartKind.FormatLine, 12);
        reading.FormatLines[12] = TextSpan.FromBounds(reading.TextStart, reading.TextStop);
        ReadEnding(end);
    }

    private static Level? WarnedLevel(ReadOnlySpan<byte> text)
    {
        var groups = new GroupCursor(text);
        return groups.Next() && groups.Next() ? HighestOf(groups.Group[..Math.Min(5, groups.Group.Length)]) : null;
    }

    /// <summary>A telegram as Foreign Relations of the United States prints it: <c>12. Telegram From ... to ...</c> [K].</summary>
    private void NotePrint()
    {
        for (var (i, seen) = (0, 0); i < lines.Count && seen < MostLinesOfPrint; i++)
        {
            var text = Text(i);
            if (text.IsEmpty)
            {
                continue;
            }
            seen++;
            if (IsPrintHeading(text))
            {
                reading.Remarks.Add(
                    new Remark(
                        "TX-121",
                        lines[i].Span,
                        "This is a telegram as Foreign Relations of the United States prints it; it is kept as it stands."
                    )
                );
                return;
            }
        }
    }

    private static bool IsPrintHeading(ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits is < 1 or > 4 || text[digits] != '.')
        {
            return false;
        }
        var rest = FormatLine.Trim(text[(digits + 1)..]);
        rest = rest.StartsWith("Circular "u8) ? rest[9..] : rest;
        return (rest.StartsWith("Telegram"u8) || rest.StartsWith("Airgram"u8)) && rest[..Math.Min(rest.Length, 40)].IndexOf(" From "u8) > 0;
    }
}
