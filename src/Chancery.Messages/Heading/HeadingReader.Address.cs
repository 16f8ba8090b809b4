using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <content>Format lines 6 to 10 (transmission.md 2.8, 2.9).</content>
internal sealed partial class HeadingReader
{
    /// <summary>So far a BT is looked for behind a blank line inside an address list.</summary>
    private const int MostAddressLinesAhead = 40;

    private const string LateDtg = "The date-time group stands behind the address, it belongs before FM.";

    private int block;
    private int depth;
    private bool hasOriginator;
    private int textInside = -1;

    /// <summary>Reads format lines 6 to 10 and returns the line on which BT or the text stands.</summary>
    private int ReadAddress(int at)
    {
        if (gluedAddress >= 0)
        {
            ReadAddressLine(at, gluedAddress);
            at++;
        }
        for (; at < lines.Count && textInside < 0; at++)
        {
            var text = Text(at);
            if (text.IsEmpty)
            {
                var next = NextWithText(at);
                if (next < 0 || (lists.Entries.Count > 0 && !GoesOnBehindBlank(next)))
                {
                    break;
                }
                at = next - 1;
                continue;
            }
            if (PageLine.Is(text))
            {
                MarkPage(at);
            }
            else if (IsDoubled(at, text))
            {
                NoteDoubled(at);
            }
            else if (EndsAddress(text))
            {
                break;
            }
            else if (block is 7 or 8 && WordedHeading.IsNearBreak(text, new LineCursor(Bytes, lines[at].Next)))
            {
                MarkUnparsed(at++);
                break;
            }
            else if (FormatLine.IsAccounting(text) || IsLoneAccounting(at, text))
            {
                ReadAccounting(at, text);
            }
            else if (reading.Dtg is null && TryTime(text, out var dtg))
            {
                var next = NextWithText(at + 1);
                if (next >= 0 && FormatLine.Prosign(Text(next), out _) == 6)
                {
                    // The address before belongs to a gateway that set its own in front.
                    lists.Entries.Clear();
                    hasOriginator = false;
                    block = 0;
                }
                ReadDtg(at, text, dtg);
                reading.Remarks.Add(new Remark("TX-109", lines[at].Span, LateDtg));
                FinishStation();
            }
            else if (DtgLine.TryRead(text, out dtg))
            {
                // Readdressed: what follows is the heading as it was before (transmission.md 8.3).
                lists.Blocks.Add(new BlockStart(at, dtg, lists.Entries.Count));
                depth++;
                hasOriginator = false;
                block = 0;
                Mark(at, 5);
            }
            else
            {
                ReadAddressLine(at, Start(at));
            }
        }
        AssignAddresses();
        return textInside < 0 ? at : at - 1;
    }

    /// <summary>Format line 5 behind the originator; its precedence may lack there.</summary>
    private static bool TryTime(ReadOnlySpan<byte> text, out DtgLine dtg) =>
        DtgLine.TryRead(text, out dtg) || (DtgLine.IsBare(text) && DtgLine.TryReadLoose(text, out dtg));

    private static bool EndsAddress(ReadOnlySpan<byte> text) =>
        FormatLine.IsBreak(text, out _)
        || IsCancellation(text)
        || FormatLine.IsGluedBreak(text)
        || FormatLine.IsEnd(text)
        || FormatLine.IsValidation(text)
        || FormatLine.IsClassification(text)
        || TextSign.Is(text);

    /// <summary>A lone word straight before BT is an accounting symbol; only in the base, where every address but a short one shows more.</summary>
    private bool IsLoneAccounting(int at, ReadOnlySpan<byte> text)
    {
        if (
            reading.Profile != Profile.Acp127
            || text.Length is < 2 or > 8
            || !FormatLine.IsUpper(text)
            || FormatLine.Prosign(text, out _) > 0
        )
        {
            return false;
        }
        var next = NextWithText(at + 1);
        return next >= 0 && FormatLine.IsBreak(Text(next), out _);
    }

