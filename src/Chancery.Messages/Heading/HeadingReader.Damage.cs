using Chancery.Messages.Framing;
using Chancery.Messages.Repairs;

namespace Chancery.Messages.Heading;

/// <content>Lines that a fault doubled, or whose opening word is damaged: read where only one reading is possible, and reported.</content>
internal sealed partial class HeadingReader
{
    /// <summary>True where a line says again what the line before said; no line of a heading stands twice.</summary>
    private bool IsDoubled(int at, ReadOnlySpan<byte> text)
    {
        for (at--; at >= 0; at--)
        {
            if (!lines[at].IsBlank)
            {
                return Text(at).SequenceEqual(text);
            }
        }
        return false;
    }

    /// <summary>A doubled line says nothing new; it stays with the format line before it.</summary>
    private void NoteDoubled(int at) =>
        reading.Remarks.Add(new Remark("TX-109", lines[at].Span, "This line of the heading stands twice, once is expected."));

    /// <summary>
    /// Format line 3 with a damaged group, or with a damaged DE in front of station, serial and time: what is whole of it counts. False where the line
    /// is none.
    /// </summary>
    private bool ReadDamagedStation(int at, ReadOnlySpan<byte> text)
    {
        var isDamaged = !text.StartsWith("DE "u8);
        var groups = new GroupCursor(text);
        if (!groups.Next() || groups.Group.Length > 3 || !groups.Next() || (isDamaged && !FormatLine.IsRoutingIndicator(groups.Group)))
        {
            return false;
        }
        var name = groups.Group;
        var (hash, number, time) = (false, default(StationLine), default(TextSpan));
        while (groups.Next())
        {
            hash |= groups.Group[0] == '#';
            if (StationLine.IsTime(groups.Group))
            {
                time = TextSpan.FromBounds(Start(at) + groups.Start, Start(at) + groups.End);
            }
            else if (number.Serial.IsEmpty && StationLine.TryReadSerial(groups.Group, groups.Start, out var read))
            {
                number = read;
            }
        }
        if (isDamaged && time.IsEmpty)
        {
            return false;
        }
        if (ShiftRepairs.Read(text) is null)
        {
            MarkUnparsed(at);
        }
        else
        {
            // TX-609 tells of a lost shift, and what the line says with it.
            Begin(lines[at].Start, PartKind.Unparsed, 0);
        }
        station = FormatLine.IsRoutingIndicator(name) ? Words(name) : null;
        reading.HasHash = hash;
        if (!number.Serial.IsEmpty)
        {
            reading.SerialSpan = number.Serial with { Start = Start(at) + number.Serial.Start };
            serial = Words(reading.SerialSpan);
            sectionNumber = number.Section < 0 ? null : number.Section;
        }
        if (!time.IsEmpty)
        {
            reading.FiledSpan = time;
            filed = Words(time);
        }
        return true;
    }

    /// <summary>
    /// The prosign that one wrong letter hides, or that was lost in front of a routed address; 0 where the line may be anything. The place must ask for
    /// it: FM behind the preamble and before TO, TO behind FM and before a routed address.
    /// </summary>
    private int DamagedProsign(int at, ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        var groups = new GroupCursor(text);
        if (!groups.Next())
        {
            return 0;
        }
        var word = groups.Group;
        var prosign = block == 9 || word[^1] != ':' ? 0 : FormatLine.Prosign(word[..^1], out _);
        if (prosign is 6 or 7 or 8 && (prosign == 6 ? block == 0 : block is >= 6 and <= 8))
        {
            length = word.Length;
            NoteDamaged(at, "A colon stands behind the prosign.");
            return prosign;
        }
        prosign = 0;
        if (block == 0 && !hasOriginator)
        {
            prosign = IsDamagedOriginator(at, text) ? 6 : 0;
            if (prosign > 0 && word.Length > 2 && word.StartsWith("FM"u8) && !word.SequenceEqual("FMM"u8))
            {
                length = 2;
                NoteDamaged(at, "A blank is missing behind FM.");
                return prosign;
            }
        }
        else if (block == 6 && hasOriginator)
        {
            if (PrefixLength(text) > 0)
            {
                NoteDamaged(at, "TO is missing in front of this line.");
                return 7;
            }
            prosign = IsNearProsign(word, "TO") && PrefixLength(FormatLine.Trim(groups.Rest)) > 0 ? 7 : 0;
            if (prosign == 0 && text.StartsWith("TO"u8) && PrefixLength(text[2..]) > 0)
            {
                length = 2;
                NoteDamaged(at, "A blank is missing behind TO.");
                return 7;
            }
        }
        if (prosign == 0 && block is >= 6 and <= 8)
        {
            if (text.StartsWith("INFO"u8) && PrefixLength(text[4..]) > 0)
            {
                length = 4;
                NoteDamaged(at, "A blank is missing behind INFO.");
                return 8;
            }
            var isRouted = PrefixLength(FormatLine.Trim(groups.Rest)) > 0;
            prosign = IsNear(word, "INFO"u8) || (isRouted && word.Length is >= 3 and <= 5 && IsNearProsign(word, "INFO")) ? 8 : 0;
        }
        if (prosign > 0)
        {
            length = word.Length;
            NoteDamaged(at, $"The line begins with {Words(word)}, {(prosign == 6 ? "FM" : prosign == 7 ? "TO" : "INFO")} was expected.");
        }
        return prosign;
    }

