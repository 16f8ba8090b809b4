namespace Chancery.Messages.Heading;

/// <content>Format line 5 (transmission.md 2.7, 7.1) and the filing time, whose year it tells.</content>
internal sealed partial class HeadingReader
{
    /// <summary>Where FM stands on format line 5 when line ends were lost; -1 otherwise.</summary>
    private int gluedAddress = -1;

    /// <summary>Reads format line 5 and the lines before FM; returns the first line behind them.</summary>
    private int ReadPreamble(int at)
    {
        for (; at < lines.Count; at++)
        {
            var text = Text(at);
            if (text.IsEmpty)
            {
                continue;
            }
            if (PageLine.Is(text))
            {
                MarkPage(at);
            }
            else if (
                FormatLine.Prosign(text, out _) > 0
                || FormatLine.IsBreak(text, out _)
                || FormatLine.IsGluedBreak(text)
                || FormatLine.IsEnd(text)
                || IsCancellation(text)
            )
            {
                break;
            }
            else if (reading.FormatLines[5].IsEmpty && DtgLine.TryReadLoose(text, out var dtg))
            {
                ReadDtg(at, text, dtg);
                if (gluedAddress >= 0)
                {
                    break;
                }
            }
            else if (reading.FormatLines[5].IsEmpty && DtgLine.IsSpaced(text))
            {
                ReadSpacedDtg(at, text);
            }
            else if (
                DtgLine.TryRead(text, out _)
                || (FormatLine.IsClassification(text) && !IsBeforeAddress(at))
                || FormatLine.IsAccounting(text)
                || reading.FormatLines[5].IsEmpty
            )
            {
                // A second format line 5 at once is a readdressed codress; the address reader keeps it.
                break;
            }
            else if (IsMessageInstruction(text))
            {
                Mark(at, 5);
                AddMessageInstructions(text, Start(at), 0);
            }
            else if (!IsBeforeAddress(at) || IsDamagedOriginator(at, text))
            {
                break;
            }
            else
            {
                MarkUnparsed(at);
            }
        }
        FinishStation();
        return at;
    }

    /// <summary>True where FM, TO or INFO is the next line with text: what stands here is a damaged heading line and no text yet.</summary>
    private bool IsBeforeAddress(int at)
    {
        for (var (i, seen) = (at + 1, 0); i < lines.Count && seen < 3; i++)
        {
            if (lines[i].IsBlank)
            {
                continue;
            }
            seen++;
            if (FormatLine.Prosign(Text(i), out _) > 0)
            {
                return true;
            }
        }
        return false;
    }

    private void ReadDtg(int at, ReadOnlySpan<byte> text, DtgLine dtg)
    {
        Mark(at, 5);
        SetDtg(at, text, dtg);
        AddMessageInstructions(text, Start(at), dtg.End);
    }

    /// <summary>Blanks among the digits: the words stay as printed, the instant is that of the group without them (AR-6).</summary>
    private void ReadSpacedDtg(int at, ReadOnlySpan<byte> text)
    {
        Span<byte> tidy = stackalloc byte[DtgLine.LongestSpaced];
        DtgLine.TrySpaced(text, tidy, out var inTidy, out var dtg);
        Mark(at, 5);
        SetDtg(at, text, dtg);
        var utc = Calendar.Instant(tidy[inTidy.Start..inTidy.End], inTidy, reading.Profile, options.ReceivedAt);
        reading.Dtg = new DateTimeGroup(Words(text[dtg.Start..dtg.End]), utc);
        AddMessageInstructions(text, Start(at), dtg.End);
    }

    private void SetDtg(int at, ReadOnlySpan<byte> text, DtgLine dtg)
    {
        var start = Start(at);
        reading.DtgSpan = TextSpan.FromBounds(start + dtg.Start, start + dtg.End);
        reading.DtgShape = dtg;
        reading.Precedence = new PrecedencePair(Precedences.FromLetter(dtg.First), Precedences.FromLetter(dtg.Second));
        reading.Dtg = ToDtg(text, dtg);
        if (!view.Edits.IsEmpty && view.RuleAt(reading.DtgSpan) is { } rule)
        {
            reading.Derived.Add(new DerivedValue("dtg", rule));
        }
    }

    private DateTimeGroup ToDtg(ReadOnlySpan<byte> text, DtgLine dtg)
    {
        var raw = text[dtg.Start..dtg.End];
        var utc = dtg.IsWellFormed ? Calendar.Instant(raw, dtg, reading.Profile, options.ReceivedAt) : InstantOfSeven(raw);
        return new DateTimeGroup(Words(raw), utc) { YearInferred = dtg.Year < 0 && utc is not null };
    }

    /// <summary><c>1518302 JUN 05</c>: the zone Z as a page read by machine has it, behind six digits (TX-207 tells).</summary>
    private DateTimeOffset? InstantOfSeven(ReadOnlySpan<byte> raw)
    {
        Span<byte> tidy = stackalloc byte[DtgLine.LongestSpaced];
        if (raw.Length < 8 || raw.Length > tidy.Length || !FormatLine.IsDigits(raw[..7]) || raw[6] != '2')
        {
            return null;
        }
        tidy = tidy[..raw.Length];
        raw.CopyTo(tidy);
        tidy[6] = (byte)'Z';
        return DtgLine.TryReadLoose(tidy, out var dtg) && dtg.IsWellFormed
            ? Calendar.Instant(tidy, dtg, reading.Profile, options.ReceivedAt)
            : null;
    }

    private void AddMessageInstructions(ReadOnlySpan<byte> text, int lineStart, int from)
    {
        var groups = new GroupCursor(text[from..]);
        if (!groups.Next())
        {
            return;
        }
        do
        {
            if (groups.Group.SequenceEqual("FM"u8))
            {
                gluedAddress = lineStart + from + groups.Start;
                break;
            }
            if (groups.Group.Length > 15 && groups.Group.StartsWith("MID"u8) && groups.Group.EndsWith("FM"u8))
            {
                // The line end between a message id and FM was lost.
                lists.MessageInstructions.Add(Words(groups.Group[..^2]));
                gluedAddress = lineStart + from + groups.End - 2;
                break;
            }
            lists.MessageInstructions.Add(Words(groups.Group));
        } while (groups.Next());
    }

    /// <summary>A further line of message instructions: a signal, a process sequence number or a message id comes first.</summary>
    private static bool IsMessageInstruction(ReadOnlySpan<byte> text)
    {
        var groups = new GroupCursor(text);
        return groups.Next()
            && (IsSignal(groups.Group) || groups.Group.SequenceEqual("PSN"u8) || (text.StartsWith("MID"u8) && groups.Group.Length > 8));
    }

    private void FinishStation()
    {
        if (station is null)
        {
            return;
        }
        var isJulian = filed is { Length: 7 };
        reading.Station = new CallingStation(station, serial, filed, Calendar.Filed(filed, reading.Dtg?.Utc ?? options.ReceivedAt))
        {
            Julian = isJulian ? filed : null,
            HasHash = reading.HasHash,
            Section = sectionNumber,
        };
    }
}