    /// <summary>Behind a blank line an address goes on with a prosign, BT, a page line or a routed address; anything else only where BT still comes.</summary>
    private bool GoesOnBehindBlank(int next)
    {
        var text = Text(next);
        if (FormatLine.Prosign(text, out _) > 0 || PageLine.Is(text) || PrefixLength(text) > 0)
        {
            return true;
        }
        for (var i = next; i < Math.Min(lines.Count, next + MostAddressLinesAhead); i++)
        {
            text = Text(i);
            if (!text.IsEmpty && EndsAddress(text))
            {
                return FormatLine.IsBreak(text, out _) || FormatLine.IsGluedBreak(text);
            }
        }
        return false;
    }

    /// <summary>Reads format line 10: an accounting symbol, a group count, or both.</summary>
    private void ReadAccounting(int at, ReadOnlySpan<byte> text)
    {
        Mark(at, 10);
        var groups = new GroupCursor(text);
        while (groups.Next())
        {
            var group = groups.Group;
            var digits = group.StartsWith("GR"u8) ? group[2..] : group;
            if (FormatLine.IsDigits(digits))
            {
                reading.GroupCount = FormatLine.Number(digits);
            }
            else if (
                reading.Accounting is null
                && !group.SequenceEqual("GR"u8)
                && !group.SequenceEqual("GRNC"u8)
                && !group.SequenceEqual("SVC"u8)
            )
            {
                reading.Accounting = Words(group);
            }
        }
    }

    private int NextWithText(int at)
    {
        for (; at < lines.Count; at++)
        {
            if (!lines[at].IsBlank)
            {
                return at;
            }
        }
        return -1;
    }

    private void ReadAddressLine(int at, int start)
    {
        var end = lines[at].TrimmedEnd;
        var text = Bytes[start..end];
        var prosign = FormatLine.Prosign(text, out var length);
        prosign = prosign == 0 ? DamagedProsign(at, text, out length) : prosign;
        if (prosign > 0)
        {
            NoteOrder(at, prosign);
            block = prosign;
            if (PageLine.IsBehindProsign(text[length..]))
            {
                // The prosign stays in force: the next line is its first addressee.
                MarkPage(at);
                return;
            }
            length += prosign == 9 && length < text.Length && text[length] == '/' ? 1 : 0;
        }
        if (block == 0)
        {
            MarkUnparsed(at);
            return;
        }
        Begin(start == gluedAddress ? start : lines[at].Start, PartKind.FormatLine, block);
        Extend(block, TextSpan.FromBounds(start, end));
        if (prosign == 0 && JoinsEntryBefore(text))
        {
            var inner = block == 6 ? InnerAddress(text) : -1;
            var joinedEnd = inner < 0 ? end : TrimmedEnd(start, start + inner);
            lists.Entries[^1] = lists.Entries[^1] with { Span = TextSpan.FromBounds(lists.Entries[^1].Span.Start, joinedEnd) };
            if (inner >= 0)
            {
                block = text[inner] == 'T' ? 7 : 8;
                SplitAddresses(start + inner + (block == 7 ? 2 : 4), end);
            }
            return;
        }
        if (prosign == 0 && block == 6 && lists.Entries is [.., { Block: 6 } last] && last.Depth == depth)
        {
            reading.Remarks.Add(new Remark("TX-108", lines[at].Span, "This line of the heading fits no format line."));
            return;
        }
        SplitAddresses(start + length, end);
    }

    private void NoteOrder(int at, int prosign)
    {
        if (prosign == 6 && hasOriginator)
        {
            reading.HasSecondOriginator = true;
            reading.Remarks.Add(new Remark("TX-414", lines[at].Span, "A second FM stands in the address, a message has one originator."));
        }
        else if (prosign < 9 && prosign < block)
        {
            reading.Remarks.Add(new Remark("TX-109", lines[at].Span, "This line is out of order, an address goes FM, TO, INFO, XMT."));
        }
    }

    /// <summary>An office list that was left open, or offices alone on a line, belong to the address before.</summary>
    private bool JoinsEntryBefore(ReadOnlySpan<byte> text)
    {
        if (lists.Entries.Count == 0 || lists.Entries[^1].Block != block || lists.Entries[^1].Depth != depth)
        {
            return false;
        }
        var before = Bytes.Slice(lists.Entries[^1].Span.Start, lists.Entries[^1].Span.Length);
        if (text.StartsWith("//"u8) || (block == 6 && lists.Entries.Count == 1 && (gluedAddress >= 0 || before.StartsWith("OU="u8))))
        {
            return true;
        }
        return before.EndsWith("/"u8)
            && before.Count("//"u8) % 2 == 1
            && text.EndsWith("//"u8)
            && text.Length <= 40
            && !text.Contains((byte)' ')
            && PrefixLength(text) == 0;
    }

