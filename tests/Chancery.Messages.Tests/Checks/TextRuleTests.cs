using Chancery.Messages.Tests.Text;

namespace Chancery.Messages.Tests.Checks;

/// <summary>Each rule of the text with lines on which it fires and lines on which it is silent. EXERCISE.</summary>
public sealed class TextRuleTests
{
    private const string Whole =
        "E.O. 12958: DECL: 09/25/2018\nTAGS: PREL\nSUBJECT: (U) EXERCISE\n\nClassified By: DCM Jane Roe for reasons 1.4 (b)";

    /// <summary>Heads of a CONFIDENTIAL telegram of 29 September 2008, or of the date named.</summary>
    [Theory]
    [InlineData("EO-2", "E.O. 12356: DECL: OADR", "E.O. 12958: DECL: 09/25/2018")]
    [InlineData("EO-3", "E.O. 12958: DECL: 09/25/2008", "E.O. 12958: DECL: 09/25/2018")]
    [InlineData("EO-3", "E.O. 12958: DECL: 09/25/2048", "E.O. 12958: DECL: 09/25/2033")]
    [InlineData("EO-4", "E.O. 12958: DECL: X1", "E.O. 12958: DECL: 25X1")]
    [InlineData("EO-5", "E.O. 12958: DECL: 09/25/18", "E.O. 12958: DECL: 09/25/2018")]
    [InlineData("EO-5", "E.O. 12958: DECL: 25/09/2018", "E.O. 12958: DECL: 2018/09/25")]
    [InlineData("EO-6", "E.O. 1295: DECL: 09/25/2018", "E.O. 12958: DECL: 09/25/2018")]
    [InlineData("EO-8", "E.O. 12958: DECL: 09/25/2018.", "E.O. 12958: DECL: 09/25/2018")]
    [InlineData("EO-8", "E.O. 12958: DECL: X1,, X2", "E.O. 12958: DECL: X1, X2")]
    [InlineData("EO-9", "E.O. 12958: DECL: AFTER THE EXERCISE", "E.O. 12958: DECL: 09/25/2018")]
    [InlineData("EO-1", "E.O. 12958: N/A", "E.O. 12958: DECL: 09/25/2018")]
    [InlineData("EO-1", "E.O. 12958: DECL: 13/32/2018", "E.O. 12958: DECL: AFTER THE EXERCISE")]
    [InlineData("EO-9", "E.O. 12958: DECL: PIER 3/4/5 SOLD", "E.O. 12958: DECL: 13/32/2018")]
    public void The_order_line_is_checked(string id, string fires, string silent) =>
        Check(id, Telegram.Head($"{fires}\nTAGS: PREL\nSUBJECT: EXERCISE"), Telegram.Head($"{silent}\nTAGS: PREL\nSUBJECT: EXERCISE"));

    [Fact]
    public void A_classified_message_without_an_order_line_warns_on_receipt_and_is_an_error_before_sending()
    {
        const string Head = "TAGS: PREL\nSUBJECT: (U) EXERCISE";

        Check("EO-7", Telegram.Head(Head), Telegram.Head($"E.O. 12958: DECL: 09/25/2018\n{Head}"));
        Assert.Contains("EO-1 error", Graded(Telegram.Outgoing(Telegram.Head(Head))));
    }

    [Fact]
    public void An_unclassified_message_has_not_applicable_on_its_order_line() =>
        Check(
            "EO-1",
            Telegram.Read("UNCLAS NORTHPORT 000817\n\nE.O. 12958: DECL: 09/25/2018\nTAGS: PREL\nSUBJECT: EXERCISE\n\n1. Words.\n\nROE"),
            Telegram.Read("UNCLAS NORTHPORT 000817\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: EXERCISE\n\n1. Words.\n\nROE")
        );

    [Fact]
    public void An_order_that_was_just_replaced_only_warns_before_sending()
    {
        const string Head = "E.O. 12958: DECL: 09/25/2018\nTAGS: PREL\nSUBJECT: EXERCISE";

        Assert.Contains("EO-2 warning", Graded(Telegram.Outgoing(Telegram.Head(Head, "011200Z JUL 10"))));
        Assert.Contains("EO-2 error", Graded(Telegram.Outgoing(Telegram.Head(Head, "011200Z OCT 10"))));
    }

