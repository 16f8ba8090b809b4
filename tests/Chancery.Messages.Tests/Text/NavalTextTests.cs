namespace Chancery.Messages.Tests.Text;

/// <summary>Naval texts (text.md 17). EXERCISE.</summary>
public sealed class NavalTextTests
{
    private const string Tidy = """
        UNCLAS //N05000//
        ALPORTS 161/05
        MSGID/GENADMIN/HARBOUR BOARD NORTHPORT/N1/JUN//
        SUBJ/EXERCISE OF THE NORTHERN PORTS AND
        THEIR PILOTS (CORRECTED COPY)//
        REF/A/DOC/HARBOUR BOARD/30JAN2007//
        REF/B/MSG/PILOT OFFICE WESTPORT/131544ZDEC07/-/NOTAL//
        NARR/REF A IS BOARDINST 1.2, PORT RULES.  REF B IS THE CALL
        FOR PILOTS.//
        POC/J. ROE/LCDR/N1/LOC:NORTHPORT/TEL:555-0100//
        RMKS/1.  FIRST.  SEE HTTP://WWW.EXERCISE.EXAMPLE/PORTS// AND MORE.
        2.  SECOND:
            A.  ONE.
        3.  RELEASED BY VADM J. ROE, N1.//
        """;

    private static Message Read(string text) =>
        Assert.Single(
            new MessageReader().ReadAll(
                Sample.Bytes($"R 041441Z JUN 05\nFM HARBOUR BOARD NORTHPORT//N1//\nTO ALLPORTS\nBT\n{text}\nBT\n#0001\nNNNN\n")
            )
        );

