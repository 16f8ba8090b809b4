namespace Chancery.Messages.Tests.Text;

/// <summary>Classification line, section and number (text.md 4 to 6).</summary>
public sealed class ClassificationLineTests
{
    [Theory]
    [InlineData("C O N F I D E N T I A L NORTHPORT 000817", "CONFIDENTIAL")]
    [InlineData("CONFIDENTIAL NORTHPORT 000817", "CONFIDENTIAL")]
    [InlineData("S E C R E T NORTHPORT 000817", "SECRET")]
    [InlineData("S e c r e t northport 000817", "SECRET")]
    [InlineData("T O P  S E C R E T NORTHPORT 000817", "TOP SECRET")]
    [InlineData("TOPSECRET NORTHPORT 000817", "TOP SECRET")]
    [InlineData("UNCLAS NORTHPORT 000817", "UNCLASSIFIED")]
    [InlineData("UNCLASEFTO NORTHPORT 000817", "UNCLASSIFIED")]
    [InlineData("UNCLAS E F T O NORTHPORT 000817", "UNCLASSIFIED")]
    [InlineData("UNCLAS SBU NORTHPORT 000817", "SBU")]
    [InlineData("LIMITED OFFICIAL USE NORTHPORT 000817", "LOU")]
    [InlineData("UNCLASSIFIED//FOR OFFICIAL USE ONLY NORTHPORT 000817", "FOUO")]
    [InlineData("C O N F I D N T I A L NORTHPORT 000817", "CONFIDENTIAL")]
    [InlineData("S E C R T NORTHPORT 000817", "SECRET")]
    [InlineData("S E C R E T//NOFORN NORTHPORT 000817", "SECRET")]
    public void The_level_is_read_with_its_number_whatever_its_spacing_and_case(string line, string level)
    {
        var message = Telegram.Line(line);

        Assert.Equal(TextFamily.State2000, message.Family);
        Assert.Equal(level, message.Classification?.Level.Name());
        Assert.Equal("08NORTHPORT817", message.Mrn?.Canonical);
    }

    [Theory]
    [InlineData("SECRETARY NORTHPORT 000817")]
    [InlineData("SECRETARIAT NORTHPORT 000817")]
    [InlineData("SECRET SERVANTS OF THE EXERCISE MET")]
    public void A_word_that_only_begins_like_a_level_is_none(string line) => Assert.Null(Telegram.Line(line).Classification);

    [Theory]
    [InlineData("C O N F I D E N T I A L SECTION 01 OF 02 NORTHPORT 000817", 1, 2, false)]
    [InlineData("C O N F I D E N T I A L SCTION 01 OF 02 NORTHPORT 000817", 1, 2, false)]
    [InlineData("C O N F I D E N T I A L SECTIKN 02F02 NORTHPORT 000817", 2, 2, false)]
    [InlineData("C O N F I D E N T I A L SECTION 01O02 NORTHPORT 000817", 1, 2, false)]
    [InlineData("C O N F I D E N T I A L SECTIOQ 01GF02 NORTHPORT 000817", 1, 2, false)]
    [InlineData("C O N F I D E N T I A L FINAL SECTION OF 4 NORTHPORT 000817", 4, 4, true)]
    [InlineData("C O N F I D E N T I A L\nSECTION 1 OF 2 NORTHPORT 000817", 1, 2, false)]
    public void Sections_are_read_with_their_damage(string line, int number, int of, bool final)
    {
        var message = Telegram.Line(line);

        Assert.Equal(new Section(number, of, final), message.Section);
        Assert.Equal(817, message.Mrn?.Number);
    }

    [Theory]
    [InlineData("NORTHPORT 000817", "NORTHPORT", 817, "")]
    [InlineData("NORTHPRT 000817", "NORTHPORT", 817, "MR-7")]
    [InlineData("N PORT 000817", "NORTHPORT", 817, "MR-7")]
    [InlineData("SOUTH BAY 000817", "SOUTH BAY", 817, "")]
    [InlineData("AMEMBASSY SOUTH BAY 000817", "SOUTH BAY", 817, "MR-6")]
    [InlineData("ULMC 000817", "ULMC", 817, "")]
    [InlineData("FARAWAYTOWN 000817", "FARAWAYTOWN", 817, "")]
    [InlineData("NORTHPORT 817", "NORTHPORT", 817, "")]
    [InlineData("NORTHPORT: 00817", "NORTHPORT", 817, "")]
    [InlineData("10-NORTHPORT-817", "NORTHPORT", 817, "")]
    [InlineData("08NORTHPORT0817", "NORTHPORT", 817, "")]
    [InlineData("(08) NORTHPORT 2196", "NORTHPORT", 2196, "")]
    [InlineData("HOME 255577/NORTHPORT 140323", "HOME", 255577, "")]
    [InlineData("NORTHPORT 002583 ZFR", "NORTHPORT", 2583, "")]
    public void Post_and_number_are_read_and_what_was_mended_is_said(string printed, string post, int number, string rule)
    {
        var message = Telegram.Line($"UNCLAS {printed}");

        Assert.Equal((post, number), (message.Mrn?.Post, message.Mrn?.Number));
        Assert.Equal(rule, message.Derived.FirstOrDefault(d => d.Field == "mrn.post")?.Rule ?? "");
    }

    [Fact]
    public void The_printed_name_is_kept_beside_the_resolved_one() =>
        Assert.Equal("NORTHPRT 000817", Telegram.Line("UNCLAS NORTHPRT 000817").Mrn?.Raw);