    /// <summary>A word of two letters near FM, <c>FROM</c>, or FM glued to the name, straight before TO or INFO.</summary>
    private bool IsDamagedOriginator(int at, ReadOnlySpan<byte> text)
    {
        var groups = new GroupCursor(text);
        return groups.Next()
            && (IsNear(groups.Group, "FM"u8) || groups.Group.SequenceEqual("FROM"u8) || groups.Group.StartsWith("FM"u8))
            && NextWithText(at + 1) is >= 0 and var next
            && FormatLine.Prosign(Text(next), out _) is 7 or 8;
    }

    private void NoteDamaged(int at, string message) => reading.Remarks.Add(new Remark("TX-108", lines[at].Span, message));

    /// <summary>One letter changed, lost or too many.</summary>
    private static bool IsNearProsign(ReadOnlySpan<byte> word, string prosign)
    {
        if (word.Length > 6)
        {
            return false;
        }
        Span<char> letters = stackalloc char[word.Length];
        System.Text.Encoding.Latin1.GetChars(word, letters);
        return Tables.EditDistance.Within(letters, prosign, 1) == 1;
    }

    /// <summary>Equal but for one letter.</summary>
    private static bool IsNear(ReadOnlySpan<byte> word, ReadOnlySpan<byte> prosign)
    {
        if (word.Length != prosign.Length)
        {
            return false;
        }
        var different = 0;
        for (var i = 0; i < word.Length; i++)
        {
            different += word[i] == prosign[i] ? 0 : 1;
        }
        return different == 1;
    }

    private const int HeadOfOneLine = 600;

    /// <summary>A copy from the web that lost all line ends: <c>R 031200Z JAN 25 MARADMIN 001/25 MSGID/…</c> (text.md NV-6).</summary>
    private void FindDtgInside(int line)
    {
        if (line >= lines.Count || Text(line) is not { Length: > 100 } text)
        {
            return;
        }
        var head = text[..Math.Min(text.Length, HeadOfOneLine)];
        head = head[..Math.Max(0, head.IndexOf("MSGID/"u8))];
        for (var at = 8; at < head.Length && head[at..].IndexOf("Z "u8) is >= 0 and var next; at++)
        {
            at += next;
            if ((at == 8 || head[at - 9] == ' ') && DtgLine.TryRead(head[(at - 8)..], out var dtg))
            {
                SetDtg(line, text, dtg with { Start = dtg.Start + at - 8, End = dtg.End + at - 8 });
                FindAddressInside(line, head, dtg.End + at - 8);
                return;
            }
        }
    }

    /// <summary>Behind the date-time group of such a copy: FM straight away, and BT with the classification before the first set.</summary>
    private void FindAddressInside(int line, ReadOnlySpan<byte> head, int from)
    {
        var groups = new GroupCursor(head[from..]);
        for (var seen = 0; seen < 3 && groups.Next(); seen++)
        {
            if (!groups.Group.SequenceEqual("FM"u8))
            {
                continue;
            }
            var end = groups.Rest.IndexOf(" BT "u8);
            if (end > 0 && IsBehindInnerBreak(groups.Rest[(end + 4)..]))
            {
                ReadAddressLine(line, Start(line) + from + groups.Start);
                AssignAddresses();
            }
            return;
        }
    }

    /// <summary>The closing BT with a letter doubled or wrong straight above the validation line; else that line itself.</summary>
    private int BehindBreak(int validation)
    {
        var before = validation - 1;
        while (before > 0 && lines[before].IsBlank)
        {
            before--;
        }
        var text = before > 0 ? Text(before) : [];
        return text.Length is 2 or 3 && (text[0] == 'B' || text[0] == '8') && text[^1] is (byte)'T' or (byte)'R' or (byte)'Y' or (byte)'7'
            ? before
            : validation;
    }
}
