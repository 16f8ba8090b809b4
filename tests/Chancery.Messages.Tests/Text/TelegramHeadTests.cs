namespace Chancery.Messages.Tests.Text;

/// <summary>E.O. line, TAGS, SUBJECT, REF and classification authority (text.md 8 to 12).</summary>
public sealed class TelegramHeadTests
{
    [Theory]
    [InlineData("E.O. 12958: DECL: 09/25/2018", "12958", DeclassificationKind.Date, "2018-09-25", "")]
    [InlineData("E.O. 12958: DECL: 4/24/05", "12958", DeclassificationKind.Date, "2005-04-24", "")]
    [InlineData("E.O. 12958: DECL: 2020/02/23", "12958", DeclassificationKind.Date, "2020-02-23", "")]
    [InlineData("E.O. 12958: DECL: 25/12/2018", "12958", DeclassificationKind.Date, "2018-12-25", "")]
    [InlineData("E.O. 12958: DECL: X1, X5", "12958", DeclassificationKind.Exemption, null, "X1,X5")]
    [InlineData("E.O. 13526: DECL: 50X1-HUM", "13526", DeclassificationKind.Exemption, null, "50X1-HUM")]
    [InlineData("E.O. 12958: DECL: AFTER THE EXERCISE ENDS", "12958", DeclassificationKind.Event, null, "")]
    [InlineData("E.O. 12356: DECL: OADR", "12356", DeclassificationKind.Schedule, null, "OADR")]
    [InlineData("E.O. 11652: GDS", "11652", DeclassificationKind.Schedule, null, "GDS")]
    [InlineData("E.O. 11652: ADS, DECLAS 12-31-74", "11652", DeclassificationKind.Schedule, "1974-12-31", "ADS")]
    [InlineData("E.O. 12958: N/A", "12958", DeclassificationKind.Na, null, "")]
    [InlineData("EO 12958 NA", "12958", DeclassificationKind.Na, null, "")]
    [InlineData("E.O.1295: DECL: 09/25/2018", "12958", DeclassificationKind.Date, "2018-09-25", "")]
    public void Instructions_of_every_order_are_read(string line, string order, DeclassificationKind kind, string? date, string codes)
    {
        var read = Telegram.Head($"{line}\nTAGS: PREL\nSUBJECT: EXERCISE").Declassification;

        Assert.NotNull(read);
        Assert.Equal((order, kind), (read.Order, read.Kind));
        Assert.Equal(date, read.Date?.ToString("yyyy-MM-dd"));
        Assert.Equal(codes, string.Join(',', read.Codes));
    }

    [Theory]
    [InlineData("TAGS: ASEC, MASS, ML", "ASEC subject,MASS subject,ML geo")]
    [InlineData("TAGS ASEC MASS", "ASEC subject,MASS subject")]
    [InlineData("TAGES; ASEC", "ASEC subject")]
    [InlineData("TAGS: ETRDEINVECIN", "ETRD subject,EINV subject,ECIN subject")]
    [InlineData("TAGS: PHUMBA", "PHUM subject,BA geo")]
    [InlineData("TAGS: MOPPS, POGOV", "MOPS subject,PGOV subject")]
    [InlineData("TAGS: PREL, KXXX", "PREL subject,KXXX program")]
    [InlineData("TAGS: PREL, UNESCO", "PREL subject,UNESCO organization")]
    [InlineData("TAGS: OVIP (ROE, JANE Q.), PREL", "OVIP subject,ROE, JANE Q. person,PREL subject")]
    [InlineData("TAGS: PREL, ROE JANE", "PREL subject,ROE, JANE person")]
    [InlineData("TAGS: PREL, HUMAN RIGHTS", "PREL subject,HUMAN RIGHTS term")]
    [InlineData("TAGS: PREL, PREL", "PREL subject")]
    [InlineData("TAGS: PREL, SIPDIS", "PREL subject")]
    [InlineData("TAGS: PREL,\nPGOV, EINV\nECON", "PREL subject,PGOV subject,EINV subject,ECON subject")]
    [InlineData("TAGS: PREL\nEINV PGOV", "PREL subject,EINV subject,PGOV subject")]
    [InlineData("TAGS: N/A\nTAGS: PREL", "PREL subject")]
    public void Tags_are_read_with_their_kinds(string line, string tags) =>
        Assert.Equal(
            tags,
            string.Join(
                ',',
                Telegram.Head($"{line}\nSUBJECT: EXERCISE").Tags.Select(t => $"{t.Code} {t.Kind.ToString().ToLowerInvariant()}")
            )
        );