    /// <summary>Where <c>TO</c> or <c>INFO</c> stands inside a line that goes on with the originator; -1 where neither does.</summary>
    private static int InnerAddress(ReadOnlySpan<byte> text)
    {
        var groups = new GroupCursor(text);
        while (groups.Next())
        {
            if (groups.Group.SequenceEqual("TO"u8) || groups.Group.SequenceEqual("INFO"u8))
            {
                return groups.Start;
            }
        }
        return -1;
    }

    private int TrimmedEnd(int start, int end)
    {
        while (end > start && Bytes[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }
        return end;
    }

    /// <summary>Adds the addresses of a line; where line ends were lost, a prosign, BT or a routed address inside starts anew.</summary>
    private void SplitAddresses(int start, int end)
    {
        var groups = new GroupCursor(Bytes[start..end]);
        var entry = -1;
        while (groups.Next())
        {
            var group = groups.Group;
            if (entry < 0)
            {
                entry = start + groups.Start;
                continue;
            }
            var prosign = InnerProsign(group);
            if (prosign > 0)
            {
                AddEntry(entry, start + groups.Start);
                block = prosign;
                entry = -1;
            }
            else if (group.SequenceEqual("BT"u8) && IsBehindInnerBreak(groups.Rest))
            {
                AddEntry(entry, start + groups.Start);
                reading.BreakCount = 1;
                reading.FormatLines[11] = new TextSpan(start + groups.Start, 2);
                textInside = start + groups.End;
                return;
            }
            else if (group.StartsWith("UNCLAS"u8) && (group.StartsWith("UNCLAS//N"u8) || IsBehindInnerClass(groups.Rest)))
            {
                AddEntry(entry, start + groups.Start);
                textInside = start + groups.Start;
                return;
            }
            else if (PrefixLength(group) > 0 && block >= 7)
            {
                AddEntry(entry, start + groups.Start);
                entry = start + groups.Start;
            }
        }
        if (entry >= 0)
        {
            AddEntry(entry, end);
        }
    }

    private int InnerProsign(ReadOnlySpan<byte> group) =>
        group.SequenceEqual("INFO"u8) ? 8
        : group.SequenceEqual("XMT"u8) ? 9
        : block == 6 && group.SequenceEqual("TO"u8) ? 7
        : 0;

    private static bool IsBehindInnerBreak(ReadOnlySpan<byte> rest)
    {
        rest = FormatLine.Trim(rest);
        return rest.IsEmpty || FormatLine.IsClassification(rest);
    }

    private static bool IsBehindInnerClass(ReadOnlySpan<byte> rest)
    {
        rest = FormatLine.Trim(rest);
        return rest.IsEmpty
            || rest.StartsWith("//"u8)
            || rest.StartsWith("MSGID/"u8)
            || Messages.Text.TitleLine.TryRead(rest[..Math.Min(rest.Length, 40)], out _, out _);
    }

    private void AddEntry(int start, int end)
    {
        while (end > start && Bytes[end - 1] is (byte)' ' or (byte)'\t' or (byte)',')
        {
            end--;
        }
        if (end > start)
        {
            hasOriginator |= block == 6;
            lists.Entries.Add(new AddressEntry(block, depth, TextSpan.FromBounds(start, end)));
        }
    }

    /// <summary>Length of <c>ZEN/</c> or of a routing indicator with its slant; 0 where there is none.</summary>
    private static int PrefixLength(ReadOnlySpan<byte> text)
    {
        var slant = text[..Math.Min(text.Length, 9)].IndexOf((byte)'/');
        if (slant < 3 || slant + 1 >= text.Length)
        {
            return 0;
        }
        var prefix = text[..slant];
        return prefix.SequenceEqual("ZEN"u8) || (FormatLine.IsRoutingIndicator(prefix) && text[slant + 1] != '/') ? slant + 1 : 0;
    }
}
