using Chancery.Messages.Repairs;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>The set identifiers known, with the damage met in practice (text.md 17.2).</summary>
internal static class SetWord
{
    /// <summary>
    /// Reads a set identifier and its separator at the start of <paramref name="text"/>. <paramref name="length"/> counts both.
    /// <paramref name="damaged"/> tells that it is printed otherwise than <paramref name="id"/>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out string id, out int length, out bool damaged)
    {
        id = "";
        length = 0;
        damaged = false;
        switch (text.Length < 4 || !IsFirst(Words.Key(text)) ? 0 : text[0] & 0xDF)
        {
            case 'A':
                return Take(text, "AMPN"u8, "AMPN", ref id, ref length)
                    || Take(text, "ACKN"u8, "ACKN", ref id, ref length)
                    || Slip(text, "AMP"u8, "AMPN", ref id, ref length, ref damaged);
            case 'C':
                return Take(text, "CNTCT"u8, "CNTCT", ref id, ref length) || Take(text, "CANX"u8, "CANX", ref id, ref length);
            case 'D':
                return Take(text, "DECL"u8, "DECL", ref id, ref length);
            case 'E':
                return Take(text, "EXER"u8, "EXER", ref id, ref length);
            case 'F':
                return Take(text, "FLAGWORD"u8, "FLAGWORD", ref id, ref length);
            case 'G':
                return Take(text, "GENTEXT"u8, "GENTEXT", ref id, ref length)
                    || Slip(text, "GENTXT"u8, "GENTEXT", ref id, ref length, ref damaged);
            case 'M':
                return Take(text, "MSGID"u8, "MSGID", ref id, ref length)
                    || Slip(text, "MSID"u8, "MSGID", ref id, ref length, ref damaged)
                    || Slip(text, "MGSID"u8, "MSGID", ref id, ref length, ref damaged)
                    || Slip(text, "MSGD"u8, "MSGID", ref id, ref length, ref damaged);
            case 'N':
                return Take(text, "NARR"u8, "NARR", ref id, ref length) || Slip(text, "NAR"u8, "NARR", ref id, ref length, ref damaged);
            case 'O':
                return Take(text, "OPER"u8, "OPER", ref id, ref length) || Take(text, "ORDTYP"u8, "ORDTYP", ref id, ref length);
            case 'P':
                return Take(text, "POC"u8, "POC", ref id, ref length) || Take(text, "PERID"u8, "PERID", ref id, ref length);
            case 'R':
                return Remarks(text, ref id, ref length, ref damaged) || Reference(text, ref id, ref length, ref damaged);
            case 'S':
                return Take(text, "SUBJ"u8, "SUBJ", ref id, ref length)
                    || Slip(text, "SUBJECT"u8, "SUBJ", ref id, ref length, ref damaged)
                    || Slip(text, "SUJB"u8, "SUBJ", ref id, ref length, ref damaged);
            case 'T':
                return Take(text, "TIMEZONE"u8, "TIMEZONE", ref id, ref length);
            default:
                return false;
        }
    }