    [Theory]
    [InlineData("TAGS: ML", "TG-1")]
    [InlineData("TAGS: PREL; PGOV", "TG-2")]
    [InlineData("TAGS: ML PREL", "TG-3")]
    [InlineData("TAGS: PREL,  UNCLASSIFIED PAGE 02 ULMA 01059", "TG-5")]
    [InlineData("TAGS: ETRDEINV", "TG-6")]
    [InlineData("TAGS: MOPPS", "TG-8")]
    [InlineData("REF: NORTHPORT 12", "TG-9")]
    public void Faults_of_the_tags_are_found(string line, string id) =>
        Assert.Contains(id, Telegram.Ids(Telegram.Head($"E.O. 12958: N/A\n{line}\nSUBJECT: EXERCISE")));

    [Theory]
    [InlineData("SUBJECT: EXERCISE ONE", "EXERCISE ONE", null)]
    [InlineData("SUBJ: EXERCISE ONE", "EXERCISE ONE", null)]
    [InlineData("UBJECT: EXERCISE ONE", "EXERCISE ONE", null)]
    [InlineData("SUBJEXT: EXERCISE ONE", "EXERCISE ONE", null)]
    [InlineData("SUBJECT: (C) EXERCISE ONE", "EXERCISE ONE", "CONFIDENTIAL")]
    [InlineData("SUBJECT: (S/NF) EXERCISE ONE", "EXERCISE ONE", "SECRET")]
    [InlineData("SUBJECT: EXERCISE ONE (U)", "EXERCISE ONE", "UNCLASSIFIED")]
    [InlineData("SUBJECT: EXERCISE (NORTH)", "EXERCISE (NORTH)", null)]
    [InlineData("SUBJECT: EXERCISE OF THE\nNORTHERN PORTS", "EXERCISE OF THE NORTHERN PORTS", null)]
    [InlineData("SUBJECT: EXERCISE TRANS-\nHARBOUR", "EXERCISE TRANS-HARBOUR", null)]
    [InlineData("SUBJECT:\nEXERCISE ONE", "EXERCISE ONE", null)]
    [InlineData("SUBJECT: EXERCISE PRIMEREF: A. NORTHPORT 12", "EXERCISE PRIME", null)]
    [InlineData("SUBJECT: EXERCISE ONE\n----------\nNOT SUBJECT", "EXERCISE ONE", null)]
    public void Subjects_are_joined_and_end_where_they_should(string lines, string text, string? portion)
    {
        var message = Telegram.Head($"E.O. 12958: N/A\nTAGS: PREL\n{lines}");

        Assert.Equal(text, message.Subject?.Text);
        Assert.Equal(portion, message.Subject?.Portion?.Level.Name());
    }

    [Fact]
    public void An_unmarked_subject_warns_on_receipt_and_is_an_error_before_sending()
    {
        var received = Telegram.Head("TAGS: PREL\nSUBJECT: EXERCISE").Findings.Single(f => f.Id == "SJ-5");
        Assert.Equal(Severity.Warning, received.Severity);

        var marked = Telegram.Head("TAGS: PREL\nSUBJECT: (U) EXERCISE");
        Assert.DoesNotContain("SJ-5", Telegram.Ids(marked));
        Assert.DoesNotContain("SJ-5", Telegram.Ids(Telegram.Head("TAGS: PREL\nSUBJECT: EXERCISE", "291221Z SEP 75")));
    }

