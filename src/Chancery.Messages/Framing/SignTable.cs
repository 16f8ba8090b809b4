namespace Chancery.Messages.Framing;

/// <summary>Finds the signs of lines by tables, without a branch that depends on the words.</summary>
internal static class SignTable
{
    private const byte Precedence = 0x80;
    private const string PrecedenceLetters = "ZOPRYWM";

    /// <summary>Beginnings of three letters; a question mark stands for any byte.</summary>
    private static readonly string[] ProcedureWords =
    [
        .. "VV? VZ? ZC? ZN? BT? B\0? BEG NN? JJ? DE\0 END PAG MES".Split(' '),
        .. PrecedenceLetters.Select(letter => $"{letter}\0?"),
        .. PrecedenceLetters.SelectMany(first => PrecedenceLetters.Select(second => $"{first}{second}\0")),
    ];

    private static readonly string[] SetWords =
        "AMP ACK CNT CAN DEC EXE FLA GEN MSG MSI MGS NAR OPE ORD POC PER RMK REM REF RED SUB SUJ TIM".Split(' ');

    /// <summary>Levels may be spaced letter by letter; SIPDIS is repeated beside banners.</summary>
    private static readonly string[] LevelWords =
    [
        .. "UNC CON COS SEC SEN SBU TOP RES LIM LOU FOR FOU NAT SIP".Split(' '),
        .. "UCSTRLFN".SelectMany(first => (string[])[$"{first}\0?", $"{first}?\0"]),
    ];

    /// <summary>By the first two bytes, five bits of each, the third bytes that fit.</summary>
    private static readonly Row[] Rows = MakeRows();

    /// <summary>Signs that the first byte tells; <see cref="Precedence"/> for letters of precedence.</summary>
    private static readonly byte[] Firsts = MakeFirsts();

    /// <summary>The signs of a line without blanks around it.</summary>
    public static LineSigns Of(ReadOnlySpan<byte> text)
    {
        if (text.Length < 3)
        {
            return text.IsEmpty ? LineSigns.None : LineSigns.All;
        }
        ref readonly var row = ref Rows[((text[0] & 31) << 5) | (text[1] & 31)];
        var third = text[2] & 31;
        var signs =
            ((row.Procedure >> third) & 1)
            | (((row.Set >> third) & 1) * (uint)LineSigns.Set)
            | (((row.Level >> third) & 1) * (uint)LineSigns.Level);
        var first = Firsts[text[0]];
        return (LineSigns)((signs | first) & (uint)LineSigns.All) | OfEnd(text, first);
    }

    /// <summary>QUOTE, a bare channel number, <c>001 OF 002</c>; behind a precedence letter the blank of an ACP 128 header.</summary>
    private static LineSigns OfEnd(ReadOnlySpan<byte> text, byte first)
    {
        var (last, before) = (text[^1], text[^2]);
        var isQuote = last == 'E' & before == 'T';
        var isNumber = text.Length <= 8 & (uint)(last - '0') <= 9;
        // A place that a short line does not have is read elsewhere and counts for nothing: cheaper than to jump.
        var (blank, letter) = (text[Math.Max(text.Length - 4, 0)], text[Math.Max(text.Length - 5, 0)]);
        var isPage = text.Length > 4 & blank == ' ' & letter == 'F';
        var isHeader = text.Length > 33 & first >= Precedence & text[Math.Min(8, text.Length - 1)] == ' ';
        return isQuote | isNumber | isPage | isHeader ? LineSigns.Procedure : LineSigns.None;
    }

    private static Row[] MakeRows()
    {
        var rows = new Row[1024];
        Array.ForEach(ProcedureWords, word => Enter(rows, word, (ref row, bits) => row.Procedure |= bits));
        Array.ForEach(SetWords, word => Enter(rows, word, (ref row, bits) => row.Set |= bits));
        Array.ForEach(LevelWords, word => Enter(rows, word, (ref row, bits) => row.Level |= bits));
        return rows;
    }

    private static void Enter(Row[] rows, string word, Entry enter)
    {
        var bits = word[2] == '?' ? uint.MaxValue : 1u << (word[2] & 31);
        for (var second = 0; second < 32; second++)
        {
            if (word[1] == '?' || (word[1] & 31) == second)
            {
                enter(ref rows[((word[0] & 31) << 5) | second], bits);
            }
        }
    }

    private static byte[] MakeFirsts()
    {
        var firsts = new byte[256];
        firsts.AsSpan(0, ' ' + 1).Fill((byte)LineSigns.Procedure);
        firsts.AsSpan('0', 10).Fill((byte)LineSigns.Number);
        firsts[0xC2] = (byte)LineSigns.Number;
        // DEL and a byte order mark may stand in front of a heading in raw bytes.
        foreach (var sign in "#'<\x7F\u00EF")
        {
            firsts[sign] = (byte)LineSigns.Procedure;
        }
        foreach (var letter in PrecedenceLetters)
        {
            firsts[letter] = Precedence;
        }
        return firsts;
    }

    private delegate void Entry(ref Row row, uint bits);

    private struct Row
    {
        public uint Procedure;
        public uint Set;
        public uint Level;
    }
}