    /// <summary>
    /// An identifier with one letter lost, doubled or changed, where the set before it asks for one: SUBJ behind MSGID, REF with its letter behind
    /// SUBJ or REF. The length counts the slant.
    /// </summary>
    public static bool TryNear(ReadOnlySpan<byte> text, string before, out string id, out int length)
    {
        (id, length) = ("", 0);
        if (text.Length > 8 && text[1] == ' ' && text[3] == ' ')
        {
            return TrySpaced(text, before, out id, out length);
        }
        if (before == "MSGID" && IsGluedSubject(text))
        {
            // "SUBJEXERCISE …": the slant is lost, and behind MSGID nothing else begins so.
            (id, length) = ("SUBJ", 4);
            return true;
        }
        var slant = text[..Math.Min(text.Length, 7)].IndexOf((byte)'/');
        if (slant < 2)
        {
            return false;
        }
        Span<char> printed = stackalloc char[slant];
        for (var i = 0; i < slant; i++)
        {
            // A figure may be a letter whose shift was lost (transmission.md 1.1).
            printed[i] = Words.IsDigit(text[i]) ? (char)ShiftTable.ToLetter(text[i]) : (char)(text[i] & 0xDF);
        }
        if (before.Length == 0 && printed[0] == 'M' && EditDistance.Within(printed, "MSGID", 1) <= 1)
        {
            (id, length) = ("MSGID", slant + 1);
        }
        else if (
            (before == "MSGID" || (before.Length == 0 && (slant >= 4 || text.EndsWith("//"u8))))
            && EditDistance.Within(printed, "SUBJ", 1) <= 1
        )
        {
            (id, length) = ("SUBJ", slant + 1);
        }
        else if (
            before is "SUBJ" or "REF"
            && EditDistance.Within(printed, "REF", 1) <= 1
            && slant + 2 < text.Length
            && Words.IsLetter(text[slant + 1])
            && text[slant + 2] == '/'
        )
        {
            (id, length) = ("REF", slant + 1);
        }
        return length > 0;
    }

    private static bool IsGluedSubject(ReadOnlySpan<byte> text) =>
        text.Length > 8
        && text.StartsWith("SUBJ"u8)
        && Words.IsUpper(text[4])
        && !text.StartsWith("SUBJECT"u8)
        && text[..7].IndexOf((byte)'/') < 0;

    /// <summary><c>S U B J /</c>, letter by letter.</summary>
    private static bool TrySpaced(ReadOnlySpan<byte> text, string before, out string id, out int length)
    {
        (id, length) = ("", 0);
        Span<byte> word = stackalloc byte[8];
        var letters = Words.Unspaced(text, (byte)'/', word[..5], out var at);
        if (letters == 0 || at + 2 >= text.Length)
        {
            return false;
        }
        word[letters] = (byte)'/';
        var field = Words.SkipBlanks(text, at + 1);
        for (var i = 1; i < 3 && field < text.Length; i++)
        {
            word[letters + i] = text[field];
            field = Words.SkipBlanks(text, field + 1);
        }
        (var isNear, length) = (TryNear(word[..(letters + 3)], before, out id, out _), at + 1);
        return isNear;
    }

    /// <summary>Sets that lost their slants, in the order that sets have: <c>MSGID GENADMIN …</c>, SUBJ below it, REF with a letter below that.</summary>
    public static bool TryUnslanted(ReadOnlySpan<byte> text, string before, out string id, out int length)
    {
        (id, length) = before switch
        {
            "" when IsMessageId(text) => ("MSGID", 6),
            "MSGID" when text.StartsWith("SUBJ "u8) => ("SUBJ", 5),
            "SUBJ" or "REF" when text.StartsWith("REF "u8) && text.Length > 6 && Words.IsUpper(text[4]) && text[5] == ' ' => ("REF", 4),
            "SUBJ" or "REF" when text.StartsWith("NARR "u8) => ("NARR", 5),
            _ => ("", 0),
        };
        return length > 0;
    }

    /// <summary><c>MSGID GENADMIN</c> with a blank for the slant.</summary>
    public static bool IsMessageId(ReadOnlySpan<byte> text) => text.StartsWith("MSGID GENADMIN"u8);

    /// <summary>True for the sets whose text may hold slants (text.md 17.2).</summary>
    public static bool IsFreeText(string id) => id is "AMPN" or "NARR" or "RMKS" or "GENTEXT";