    [Theory]
    [InlineData("REF: NORTHPORT 12", "- cable 08NORTHPORT12")]
    [InlineData("REF: A. NORTHPORT 12 B. SOUTH BAY 34", "A cable 08NORTHPORT12|B cable 08SOUTHBAY34")]
    [InlineData("REFS: (A) 07 NORTHPORT 12\n(B) HOME 34 (06)", "A cable 07NORTHPORT12|B cable 06HOME34")]
    [InlineData("REF: A. NORTHPORT 12 AND 34", "A cable 08NORTHPORT12|A cable 08NORTHPORT34")]
    [InlineData("REF: A. A) NORTHPORT 12\nB. REF B HOME 34", "A cable 08NORTHPORT12|B cable 08HOME34")]
    [InlineData("REFTEL: HOME 41252, 44603", "- cable 08HOME41252|- cable 08HOME44603")]
    [InlineData("REF: A. FLEETDEF R162245Z OCT 08", "A military FLEETDEF")]
    [InlineData("REF: A. ROE-DOE EMAIL OF 12 MAY 2008", "A email ROE-DOE EMAIL OF 12 MAY 2008")]
    [InlineData("REF: A. ROE/DOE TELCON 12 MAY", "A telcon ROE/DOE TELCON 12 MAY")]
    [InlineData("REF: A. IIR 6 832 0617 08", "A intel IIR 6 832 0617 08")]
    [InlineData("REF: A. NORTHPORT\n12\n\nB. HOME 34", "A cable 08NORTHPORT12|B cable 08HOME34")]
    public void References_are_taken_apart(string lines, string expected)
    {
        var read = Telegram
            .Head($"TAGS: PREL\nSUBJECT: EXERCISE\n{lines}")
            .References.Select(r =>
                $"{r.Label ?? "-"} {r.Kind.ToString().ToLowerInvariant()} {r.Mrn?.Canonical ?? r.Originator ?? r.Text}"
            );

        Assert.Equal(expected, string.Join('|', read));
    }

    [Theory]
    [InlineData("REF: PARA 2 OF THE PLAN")]
    [InlineData("REF: 30 SEPTEMBER 2008")]
    [InlineData("REF: SECTION 12")]
    public void Words_that_look_like_numbers_of_telegrams_are_none(string line) =>
        Assert.DoesNotContain(Telegram.Head($"TAGS: PREL\nSUBJECT: EXERCISE\n{line}").References, r => r.Mrn is not null);

    [Fact]
    public void Flags_are_kept_with_their_reference() =>
        Assert.Equal(["NOTAL"], Telegram.Head("TAGS: PREL\nSUBJECT: EXERCISE\nREF: A. NORTHPORT 12 (NOTAL)").References[0].Flags);

    [Theory]
    [InlineData("Classified By: Political Officer Aaron Roe for reasons 1.4 (b) and (d).", "Political Officer", "Aaron Roe", "1.4b,1.4d")]
    [InlineData("CLASSIFIED BY: AMBASSADOR JANE Q. ROE, REASON 1.4(B/D)", "AMBASSADOR", "JANE Q. ROE", "1.4b,1.4d")]
    [InlineData("Classified By: DCM John Roe. Reason: 1.5 (b), (c) and (d)", "DCM", "John Roe", "1.5b,1.5c,1.5d")]
    [InlineData(
        "Classified By: Charge d'Affaires a.i. John Roe, reasons 1.4 b, c, and d.",
        "Charge d'Affaires a.i.",
        "John Roe",
        "1.4b,1.4c,1.4d"
    )]
    [InlineData("Classified By: Jane Roe, Political Counselor, for reasons\n1.4 (b,d)", "Political Counselor", "Jane Roe", "1.4b,1.4d")]
    [InlineData("Classiied By: Acting Pol/Econ Chief John Roe Jr. for reason 1.5.D", "Acting Pol/Econ Chief", "John Roe Jr.", "1.5d")]
    [InlineData("Classified By: Classified by DCM John Roe for reasons 1.4 (b) & (d)", "DCM", "John Roe", "1.4b,1.4d")]
    [InlineData("CLASSIFIED BY SECTION 1.5 (B) AND (D)", null, null, "1.5b,1.5d")]
    public void Authority_title_name_and_reasons_are_told_apart(string block, string? title, string? name, string reasons)
    {
        var read = Telegram.Head($"TAGS: PREL\nSUBJECT: EXERCISE\n\n{block}").ClassifiedBy;

        Assert.NotNull(read);
        Assert.Equal((title, name), (read.Title, read.Name));
        Assert.Equal(reasons, string.Join(',', read.Reasons.Select(r => r.Section + r.Letter)));
    }

    [Fact]
    public void Labelled_lines_may_stand_in_any_order_and_on_one_line()
    {
        var message = Telegram.Head("TAGS: PREL\nE.O. 12958:DECL: 03/18/2018   SUBJECT: EXERCISE ONE\nREF: NORTHPORT 12");

        Assert.Equal("PREL", Assert.Single(message.Tags).Code);
        Assert.Equal(new DateOnly(2018, 3, 18), message.Declassification?.Date);
        Assert.Equal("EXERCISE ONE", message.Subject?.Text);
        Assert.Single(message.References);
    }
}