    [Fact]
    public void A_tidy_message_is_read_whole()
    {
        var message = Read(Tidy);

        Assert.Equal(TextFamily.NavalSet, message.Family);
        Assert.Equal(new MessageSerial("ALPORTS", "161", 2005), message.Serial);
        Assert.Equal("EXERCISE OF THE NORTHERN PORTS AND THEIR PILOTS (CORRECTED COPY)", message.Subject?.Text);
        Assert.Equal(["MSGID", "SUBJ", "REF", "REF", "NARR", "POC", "RMKS"], message.Sets.Select(s => s.Id));
        Assert.Equal(["GENADMIN", "HARBOUR BOARD NORTHPORT", "N1", "JUN"], message.Sets[0].Fields);
        Assert.Equal(["1", "2", "3"], message.Paragraphs.Select(p => p.Number));
        Assert.EndsWith("PORTS// AND MORE.", message.Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Equal("VADM J. ROE, N1", message.Releaser);
        Assert.Null(message.Signature);
        Assert.Equal(["NV-9"], Telegram.Ids(message));
    }

    [Fact]
    public void References_bear_originator_date_flags_and_the_words_said_of_them()
    {
        var references = Read(Tidy).References;

        Assert.Equal(["A", "B"], references.Select(r => r.Label));
        Assert.Equal(
            (ReferenceKind.Document, "HARBOUR BOARD", new DateOnly(2007, 1, 30)),
            (references[0].Kind, references[0].Originator, references[0].Date)
        );
        Assert.Equal("BOARDINST 1.2, PORT RULES.", references[0].Text);
        Assert.Equal((ReferenceKind.Military, "PILOT OFFICE WESTPORT"), (references[1].Kind, references[1].Originator));
        Assert.Equal(new DateTimeOffset(2007, 12, 13, 15, 44, 0, TimeSpan.Zero), references[1].Dtg?.Utc);
        Assert.Equal(["NOTAL"], references[1].Flags);
        Assert.Equal("THE CALL FOR PILOTS.", references[1].Text);
    }

    [Fact]
    public void Places_of_sets_are_those_of_the_raw_bytes()
    {
        var message = Read(Tidy);
        var set = message.Sets[2];

        Assert.Equal(
            "REF/A/DOC/HARBOUR BOARD/30JAN2007//",
            System.Text.Encoding.UTF8.GetString(message.Raw.Span.Slice(set.Span.Start, set.Span.Length))
        );
    }

    [Theory]
    [InlineData("MSGID/GENADMIN/BOARD/-/JUN//SUBJ/ONE//REF/A/DOC/BOARD/01JAN05//RMKS/1. X//", "MSGID,SUBJ,REF,RMKS")]
    [InlineData("MSID/GENADMIN/BOARD//\nSUBJ/ONE//\nRED/A/DOC/BOARD//\nRMKS/1. X//", "MSGID,SUBJ,REF,RMKS")]
    [InlineData("MGSID/GENADMIN/BOARD//\nSUBJ/ONE//\nREFERENCE/A/DOC/BOARD//\nREMARKS/1. X//", "MSGID,SUBJ,REF,RMKS")]
    [InlineData("MSGID/GENADMIN/BOARD//\nSUBJ/ONE//\nREF A/DOC/BOARD//\nRMKS: 1. X//", "MSGID,SUBJ,REF,RMKS")]
    [InlineData("MSGID/GENADMIN/BOARD//\nSUBJ/ONE/\nREF/A/DOC/BOARD/\nRMKS 1. X", "MSGID,SUBJ,REF,RMKS")]
    [InlineData("MSGID/GENADMIN/BOARD//\nSUBJ/ONE\n\nREF//A/DOC/BOARD//\nGENTEXT/REMARKS/1. X//", "MSGID,SUBJ,REF,GENTEXT")]
    public void Damaged_and_glued_sets_are_told_apart(string text, string ids)
    {
        var message = Read($"UNCLAS\nALPORTS 001/05\n{text}");

        Assert.Equal(ids, string.Join(',', message.Sets.Select(s => s.Id)));
        Assert.Equal("ONE", message.Subject?.Text);
        Assert.Equal(["A"], message.References.Where(r => r.Label is not null).Select(r => r.Label).DefaultIfEmpty("A"));
        Assert.Equal("X", Assert.Single(message.Paragraphs).Text);
    }

    [Theory]
    [InlineData("NAVADMIN 161/05", "NAVADMIN", "161", 2005)]
    [InlineData("NAVADMIN 161/2005", "NAVADMIN", "161", 2005)]
    [InlineData("NAVADMIN 61-05", "NAVADMIN", "61", 2005)]
    [InlineData("ALCOM 012/95", "ALCOM", "012", 1995)]
    [InlineData("MARADMIN 246/25 (CORRECTED COPY)", "MARADMIN", "246", 2025)]
    [InlineData("NAVADMIN 161/05//", "NAVADMIN", "161", 2005)]
    public void Titles_are_read_in_their_spellings(string line, string title, string number, int year) =>
        Assert.Equal(
            new MessageSerial(title, number, year),
            Read($"UNCLAS\n{line}\nMSGID/GENADMIN/BOARD//\nSUBJ/ONE//\nRMKS/1. X//").Serial
        );

    [Fact]
    public void A_title_cited_in_the_text_is_not_the_messages_own() =>
        Assert.Null(Read("UNCLAS\nMSGID/GENADMIN/BOARD//\nSUBJ/ONE//\nRMKS/1. SEE\nNAVADMIN 161/05\nFOR MORE//").Serial);

    [Theory]
    [InlineData("POC/J. ROE/LOC:HTTP://PORTS.EXAMPLE/X//", "J. ROE|LOC:HTTP:||PORTS.EXAMPLE|X")]
    [InlineData("NARR/SEE HTTP://\nPORTS.EXAMPLE FOR MORE//", "SEE HTTP:// PORTS.EXAMPLE FOR MORE")]
    [InlineData("NARR/SEE HTTP:\n//PORTS.EXAMPLE//\n", "SEE HTTP: //PORTS.EXAMPLE")]
    public void The_slants_of_a_web_address_end_no_set(string set, string fields) =>
        Assert.Equal(fields, string.Join('|', Read($"UNCLAS\nMSGID/GENADMIN/BOARD//\nSUBJ/ONE//\n{set}\nRMKS/1. X//").Sets[2].Fields));

    [Fact]
    public void A_set_without_its_slants_is_a_finding() =>
        Assert.Contains("NV-5", Telegram.Ids(Read("UNCLAS\nMSGID/GENADMIN/BOARD//\nSUBJ/ONE\nRMKS/1. X//")));

    [Fact]
    public void Letters_of_an_enumeration_raise_no_level() =>
        Assert.Equal(
            Level.Unclassified,
            Read(
                "UNCLAS\nMSGID/GENADMIN/BOARD//\nSUBJ/ONE//\nRMKS/1. X:\n(A) ONE.\n(B) TWO.\n(C) THREE.\nCALL (C) 555-0100 OR SEE REF\n(C) FOR MORE.//"
            ).EffectiveLevel.Level
        );

    [Fact]
    public void A_plain_service_message_has_its_subject_and_numbers()
    {
        var message = Read("UNCLAS\nSUBJ: EXERCISE OF THE\nNORTHERN PORTS\n1. FIRST.\n2. RELEASED BY J. ROE.");

        Assert.Equal(TextFamily.NavalPlain, message.Family);
        Assert.Equal("EXERCISE OF THE NORTHERN PORTS", message.Subject?.Text);
        Assert.Equal(["1", "2"], message.Paragraphs.Select(p => p.Number));
        Assert.Equal("J. ROE", message.Releaser);
    }

    [Fact]
    public void A_repeated_heading_inside_the_text_does_not_end_it()
    {
        var message = Read($"UNCLAS\nSUBJ: EXERCISE\nFM HARBOUR BOARD NORTHPORT//N1//\nTO ALLPORTS\nBT\n{Tidy}");

        Assert.Equal("161", message.Serial?.Number);
        Assert.Equal(3, message.Paragraphs.Length);
    }
}