    [Theory]
    [InlineData("CB-2", "Classified By: DCM Jane Roe for reasons 1.5 (b)", "Classified By: DCM Jane Roe for reasons 1.4 (h)")]
    [InlineData("CB-7", "Classified By: Jane Roe for reasons 1.4 (b)", "Classified By: DCM Jane Roe for reasons 1.4 (b)")]
    [InlineData("CB-7", "Classified By: DCM Jane Roe", "Derived From: EXERCISE PLAN ONE")]
    [InlineData("CB-5", "Classified By: Jane Roe of the New Northern Harbour", "Classified By: DCM Jane Roe for reasons 1.4 (b)")]
    [InlineData("CB-6", "Derived From:\n", "Derived From: EXERCISE PLAN ONE")]
    [InlineData("CB-8", "Classified By: DCM Jane Roe\n\nReason: 1.4 (b)", "Classified By: DCM Jane Roe for reasons 1.4 (b)")]
    [InlineData("CB-1", "", "Classified By: DCM Jane Roe for reasons 1.4 (b)")]
    public void The_authority_is_checked(string id, string fires, string silent)
    {
        const string Front = "E.O. 12958: DECL: 09/25/2018\nTAGS: PREL\nSUBJECT: (U) EXERCISE\n\n";

        Check(id, Telegram.Head(Front + fires), Telegram.Head(Front + silent));
    }

    [Fact]
    public void Both_sections_are_right_while_the_order_was_being_changed()
    {
        const string Front = "E.O. 12958: DECL: 09/25/2008\nTAGS: PREL\nSUBJECT: (U) EXERCISE\n\n";

        foreach (var section in new[] { "1.4", "1.5" })
        {
            var read = Telegram.Head($"{Front}Classified By: DCM Jane Roe for reasons {section} (b)", "011200Z JUN 03");
            Assert.DoesNotContain("CB-2", Telegram.Ids(read));
        }
    }

    [Theory]
    [InlineData("RF-8", "REF: NORTHPORT 817", "REF: NORTHPORT 816")]
    [InlineData("RF-8", "REF: FLEETDEF 301200Z SEP 08", "REF: FLEETDEF 281200Z SEP 08")]
    [InlineData("RF-8", "REF: 09 NORTHPORT 12", "REF: 07 NORTHPORT 12")]
    [InlineData("MR-12", "REF: NORTHPORT A-150", "REF: NORTHPORT 150")]
    [InlineData("RF-9", "REF: PARA 2 OF THE PLAN", "REF: NORTHPORT 12")]
    [InlineData("TG-10", "TAGS: PREL, PGOV, PREL", "TAGS: PREL, PGOV")]
    [InlineData("TG-11", "TAGS: PFOR, PGOV", "TAGS: PREL, PGOV")]
    [InlineData("SJ-6", "SUBJECT: EXERCISE ONE (U)", "SUBJECT: (U) EXERCISE ONE")]
    [InlineData("SJ-7", "SUBJECT: (U) CORRECTED: EXERCISE ONE", "SUBJECT: (U) NORTH: EXERCISE ONE")]
    [InlineData("CP-6", "SUBJECT: (U) EXERCISE ONE SIPDIS", "SUBJECT: (U) EXERCISE ONE")]
    [InlineData("CP-5", "SUBJECT: (U) OFFICIAL INFORMAL ONE", "SUBJECT: (U) EXERCISE ONE")]
    public void Lines_of_the_head_are_checked(string id, string fires, string silent)
    {
        Check(id, Telegram.Head(Other(fires)), Telegram.Head(Other(silent)));

        static string Other(string line) =>
            "E.O. 12958: DECL: 09/25/2018\n"
            + (line.StartsWith("TAGS", StringComparison.Ordinal) ? "" : "TAGS: PREL\n")
            + (line.StartsWith("SUBJECT", StringComparison.Ordinal) ? "" : "SUBJECT: (U) EXERCISE\n")
            + line;
    }

    [Theory]
    [InlineData("CL-8", "C o n f i d e n t i a l NORTHPORT 000817", "C O N F I D E N T I A L NORTHPORT 000817")]
    [InlineData("MR-9", "C O N F I D E N T I A L NORTHPORT 000817/TOSEC 140323", "C O N F I D E N T I A L NORTHPORT 000817")]
    [InlineData("MR-10", "C O N F I D E N T I A L NORTHPORT 000817 ZDK", "C O N F I D E N T I A L NORTHPORT 000817")]
    [InlineData("X-6", "C O N F I D E N T I A L NORTHPORT 000817\n\nEXDIS\nSIPDIS", "C O N F I D E N T I A L NORTHPORT 000817\n\nEXDIS")]
    [InlineData("X-6", "UNCLAS NORTHPORT 000817\n\nNODIS", "C O N F I D E N T I A L NORTHPORT 000817\n\nNODIS")]
    [InlineData(
        "X-6",
        "C O N F I D E N T I A L NORTHPORT 000817\n\nROGER CHANNEL\nMED CHANNEL",
        "C O N F I D E N T I A L NORTHPORT 000817\n\nROGER CHANNEL"
    )]
    [InlineData(
        "CP-4",
        "C O N F I D E N T I A L NORTHPORT 000817\n\nSTADIS\nDEPT PASS TO USTR",
        "C O N F I D E N T I A L NORTHPORT 000817\n\nDEPT PASS TO USTR"
    )]
    [InlineData(
        "CP-3",
        "C O N F I D E N T I A L NORTHPORT 000817\n\nEASTPORT FOR NAVAL ATTACHE",
        "C O N F I D E N T I A L NORTHPORT 000817\n\nMINFOR FOR NAVAL ATTACHE"
    )]
    [InlineData("CP-7", "C O N F I D E N T I A L NORTHPORT 000817\n\nCORRECTED COPY", "C O N F I D E N T I A L NORTHPORT 000817")]
    public void Lines_above_the_head_are_checked(string id, string fires, string silent) =>
        Check(
            id,
            Telegram.Read($"{fires}\n\n{Whole}\n\n1. (C) Words.\n\nROE"),
            Telegram.Read($"{silent}\n\n{Whole}\n\n1. (C) Words.\n\nROE")
        );

