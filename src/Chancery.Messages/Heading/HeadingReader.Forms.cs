namespace Chancery.Messages.Heading;

/// <content>What kind of message the lines make (transmission.md 2.13, 5.4).</content>
internal sealed partial class HeadingReader
{
    /// <summary>A short service message has no more lines than these before its end.</summary>
    private const int MostShortServiceLines = 8;

    /// <summary>Subject indicator codes stand on one of so many lines.</summary>
    private const int MostLinesOfSigns = 6;

    private bool isShortService;

    /// <summary>
    /// True where the text of a short service message begins: format line 3 has no serial, and neither BT nor a preamble nor an address comes before
    /// the end mark.
    /// </summary>
    private bool IsShortServiceText(int at, ReadOnlySpan<byte> text)
    {
        if (serial is not null || FormatLine.IsWarning(text))
        {
            return false;
        }
        for (var (i, seen) = (at, 0); i < lines.Count; i++)
        {
            text = Text(i);
            if (text.IsEmpty)
            {
                continue;
            }
            if (FormatLine.IsEnd(text))
            {
                return seen > 0;
            }
            if (
                ++seen > MostShortServiceLines
                || FormatLine.IsBreak(text, out _)
                || FormatLine.Prosign(text, out _) > 0
                || FormatLine.IsCalling(text, out _)
                || FormatLine.IsChannel(text)
                || IsChannelLine(text, 4)
                || DtgLine.TryReadLoose(text, out _)
            )
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Called when everything is read.</summary>
    private void ChooseForm()
    {
        if (reading.Profile == Profile.Reading)
        {
            return;
        }
        var hasAddress = reading.From is not null || !reading.Action.IsEmpty || !reading.Info.IsEmpty;
        reading.Form =
            isShortService ? MessageForm.ShortService
            : IsServiceText() ? MessageForm.Service
            : hasAddress ? MessageForm.Plaindress
            : reading.GroupCount is not null ? MessageForm.Codress
            : MessageForm.Abbreviated;
        if (reading.Profile == Profile.Acp127 && HasNatoSign())
        {
            reading.Profile = Profile.Acp127N;
        }
        reading.IsNeverAnswered =
            reading.Station is { RoutingIndicator: var calling } && calling.EndsWith("CSD", StringComparison.Ordinal)
            || (reading.Form is MessageForm.ShortService && IsAnswer());
    }

    /// <summary>The class word of NATO, or a line of subject indicator codes (<c>SIC</c> and groups of three), on the first lines of the text.</summary>
    private bool HasNatoSign()
    {
        for (var (i, seen) = (reading.TextFirst, 0); i < reading.TextEnd && seen < MostLinesOfSigns; i++)
        {
            var text = Text(i);
            if (text.IsEmpty)
            {
                continue;
            }
            if (
                seen++ == 0
                && (
                    text.StartsWith("NATO "u8)
                    || text.StartsWith("N A T O "u8)
                    || text.StartsWith("C O S M I C"u8)
                    || text.StartsWith("COSMIC "u8)
                )
            )
            {
                return true;
            }
            var groups = new GroupCursor(text);
            if (
                text.StartsWith("SIC "u8)
                && groups.Next()
                && groups.Next()
                && groups.Group.Length == 3
                && !groups.Group.ContainsAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"u8)
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The text begins with a classification and SVC.</summary>
    private bool IsServiceText()
    {
        var place = reading.FormatLines[12];
        var text = FormatLine.Trim(Bytes.Slice(place.Start, Math.Min(place.Length, 120)).TrimStart("\r\n"u8));
        return Messages.Text.LevelWord.TryRead(text, out _, out var length)
            && FormatLine.Trim(text[length..].TrimStart("\r\n "u8)) is var rest
            && rest.StartsWith("SVC"u8)
            && (rest.Length == 3 || rest[3] <= ' ');
    }

    /// <summary>A receipt (<c>R Z</c> and a channel number) or the answer to a question about numbers, channel test or closing.</summary>
    private bool IsAnswer()
    {
        var place = reading.FormatLines[12];
        var groups = new GroupCursor(FormatLine.Trim(Bytes.Slice(place.Start, Math.Min(place.Length, 69))));
        if (!groups.Next())
        {
            return false;
        }
        if (groups.Group.SequenceEqual("R"u8))
        {
            return groups.Next() && groups.Group.SequenceEqual("Z"u8) && groups.Next() && FormatLine.IsChannelNumber(groups.Group);
        }
        return groups.Group.SequenceEqual("ZIC"u8) || groups.Group.SequenceEqual("ZKJ1"u8) || groups.Group.StartsWith("ZBZ"u8);
    }
}
