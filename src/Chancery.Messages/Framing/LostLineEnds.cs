using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages.Framing;

/// <summary>
/// Finds where a heading lost its line ends: in front of words that begin a format line and stand where nothing else has them (text.md TB-5). The
/// raw bytes keep what they have; the view gets the line ends.
/// </summary>
internal static class LostLineEnds
{
    /// <summary>A heading is looked at so far; what is behind is text.</summary>
    private const int MostBytes = 8 * 1024;

    /// <summary>So many line ends lost in one heading are all of them: then the text's labels begin lines too.</summary>
    private const int Many = 3;

    private const int MostBlanks = 8;

    /// <summary>The rule of the edits made here.</summary>
    public const string Rule = "TB-5";

    /// <summary>The view with line ends put in; null where none is missing.</summary>
    public static MessageView? Restore(MessageView view)
    {
        var raw = view.Bytes.Span;
        var edits = new ViewEdits(view.Bytes);
        var found = 0;
        var text = -1;
        // Where FM stands on the line already, TO and INFO go on with the address.
        var isAddress = raw.StartsWith("FM "u8);
        for (var at = 1; at < Math.Min(raw.Length, MostBytes) && text < 0; at++)
        {
            if (!IsFirst(raw[at]))
            {
                continue;
            }
            var before = raw[at - 1];
            if (before is (byte)'\n' or (byte)'\r')
            {
                isAddress = raw[at..].StartsWith("FM "u8);
                var opening = OpensText(raw[at..]);
                text = opening > 0 ? at + opening : -1;
                if (opening > 2)
                {
                    edits.Replace(at + 2, opening - 2, "\n"u8, Rule);
                    found++;
                }
                else if (opening == 2 && raw[at..].Length > 2 && Words.IsLetter(raw[at + 2]))
                {
                    edits.Replace(at + 2, 0, "\n"u8, Rule);
                    found++;
                }
                continue;
            }
            isAddress |=
                raw[at] == 'F'
                && (raw[at..].StartsWith("FM "u8) || (before == ' ' && IsFromWord(raw[at..]) && IsBehindTime(raw[..(at - 1)])));
            if (isAddress && before == ' ' && raw[at..].StartsWith("UNCLAS"u8) && LostTextEnds.IsOneLine(raw[at..]))
            {
                PutIn(edits, at, before);
                text = at + 6;
                found++;
                continue;
            }
            if (!BeginsLine(raw, at, before) && !(isAddress && before == ' ' && IsProsign(raw[at..])))
            {
                continue;
            }
            found++;
            PutIn(edits, at, before);
            if (raw[at] == 'B' && raw[at + 1] == 'T')
            {
                text = at + 2;
                if (OpensText(raw[at..]) is var length and > 2)
                {
                    edits.Replace(at + 2, length - 2, "\n"u8, Rule);
                    text = at + length;
                }
            }
        }
        if (text > 0 && (found >= Many || (found > 0 && LostTextEnds.IsOneLine(raw[text..]))))
        {
            LostTextEnds.Restore(raw, text, edits);
        }
        return found == 0 ? null : MessageView.Over(view, edits.ToView(view.IsAscii));
    }