    [Theory]
    [InlineData("NORTHPORT 000818", "MR-4")]
    [InlineData("NORTHPORT 817", "MR-5")]
    [InlineData("NORTHPRT 000817", "MR-7")]
    [InlineData("NORTHPORT: 000817", "MR-11")]
    public void Faults_of_the_number_are_found(string printed, string id) =>
        Assert.Contains(id, Telegram.Ids(Telegram.Line($"UNCLAS {printed}")));

    [Fact]
    public void A_tidy_line_gives_no_finding_of_the_number() =>
        Assert.DoesNotContain(Telegram.Ids(Telegram.Line("UNCLAS NORTHPORT 000817")), id => id.StartsWith("MR-", StringComparison.Ordinal));

    [Fact]
    public void Captions_glued_to_the_level_are_kept()
    {
        var message = Telegram.Line("S E C R E T NODIS NOFORN NORTHPORT 000817");

        Assert.Equal(["NODIS"], message.Captions);
        Assert.Equal(["NOFORN"], message.Classification!.Caveats);
        Assert.Contains("CL-7", Telegram.Ids(message));
    }

    [Theory]
    [InlineData("SIPDIS", "SIPDIS")]
    [InlineData("NODIS EXDIS", "NODIS,EXDIS")]
    [InlineData("EXDIS, NODISSTADIS", "EXDIS,NODIS,STADIS")]
    [InlineData("STADIS; NODIS", "STADIS,NODIS")]
    [InlineData("C O R R E C T E D COPY", "CORRECTED COPY")]
    [InlineData("ROGER CHANNEL", "ROGER CHANNEL")]
    [InlineData("INVENTED CAPTION", "INVENTED CAPTION")]
    public void Caption_lines_are_split_into_known_captions(string line, string captions) =>
        Assert.Equal(
            captions.Split(','),
            Telegram.Read($"S E C R E T NORTHPORT 000817\n\n{line}\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: EXERCISE").Captions
        );

    [Theory]
    [InlineData("STATE FOR EUR/RUS (ROE), EUR/ACE", "STATE", "EUR/RUS,EUR/ACE", "ROE")]
    [InlineData("NORTHPORT FOR HAGENROE", "NORTHPORT", "", "HAGENROE")]
    [InlineData("DEPT NEA/MAG (ROE), INR (DOE)", "DEPT", "NEA/MAG,INR", "ROE,DOE")]
    [InlineData("FOR ALL DRAFTERS", null, "ALL DRAFTERS", "")]
    [InlineData("HOME PASS TO OPIC", "HOME", "OPIC", "")]
    [InlineData("HOME FOR POL:JROE, EUR/WE", "HOME", "POL,EUR/WE", "JROE")]
    public void Passing_lines_name_target_offices_and_persons(string line, string? target, string offices, string names)
    {
        var passing = Assert.Single(
            Telegram.Read($"S E C R E T NORTHPORT 000817\n\n{line}\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: EXERCISE").Passing
        );

        Assert.Equal(target, passing.Target);
        Assert.Equal(offices, string.Join(',', passing.Offices));
        Assert.Equal(names, string.Join(',', passing.Names));
    }

    [Theory]
    [InlineData("UNCLAS BUOY SEVEN OFF STATION", "BUOY SEVEN OFF STATION")]
    [InlineData("UNCLAS NORTHPORT 000817 BUOY SEVEN OFF\nSTATION", "BUOY SEVEN OFF\nSTATION")]
    [InlineData("UNCLAS NORTHPORT 000817 - BUOY", "BUOY")]
    [InlineData("UNCLAS REQUEST 150 COPIES OF THE CHART", "REQUEST 150 COPIES OF THE CHART")]
    [InlineData("UNCLAS EFTO SECTION 01 OF 02 BUOY SEVEN", "BUOY SEVEN")]
    [InlineData("UNCLAS NORTHPORT 000817 BUOY SEVEN\nSIPDIS\nIt is off station.", "It is off station.")]
    [InlineData("UNCLAS NORTHPORT 000817 BUOYS\nBuoy seven.", "Buoy seven.")]
    [InlineData("UNCLAS//NOFORN\nBUOY SEVEN", "BUOY SEVEN")]
    public void Words_behind_the_level_that_can_be_nothing_else_are_text(string text, string paragraph) =>
        Assert.Equal([paragraph], Telegram.Read(text).Paragraphs.Select(p => p.Text));

    [Fact]
    public void Words_behind_the_level_are_no_text_where_a_head_follows() =>
        Assert.Equal(["Words."], Telegram.Line("UNCLAS NORTHPORT 000817 BUOY SEVEN").Paragraphs.Select(p => p.Text));

    [Fact]
    public void Unclas_with_sensitive_below_it_is_SBU()
    {
        var message = Telegram.Read("UNCLAS NORTHPORT 000817\n\nSENSITIVE\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: EXERCISE");

        Assert.Equal(Level.Sbu, message.Classification?.Level);
        Assert.Equal(["SENSITIVE", "SIPDIS"], message.Captions);
        Assert.Contains(message.Derived, d => d is { Field: "classification.level", Rule: "CL-6" });
    }

    [Theory]
    [InlineData("SENSITIVE BUT UNCLASSIFIED", Level.Sbu)]
    [InlineData("LIMITED OFFICIAL USE", Level.Lou)]
    [InlineData("FOR OFFICIAL USE ONLY", Level.Fouo)]
    public void Levels_of_several_words_are_read_whole(string words, Level level) =>
        Assert.Equal(
            level,
            Sample
                .Read($"R 021015Z OCT 08\nFM LEGATION NORTHPORT\nTO HOMECITY\nBT\n{words} NORTHPORT 000817\n\n1. EXERCISE.\nBT\n")
                .Classification?.Level
        );
}