    [Theory]
    [InlineData("PA-3", "2. (C/QQZZ) Words.", "2. (C/NF) Words.")]
    [InlineData("PA-9", "2. (C) Words of xxxxxxx said so.", "2. (C) Words of Roe XXX said so.")]
    [InlineData("PA-5", "2. (U) EXERCISE: (A) BUOYS,\n(B) LAMPS,\n(C) ROPES.", "2. (U) EXERCISE: (A) BUOYS, (B) LAMPS.\n\n3. (C) ROPES.")]
    [InlineData("PA-7", "2. (C) Words:\n- --FINALLY, WORDS.", "2. (C) Words:\n- FINALLY, WORDS.")]
    [InlineData("PA-10", "2. (C) CORRECTION TO PARA 1: INSERT WORDS.", "2. (C) CORRECTION OF WORDS.")]
    [InlineData("X-14", "2. (C) Words that end here without a name", "2. (C) Words.\n\nROE")]
    public void Paragraphs_are_checked(string id, string fires, string silent) =>
        Check(id, Telegram.Body($"1. (C) Words.\n\n{fires}"), Telegram.Body($"1. (C) Words.\n\n{silent}"));

    [Fact]
    public void Page_banners_inside_the_text_are_noted() =>
        Check(
            "CL-10",
            Telegram.Body("1. (C) Words.\n\nC O N F I D E N T I A L\n\nNORTHPORT 00000817  002 OF 002\n\n2. (C) Words.\n\nROE"),
            Telegram.Body("1. (C) Words.\n\n2. (C) Words.\n\nROE")
        );

    [Fact]
    public void A_centre_needs_something_to_distribute_by() =>
        Check(
            "CP-8",
            Telegram.Read("UNCLAS NORTHPORT 000817\n\nE.O. 12958: N/A\n\n1. Words.\n\nROE"),
            Telegram.Read("UNCLAS NORTHPORT 000817\n\nE.O. 12958: N/A\nSUBJECT: EXERCISE\n\n1. Words.\n\nROE")
        );

    [Fact]
    public void One_mark_for_the_entire_text_is_noted() =>
        Check(
            "PA-6",
            Telegram.Body("1. CONFIDENTIAL - ENTIRE TEXT.\n\n2. Words.\n\nROE"),
            Telegram.Body("1. (C) Words.\n\n2. (C) Words.\n\nROE")
        );

    [Fact]
    public void A_message_for_the_night_says_why_in_its_first_paragraph() =>
        Check("X-8", Night("1. (C) Words."), Night("1. (C) NIACT precedence is needed because the ship sails at dawn."));

    [Fact]
    public void A_caption_behind_the_last_address_is_moved_to_the_captions()
    {
        var glued = Telegram.Addressed("RVEHC/MINFOR HOMECITY NODIS");

        Check("CP-6", glued, Telegram.Addressed("RVEHC/MINFOR HOMECITY"));
        Assert.Contains("NODIS", glued.Captions);
        Assert.Equal("MINFOR HOMECITY", glued.Action[0].Name);
    }

    [Fact]
    public void A_second_series_is_kept_with_the_number()
    {
        var read = Telegram.Line("C O N F I D E N T I A L NORTHPORT 255577/TOSEC 140323");

        Assert.Equal("TOSEC 140323", read.Mrn?.AlsoKnownAs);
        Assert.Equal(255577, read.Mrn?.Number);
    }

    private static Message Night(string first) => Telegram.Addressed("RVEHC/MINFOR HOMECITY NIACT IMMEDIATE", first);

    private static IEnumerable<string> Graded(Message message) =>
        message.Findings.Select(finding => $"{finding.Id} {finding.Severity.ToString().ToLowerInvariant()}");

    private static void Check(string id, Message fires, Message silent)
    {
        Assert.Contains(id, Telegram.Ids(fires));
        Assert.DoesNotContain(id, Telegram.Ids(silent));
    }
}