    private static bool IsProsign(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("TO "u8) || rest.StartsWith("TO: "u8) || rest.StartsWith("INFO "u8) || rest.StartsWith("INFO: "u8);

    /// <summary>FM spelt out or with a colon.</summary>
    private static bool IsFromWord(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("FROM "u8) || rest.StartsWith("FROM: "u8) || rest.StartsWith("FM: "u8);

    private static void PutIn(ViewEdits edits, int at, byte before)
    {
        if (before == ' ')
        {
            edits.Replace(at - 1, 1, "\n"u8, Rule);
        }
        else
        {
            edits.Replace(at, 0, "\n"u8, Rule);
        }
    }

    public static bool IsFirst(byte b) => b is >= (byte)'A' and <= (byte)'Z';

    /// <summary>True where a format line begins inside a line.</summary>
    private static bool BeginsLine(ReadOnlySpan<byte> raw, int at, byte before)
    {
        var rest = raw[at..Math.Min(raw.Length, at + 48)];
        var isGlued = Words.IsLetter(before) || Words.IsDigit(before) || before == '.';
        if (!isGlued && before != ' ')
        {
            return false;
        }
        switch (rest[0])
        {
            case (byte)'D':
                return rest.StartsWith("DE "u8) && IsStation(rest[3..]);
            case (byte)'Z':
                return FormatLine.IsWarning(rest) && (before == '.' || Words.IsDigit(before) || (at > 1 && Words.IsDigit(raw[at - 2])));
            case (byte)'F':
                return (rest.StartsWith("FM "u8) || IsFromWord(rest))
                    && (before == ' ' ? IsBehindTime(raw[..(at - 1)]) : Words.IsDigit(before));
            case (byte)'T':
                return rest.StartsWith("TO "u8) && (IsRouted(rest[3..]) || (isGlued && IsAddressee(rest[3..])));
            case (byte)'I':
                return rest.StartsWith("INFO "u8) && (IsRouted(rest[5..]) || (isGlued && raw[..at].EndsWith("ADMIN"u8)));
            case (byte)'B':
                return rest.StartsWith("BT"u8) && (OpensText(raw[at..]) > 0);
            case var first when rest.Length > 3 && FormatLine.IsPrecedence(first) && rest[2] == ' ' && FormatLine.IsPrecedence(rest[1]):
                return IsBehindStart(raw[..at]) && IsCalled(rest[3..]);
            case (byte)'R' or (byte)'Q' when Words.IsDigit(before):
                return IsRouted(rest) || IsTime(raw, at, rest);
            default:
                return IsTime(raw, at, rest);
        }
    }

    /// <summary>Behind format line 1: the sign that starts a message and the channel's number.</summary>
    private static bool IsBehindStart(ReadOnlySpan<byte> front) =>
        front[..^1].IndexOf((byte)' ') < 0 && front.Length < 24 && front.IndexOf("ZCZC"u8) >= 0;

    /// <summary>The stations called, or the first of them.</summary>
    private static bool IsCalled(ReadOnlySpan<byte> rest) =>
        rest.IndexOf((byte)' ') is > 0 and var end && FormatLine.IsRoutingIndicator(rest[..end]);

    /// <summary>Behind a year, or behind a message id: what ends format line 5.</summary>
    private static bool IsBehindTime(ReadOnlySpan<byte> front) =>
        front.Length > 2
        && (
            (Words.IsDigit(front[^1]) && Words.IsDigit(front[^2]))
            || front[(front[^Math.Min(front.Length, 24)..].LastIndexOf(" "u8) + front.Length - Math.Min(front.Length, 24) + 1)..]
                .StartsWith("MID"u8)
        );

    /// <summary>Addressees that are met without routing so often that TO glued to a word in front of them is no end of that word.</summary>
    private static bool IsAddressee(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("NAVADMIN"u8)
        || rest.StartsWith("MARADMIN"u8)
        || rest.StartsWith("AL"u8)
        || rest.StartsWith("SECSTATE"u8)
        || rest.StartsWith("AMEMBASSY"u8);

    /// <summary>Format line 5, behind a word of more than one letter: <c>… ZZHP 021015Z OCT 08</c>.</summary>
    private static bool IsTime(ReadOnlySpan<byte> raw, int at, ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 16 || rest[1] != ' ' || !Words.IsDigit(rest[2]) || !FormatLine.IsPrecedence(rest[0]))
        {
            return false;
        }
        var end = at;
        while (end > 0 && at - end < MostBlanks && Words.IsBlank(raw[end - 1]))
        {
            end--;
        }
        return end > 1
            && Words.IsWordByte(raw[end - 1])
            && Words.IsWordByte(raw[end - 2])
            && (DtgLine.TryRead(rest, out _) || IsDamagedTime(rest));
    }

    /// <summary>Letters for its figures, and the originator behind it: <c>R 09I130Z MAY 97 FM …</c>.</summary>
    private static bool IsDamagedTime(ReadOnlySpan<byte> rest)
    {
        var originator = rest.IndexOf(" FM "u8);
        Span<byte> tidy = stackalloc byte[DtgLine.LongestSpaced];
        return originator > 0 && DtgLine.TryTidy(rest[..originator], tidy, out _, out _);
    }

    private static bool IsStation(ReadOnlySpan<byte> rest)
    {
        var blank = rest.IndexOf((byte)' ');
        return blank > 0
            && blank + 1 < rest.Length
            && FormatLine.IsRoutingIndicator(rest[..blank])
            && (rest[blank + 1] == '#' || Words.IsDigit(rest[blank + 1]));
    }

    private static bool IsRouted(ReadOnlySpan<byte> rest)
    {
        var slant = rest[..Math.Min(rest.Length, 9)].IndexOf((byte)'/');
        return slant > 2
            && slant + 1 < rest.Length
            && Words.IsLetter(rest[slant + 1])
            && (FormatLine.IsRoutingIndicator(rest[..slant]) || rest[..slant].SequenceEqual("ZEN"u8));
    }

    /// <summary>BT and the classification line on its line or the next; how many bytes stand in front of the latter, 0 where neither does.</summary>
    private static int OpensText(ReadOnlySpan<byte> rest)
    {
        if (!rest.StartsWith("BT"u8))
        {
            return 0;
        }
        var at = Words.SkipSpace(rest[..Math.Min(rest.Length, 16)], 2);
        var isOpen =
            at < rest.Length
            && (
                FormatLine.IsClassification(rest[at..Math.Min(rest.Length, at + 80)])
                || GluedTitle(rest[at..Math.Min(rest.Length, at + 40)]) > 0
            );
        return !isOpen ? 0
            : rest[2..at].IndexOfAny((byte)'\n', (byte)'\r') >= 0 ? 2
            : at;
    }

    /// <summary>Where a general message's title begins behind <c>UNCLAS</c> or its subject code without a blank; 0 where none does.</summary>
    public static int GluedTitle(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("UNCLAS"u8))
        {
            return 0;
        }
        var at = 6;
        if (text[at..].StartsWith("//"u8))
        {
            var end = text[(at + 2)..].IndexOf("//"u8);
            at = end is > 0 and <= 8 ? at + end + 4 : at;
        }
        return at < text.Length && TitleLine.TryRead(text[at..], out _, out _) ? at : 0;
    }
}
