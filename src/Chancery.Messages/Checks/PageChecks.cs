using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages.Checks;

/// <summary>Page lines, the length of pages, and the mark of the last section (transmission.md 1.7, 1.8, 11.6).</summary>
internal sealed class PageChecks : CheckGroup
{
    private const int MostLines = 20;
    private const int MostTextPages = 5;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var pages = reading.Heading.PageLines;
        if (pages.Count > 0)
        {
            PageLines(reading, pages, findings);
        }
        if (reading.IsWhole && (pages.Count > 0 || reading.IsOutgoing))
        {
            Lengths(reading, pages, findings);
        }
        if (
            reading.Text.Section is { Number: { } number, Of: { } of, Final: false }
            && number == of
            && of > 1
            && reading.IsTransmission
            && reading.Heading.Profile != Profile.State
        )
        {
            findings.Add(
                "TX-611",
                reading.Text.SectionSpan,
                $"The last section is marked SECTION {number} OF {of}, FINAL SECTION OF {of} is the form."
            );
        }
    }

    private static void PageLines(MessageReading reading, List<int> pages, FindingList findings)
    {
        PageMark before = default;
        var serial = default(TextSpan);
        // A switch that puts sections together, or a hand, lets each keep its page numbers and its serial.
        var isJoined = IsCollated(reading);
        foreach (var line in pages)
        {
            var words = reading.Lines[line].Words;
            var text = reading.Bytes(words);
            if (text.StartsWith("TO "u8) || text.StartsWith("INFO "u8) || text.StartsWith("FM "u8) || !PageMark.TryRead(text, out var page))
            {
                continue;
            }
            var printed = page.Serial with { Start = words.Start + page.Serial.Start };
            var isOther = !page.Serial.IsEmpty && !reading.Bytes(printed).SequenceEqual(reading.Bytes(serial));
            isJoined |= isOther && before.Number > 0 && page.Number <= 2;
            if (!isOther || before.Number == 0)
            {
                Number(page, isJoined && page.Number <= 2 ? default : before, words, findings);
            }
            if (!page.Station.IsEmpty)
            {
                if (isOther)
                {
                    Station(reading, page, text, words, isJoined, findings);
                }
                Class(reading, page, text, words, findings);
                serial = printed;
            }
            before = page;
        }
    }

    private static bool IsCollated(MessageReading reading)
    {
        var place = reading.Heading.FormatLines[12];
        return reading.Bytes(place with { Length = Math.Min(place.Length, 2000) }).IndexOf(" SECTION MESSAGE COLLATED "u8) >= 0;
    }

    private static void Number(PageMark page, PageMark before, TextSpan place, FindingList findings)
    {
        if (before.Number == 0 ? page.Number > 2 && page.Of == 0 : page.Number != before.Number + 1)
        {
            findings.Add(
                "TX-601",
                place,
                before.Number == 0
                    ? $"The first page line says page {page.Number}, page 2 was expected."
                    : $"Page {page.Number} follows page {before.Number}, {before.Number + 1} was expected."
            );
        }
        if (page.Of > 0 && (page.Number > page.Of || (before.Of > 0 && before.Of != page.Of)))
        {
            findings.Add(
                "TX-605",
                place,
                page.Number > page.Of
                    ? $"This is page {page.Number} of {page.Of}."
                    : $"The page line says {page.Of} pages, the one before said {before.Of}."
            );
        }
    }

    private static void Station(
        MessageReading reading,
        PageMark page,
        ReadOnlySpan<byte> text,
        TextSpan place,
        bool isJoined,
        FindingList findings
    )
    {
        if (reading.Heading.Station is not { Serial: { } serial } station)
        {
            return;
        }
        var name = text.Slice(page.Station.Start, page.Station.Length);
        var number = text.Slice(page.Serial.Start, page.Serial.Length);
        var isOwn = System.Text.Ascii.Equals(name, station.RoutingIndicator);
        if (!isOwn || (!isJoined && !System.Text.Ascii.Equals(number, serial)))
        {
            findings.Add(
                "TX-602",
                place,
                $"The page line says {Told(name)} {Told(number)}, the message is {station.RoutingIndicator} {serial}; pages of two messages may be mixed.",
                isOwn && serial == "0000" ? Severity.Info
                    : reading.Heading.Readdressed.IsEmpty ? null
                    : Severity.Info
            );
        }
    }

    private static string Told(ReadOnlySpan<byte> words) => System.Text.Encoding.ASCII.GetString(words);

    private static void Class(MessageReading reading, PageMark page, ReadOnlySpan<byte> text, TextSpan place, FindingList findings)
    {
        var hasClass = LevelWord.TryRead(FormatLine.Trim(text[page.End..]), out _, out _);
        if (reading.IsEncrypted == hasClass && (hasClass || page.End == text.Length))
        {
            findings.Add(
                "TX-610",
                place,
                hasClass
                    ? "The page line of an encrypted text names a class; it has none."
                    : "The page line names no class; of a plain text it does."
            );
        }
    }

    /// <summary>Page 1 is counted from format line 5; blank lines and page lines are not counted.</summary>
    private static void Lengths(MessageReading reading, List<int> pages, FindingList findings)
    {
        var heading = reading.Heading;
        if (heading.FormatLines[5].IsEmpty || heading.FormatLines[12].IsEmpty || IsCollated(reading))
        {
            return;
        }
        var (textPages, filled, isMixed, next) = (0, 0, true, 0);
        for (var i = 0; i < heading.TextEnd; i++)
        {
            if (reading.Lines[i].IsBlank || reading.Lines[i].Start < heading.FormatLines[5].Start)
            {
                continue;
            }
            if (next < pages.Count && pages[next] <= i)
            {
                next++;
                (filled, isMixed) = (0, i < heading.TextFirst);
                continue;
            }
            if (++filled == MostLines + 1)
            {
                findings.Add("TX-603", reading.Lines[i].Span, $"A page has more than {MostLines} lines.");
            }
            if (filled == 1 && i >= heading.TextFirst)
            {
                textPages += isMixed ? 0 : 1;
            }
            isMixed |= i < heading.TextFirst;
        }
        if (reading.IsOutgoing && textPages > MostTextPages && reading.Text.Section is null)
        {
            findings.Add(
                "TX-604",
                reading.Lines[pages[^1]].Span,
                $"The message has {textPages} pages of text; more than {MostTextPages} go in sections."
            );
        }
    }
}
