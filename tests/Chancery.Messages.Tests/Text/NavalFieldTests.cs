using System.Text;

namespace Chancery.Messages.Tests.Text;

/// <summary>Fields of naval texts in looser forms: titles, references without sets, contacts, copies that lost their line ends. EXERCISE.</summary>
public sealed class NavalFieldTests
{
    private const string OneLine =
        "Date Signed: 1/3/2025 | MARADMINS Number: 001/25 R 031200Z JAN 25 MARADMIN 001/25 MSGID/GENADMIN/HARBOUR BOARD// "
        + "SUBJ/EXERCISE BOARD// REF/A/MSGID:DOC/HARBOUR BOARD/YMD: 20220701// NARR/REF A IS THE ORDER.// "
        + "POC/JANE ROE/CAPT/UNIT: N1/TEL: 555-0142// GENTEXT/REMARKS/1. EXERCISE WORDS OF NO. 2 BOARD. 2. MORE WORDS. "
        + "3. Release authorized by MajGen J. Roe, Director.//\n";

    [Theory]
    [InlineData("NAVADMIN 279/05 PART 1", "279")]
    [InlineData("NAVADMIN 329//06//", "329")]
    [InlineData("NAVADMIN 288/06 **CORRECTED COPY**", "288")]
    [InlineData("NAVADMIN 288/06", "288")]
    [InlineData("NAVADMIN 288/06 PART TWO", "288")]
    public void A_title_is_read_with_what_stands_behind_it(string title, string number) =>
        Assert.Equal(number, Text($"{title}\nSUBJ/EXERCISE//\nRMKS/1. WORDS.//").Serial?.Number);

    [Fact]
    public void References_without_sets_are_read_by_their_letters()
    {
        var message = Text(
            "SUBJ/EXERCISE//\nREF:   (A) NAVADMIN 100/05\n       (B) OPNAVINST 1000.1 OF 3 MAY 2004\n           AS CHANGED (C) COMEXFLT 011200Z MAR 06\nRMKS/1. (A) WORDS.//"
        );

        Assert.Equal(
            ["A Military NAVADMIN 100/05", "B Document OPNAVINST 1000.1 OF 3 MAY 2004 AS CHANGED", "C Military COMEXFLT 011200Z MAR 06"],
            message.References.Select(reference => $"{reference.Label} {reference.Kind} {reference.Raw}")
        );
        Assert.Equal(new DateOnly(2004, 5, 3), message.References[1].Date);
        Assert.Empty(Text("SUBJ/EXERCISE//\nRMKS/1. REF (A) IS FAR.\nREF: (A) NONE.//").References.Where(r => r.Label == "B"));
    }

    [Fact]
    public void Where_references_are_sets_no_other_is_looked_for() =>
        Assert.Equal(
            ["A"],
            Text("SUBJ/EXERCISE//\nREF/A/DOC/X/01JAN2005//\nRMKS/1. WORDS.\nREF: (B) X//").References.Select(reference => reference.Label)
        );

    [Theory]
    [InlineData(
        "JANE ROE/LT/UNIT:N1/NORTHPORT/TEL:DSN 555-0142/EMAIL:JROE(AT)EXAMPLE.MIL",
        "JANE ROE|LT|N1, NORTHPORT|DSN 555-0142|JROE(AT)EXAMPLE.MIL"
    )]
    [InlineData("CDR ROE/N2/-/COMM: (901) 555-0142/DSN: 555-0142", "ROE|CDR|N2|(901) 555-0142, 555-0142|")]
    [InlineData("ROE, JANE, LCDR/BUOYS/555 0142 11/JROE@EXAMPLE.MIL", "ROE, JANE|LCDR|BUOYS|555 0142 11|JROE@EXAMPLE.MIL")]
    [InlineData("-", "||||")]
    public void A_contact_is_parted_by_what_its_fields_hold(string fields, string expected)
    {
        var contact = Assert.Single(Text($"SUBJ/EXERCISE//\nPOC/{fields}//\nRMKS/1. WORDS.//").PointsOfContact());

        Assert.Equal(expected, string.Join('|', contact.Name, contact.Rank, contact.Unit, contact.Telephone, contact.Email));
    }

    [Theory]
    [InlineData("DECL/ORIG: HARBOUR BOARD/DATE: 01MAR2016//", DeclassificationKind.Date)]
    [InlineData("DECL/X1//", DeclassificationKind.Exemption)]
    public void A_declassification_set_is_read(string set, DeclassificationKind kind)
    {
        var read = Text($"SUBJ/EXERCISE//\nRMKS/1. WORDS.//\n{set}").Declassification!;

        Assert.Equal((kind, null), (read.Kind, read.Order));
        Assert.Equal(kind == DeclassificationKind.Date ? new DateOnly(2016, 3, 1) : null, read.Date);
    }

    [Theory]
    [InlineData("RELEASED BY VADM J. ROE, N1.//")]
    [InlineData("RELEASE AUTHORIZED BY VADM J. ROE, N1.//")]
    [InlineData("RELEASED AUTHORIZED BY VADM J. ROE, N1.//")]
    [InlineData("RELEASE BY VADM J. ROE, N1.//")]
    public void Whoever_released_a_message_is_named_in_several_words(string words) =>
        Assert.Equal("VADM J. ROE, N1", Text($"SUBJ/EXERCISE//\nRMKS/1. WORDS.\n2. {words}").Releaser);

    [Theory]
    [InlineData("UNTIL SUPERSEDED OR 30 SEPTEMBER 2007.", "The message is cancelled on 2007-09-30.")]
    [InlineData("UNTIL SUPERSEDED OR CANCELLED.", "The message stands until it is superseded.")]
    [InlineData("UNTIL REF A IS REVISED.", "The message says how long it stands: EFFECT UNTIL REF A IS REVISED.")]
    public void How_long_a_message_stands_is_said_as_it_says(string words, string expected) =>
        Assert.Equal(
            expected,
            Assert.Single(Text($"SUBJ/EXERCISE//\nRMKS/1. THIS MESSAGE REMAINS IN EFFECT {words}//").Findings, f => f.Id == "NV-8").Message
        );

    [Fact]
    public void A_copy_that_lost_its_line_ends_has_all_its_fields()
    {
        var message = Sample.Read(OneLine);

        Assert.Equal("031200Z JAN 25", message.Dtg?.Raw);
        Assert.Equal(new DateTimeOffset(2025, 1, 3, 12, 0, 0, TimeSpan.Zero), message.Dtg?.Utc);
        Assert.Equal(("MARADMIN", "001", 2025), (message.Serial!.Title, message.Serial.Number, message.Serial.Year));
        Assert.Equal("EXERCISE BOARD", message.Subject?.Text);
        Assert.Equal(["A"], message.References.Select(reference => reference.Label));
        Assert.Equal(["1", "2", "3"], message.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal("EXERCISE WORDS OF NO. 2 BOARD.", message.Paragraphs[0].Text);
        Assert.Equal("MORE WORDS.", message.Paragraphs[1].Text);
        Assert.Equal(OneLine, Encoding.UTF8.GetString(message.Raw.Span));
    }

    private static Message Text(string text) =>
        Sample.Read(
            $"R 011200Z MAR 06\nFM HARBOUR BOARD NORTHPORT//N1//\nTO ALLPORTS\nBT\nUNCLAS //N01000//\nMSGID/GENADMIN/X//\n{text}\nBT\n#0001\nNNNN\n"
        );
}
