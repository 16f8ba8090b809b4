namespace Chancery.Messages.Text;

/// <summary>Tells the families of texts apart by their surest signs (text.md 1).</summary>
internal static class FamilyFinder
{
    /// <summary>A first line longer than this lost its line ends.</summary>
    private const int LongestLine = 80;

    /// <summary>So many first lines may hold a subject behind a title.</summary>
    private const int MostHeadLines = 12;

    public static TextFamily Find(TextLines lines)
    {
        var subject = false;
        var numbered = false;
        for (var i = lines.First; i < lines.End; i++)
        {
            var span = lines[i];
            if (span.Length < 2)
            {
                continue;
            }
            var text = lines.Slice(span);
            switch (text[0] & 0xDF)
            {
                case 'E' or 'T' when !numbered && IsTelegramLabel(text):
                    return TextFamily.State2000;
                case 'M' when SetWord.IsMessageId(text):
                    return TextFamily.NavalSet;
                case 'M' or 'S' or 'G' or 'R' when SetWord.TryRead(text, out var id, out _, out var damaged):
                    if (id is "MSGID" or "SUBJ" or "GENTEXT" || (id is "RMKS" or "REF" && !damaged))
                    {
                        return TextFamily.NavalSet;
                    }
                    break;
                case 'S' when !subject && SubjectWords.LabelLength(text) > 0:
                    subject = true;
                    break;
            }
            numbered = numbered || (Words.IsDigit(text[0]) && ParagraphStart.TryRead(text, out var start) && start.Number == 1);
        }
        return WithoutSureLines(lines, subject);
    }

    private static TextFamily WithoutSureLines(TextLines lines, bool subject)
    {
        for (var i = lines.First; !subject && i < Math.Min(lines.End, lines.First + MostHeadLines); i++)
        {
            subject = SubjectWords.GluedLabel(lines.Text(i)) > 0;
        }
        var text = lines.Bytes[lines.Start..lines.Stop];
        if (text.IndexOf(" MSGID/"u8) >= 0 || text.IndexOf("//SUBJ/"u8) >= 0)
        {
            return TextFamily.NavalSet;
        }
        if (
            text.IndexOf(" SUBJ: "u8) >= 0
            && HasSubjectCode(lines)
            && (text.IndexOf((byte)'\n') is var end && end < 0 ? text.Length : end) > LongestLine
        )
        {
            return TextFamily.NavalPlain;
        }
        if (subject && HasSubjectCode(lines))
        {
            return TextFamily.NavalPlain;
        }
        if (TitleLine.FindInHeading(lines.Context) is not null || TitleLine.FindAlone(lines, lines.Stop) is not null)
        {
            return TextFamily.NavalPlain;
        }
        if (HasPostAndNumber(lines))
        {
            return TextFamily.State2000;
        }
        if (subject)
        {
            return lines.Context.Profile == Profile.State ? TextFamily.State2000 : TextFamily.NavalPlain;
        }
        return HasSubjectCode(lines) ? TextFamily.NavalSet : TextFamily.Plain;
    }

    private static bool IsTelegramLabel(ReadOnlySpan<byte> text) =>
        Labels.TryRead(text, out var label, out var length)
        && (label == TextLabel.ExecutiveOrder || (label == TextLabel.Tags && text.Length > length));

    /// <summary>A classification line with a post and its number, as the first filled line.</summary>
    private static bool HasPostAndNumber(TextLines lines)
    {
        var i = lines.NextFilled(lines.First);
        if (i >= lines.End)
        {
            return false;
        }
        var probe = new TextReading(new TextLists());
        new ClassificationLine(lines, probe).Read(i + 1);
        return probe.Mrn is not null;
    }

    /// <summary><c>//N01234//</c> on one of the first lines.</summary>
    private static bool HasSubjectCode(TextLines lines)
    {
        for (var i = lines.First; i < Math.Min(lines.End, lines.First + MostHeadLines); i++)
        {
            var text = lines.Text(i);
            var at = text.IndexOf("//N"u8);
            if (at >= 0 && Words.TryNumber(text, at + 3, out _, out var digits) && digits == 5)
            {
                return true;
            }
        }
        return false;
    }
}