    /// <summary>The first three letters of every word below.</summary>
    private static bool IsFirst(int key) =>
        key
            is (('A' << 16) | ('M' << 8) | 'P')
                or (('A' << 16) | ('C' << 8) | 'K')
                or (('C' << 16) | ('N' << 8) | 'T')
                or (('C' << 16) | ('A' << 8) | 'N')
                or (('D' << 16) | ('E' << 8) | 'C')
                or (('E' << 16) | ('X' << 8) | 'E')
                or (('F' << 16) | ('L' << 8) | 'A')
                or (('G' << 16) | ('E' << 8) | 'N')
                or (('M' << 16) | ('S' << 8) | 'G')
                or (('M' << 16) | ('S' << 8) | 'I')
                or (('M' << 16) | ('G' << 8) | 'S')
                or (('N' << 16) | ('A' << 8) | 'R')
                or (('O' << 16) | ('P' << 8) | 'E')
                or (('O' << 16) | ('R' << 8) | 'D')
                or (('P' << 16) | ('O' << 8) | 'C')
                or (('P' << 16) | ('E' << 8) | 'R')
                or (('R' << 16) | ('M' << 8) | 'K')
                or (('R' << 16) | ('E' << 8) | 'M')
                or (('R' << 16) | ('E' << 8) | 'F')
                or (('R' << 16) | ('E' << 8) | 'D')
                or (('S' << 16) | ('U' << 8) | 'B')
                or (('S' << 16) | ('U' << 8) | 'J')
                or (('T' << 16) | ('I' << 8) | 'M');

    private static bool Remarks(ReadOnlySpan<byte> text, ref string id, ref int length, ref bool damaged)
    {
        if (Take(text, "RMKS"u8, "RMKS", ref id, ref length))
        {
            return true;
        }
        if (
            Slip(text, "REMARKS"u8, "RMKS", ref id, ref length, ref damaged) || Slip(text, "RMK"u8, "RMKS", ref id, ref length, ref damaged)
        )
        {
            return true;
        }
        if (!Words.Starts(text, "RMKS"u8))
        {
            return false;
        }
        // "RMKS: 1." and "RMKS 1." lost their slant; the number tells them from the word in running text.
        var at = Words.SkipBlanks(text, 4);
        if (at < text.Length && text[at] == ':')
        {
            at = Words.SkipBlanks(text, at + 1);
        }
        if (at < text.Length && text[at] == '/')
        {
            at++;
        }
        else if (at + 1 >= text.Length || at == 4 || text[at] != '1' || text[at + 1] is not ((byte)'.' or (byte)')'))
        {
            return false;
        }
        (id, length, damaged) = ("RMKS", at, true);
        return true;
    }

    private static bool Reference(ReadOnlySpan<byte> text, ref string id, ref int length, ref bool damaged)
    {
        if (Take(text, "REF"u8, "REF", ref id, ref length))
        {
            return true;
        }
        if (Slip(text, "REFERENCE"u8, "REF", ref id, ref length, ref damaged))
        {
            // "reference/forms/…" is the rest of a web address.
            return length + 1 < text.Length && Words.IsLetter(text[length]) && text[length + 1] == '/';
        }
        var isRed = Words.Starts(text, "RED/"u8);
        if (!isRed && !Words.Starts(text, "REF"u8))
        {
            return false;
        }
        // "REF A/", "REF/A", "REF: A/": a letter and a slant behind the word; "RED/A/".
        var at = isRed ? 4 : Words.SkipBlanks(text, text.Length > 3 && text[3] == ':' ? 4 : 3);
        // "REFB/": the letter is glued; "REFF/A/" doubles the word's own.
        var isGlued = !isRed && at == 3;
        var isDoubled = text.Length > 6 && Words.IsLetter(text[5]) && text[6] == '/';
        if (
            at + 1 >= text.Length
            || (isGlued && (isDoubled || !Words.IsUpper(text[3])))
            || !Words.IsLetter(text[at])
            || text[at + 1] != '/'
        )
        {
            return false;
        }
        (id, length, damaged) = ("REF", at, true);
        return true;
    }

    private static bool Take(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, string name, ref string id, ref int length)
    {
        if (!Words.Starts(text, word))
        {
            return false;
        }
        var at = Words.SkipBlanks(text, word.Length);
        if (at >= text.Length || text[at] != '/')
        {
            return false;
        }
        (id, length) = (name, at + 1);
        return true;
    }

    private static bool Slip(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, string name, ref string id, ref int length, ref bool damaged)
    {
        damaged = Take(text, word, name, ref id, ref length);
        return damaged;
    }
}
