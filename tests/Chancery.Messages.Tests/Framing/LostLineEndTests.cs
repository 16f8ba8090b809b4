using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages.Tests.Framing;

/// <summary>Line ends that a copy lost are put back where a line begins and nowhere else (text.md TB-5); a bar shows a line end. EXERCISE.</summary>
public sealed class LostLineEndTests
{
    private const string Heading =
        "RR RVEHAA|DE RVEHBB #0817 2731221|ZNY CCCCC ZZH|P 291221Z SEP 08|FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|BT|";

    [Theory]
    [InlineData(
        "RR RVEHAA|DE RVEHBB #0817 2731221|ZNY CCCCC ZZH|P 291221Z SEP 08|FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|INFO RVEHAB/LEGATION EASTPORT|BT|"
            + "C O N F I D E N T I A L NORTHPORT 000817|E.O. 12958: DECL: 1/2/2018|TAGS: PREL|SUBJECT: EXERCISE|REF: A|1. (C) Words.|2. (C) More.|ROE|BT|#0817|NNNN"
    )]
    [InlineData(
        "RR RVEHAA|DE RVEHBB #0817 2731221|ZNR UUUUU|R 291221Z SEP 08|FM LEGATION NORTHPORT|TO RVEHAA/MINFOR HOMECITY|BT|"
            + "UNCLAS NORTHPORT 000817|SIPDIS WORDS|TAGS: PREL|SUBJECT: EXERCISE|REFS: A|Classified By: DCM Jane Roe|1. (U) Words.|ROE|NNNN"
    )]
    [InlineData("Z 291221Z SEP 08|FM LEGATION NORTHPORT|TO ZEN/MINFOR HOMECITY|INFO RVEHAB/LEGATION EASTPORT|BT|UNCLAS WORDS")]
    [InlineData("Z 291221Z SEP 08|FM LEGATION NORTHPORT|TO MINFOR HOMECITY|INFO LEGATION EASTPORT|BT|UNCLAS WORDS")]
    [InlineData("Z 291221Z SEP 08|FROM LEGATION NORTHPORT|TO: MINFOR HOMECITY|INFO: LEGATION EASTPORT|BT|UNCLAS WORDS")]
    [InlineData("Z 291221Z SEP 08|FM: LEGATION NORTHPORT|TO MINFOR HOMECITY|UNCLAS WORDS")]
    [InlineData("FM LEGATION NORTHPORT|TO MINFOR HOMECITY|BT|UNCLAS WORDS")]
    [InlineData("R 291221Z SEP 08 MID110000123|FM LEGATION NORTHPORT|TO MINFOR HOMECITY|BT|UNCLAS WORDS")]
    [InlineData("RR RVEHAA|DE RVEHBB 0817 2731221|R 29I221Z SEP 08|FM LEGATION NORTHPORT|TO MINFOR HOMECITY|BT|UNCLAS WORDS")]
    public void A_heading_on_one_line_is_a_heading(string lines)
    {
        Assert.Equal(lines, Restored(lines.Replace('|', ' ')));
        Assert.Null(Restored(lines));
    }

    [Theory]
    [InlineData("DE RVEHBB X817 2731221")]
    [InlineData("DE RVEHBB")]
    [InlineData("DE THE WORDS 0817")]
    [InlineData("TO THE HARBOUR")]
    [InlineData("TO AB/CD")]
    [InlineData("INFO OF THE HARBOUR")]
    [InlineData("INFO RVEHAB/1")]
    [InlineData("BT WORDS")]
    [InlineData("A 291221Z SEP 08")]
    [InlineData("R 291221Z SEPT 08")]
    [InlineData("FROM THE HARBOUR")]
    public void Words_like_a_format_line_begin_none(string words) => Assert.Null(Restored($"WORDS {words}"));

    [Theory]
    [InlineData("WORDSDE RVEHBB #0817 2731221", "WORDS|DE RVEHBB #0817 2731221")]
    [InlineData("2731221ZNY CCCCC", "2731221|ZNY CCCCC")]
    [InlineData("08FM LEGATION", "08|FM LEGATION")]
    [InlineData("NORTHPORTTO RVEHAA/MINFOR", "NORTHPORT|TO RVEHAA/MINFOR")]
    [InlineData("NORTHPORTTO NAVADMIN", "NORTHPORT|TO NAVADMIN")]
    [InlineData("NORTHPORTTO MARADMIN", "NORTHPORT|TO MARADMIN")]
    [InlineData("NORTHPORTTO ALNAV", "NORTHPORT|TO ALNAV")]
    [InlineData("NORTHPORTTO SECSTATE", "NORTHPORT|TO SECSTATE")]
    [InlineData("NORTHPORTTO AMEMBASSY", "NORTHPORT|TO AMEMBASSY")]
    [InlineData("NORTHPORTTO WORDS", null)]
    [InlineData("NORTHPORT TO NAVADMIN", null)]
    [InlineData("MINFORINFO RVEHAB/EASTPORT", "MINFOR|INFO RVEHAB/EASTPORT")]
    [InlineData("NAVADMININFO EASTPORT", "NAVADMIN|INFO EASTPORT")]
    [InlineData("NORTHPORTINFO EASTPORT", null)]
    [InlineData("#0817RVEHAB/EASTPORT", "#0817|RVEHAB/EASTPORT")]
    [InlineData("#0817QVEHAB/EASTPORT", "#0817|QVEHAB/EASTPORT")]
    [InlineData("WORDSRVEHAB/EASTPORT", null)]
    [InlineData("WORDSBT UNCLAS", "WORDS|BT|UNCLAS")]
    [InlineData("WORDS.BT UNCLAS", "WORDS.|BT|UNCLAS")]
    [InlineData("WORDS/BT UNCLAS", null)]
    [InlineData("BT WORDS|BT UNCLAS", "BT WORDS|BT|UNCLAS")]
    [InlineData("WORDS|BTUNCLAS", "WORDS|BT|UNCLAS")]
    [InlineData("WORDS|BT||UNCLAS", null)]
    [InlineData("ZZHP 291221Z SEP 08", "ZZH|P 291221Z SEP 08")]
    [InlineData("ZP 291221Z SEP 08", null)]
    [InlineData("ZZH    P 291221Z SEP 08", "ZZH   |P 291221Z SEP 08")]
    public void A_format_line_glued_to_the_one_before_begins_a_line(string lines, string? restored) =>
        Assert.Equal(restored, Restored(lines));

    [Theory]
    [InlineData("|NAVADMIN 161/05|MSGID/GENADMIN/CNO/-/JUN// ", "NAVADMIN 161/05MSGID/GENADMIN/CNO/-/JUN// ")]
    [InlineData("|NAVADMIN 161/05 WORDS", "NAVADMIN 161/05 WORDS")]
    [InlineData("//N01000//|NAVADMIN 161/05 WORDS", "//N01000//NAVADMIN 161/05 WORDS")]
    [InlineData("//N0100000000//NAVADMIN 161/05 WORDS", "//N0100000000//NAVADMIN 161/05 WORDS")]
    [InlineData(" WORDS SUBJECT: X 1. NO", " WORDS SUBJECT: X 1. NO", "|SUBJECT: X|1. NO")]
    public void A_title_glued_to_the_class_begins_a_line(string text, string printed, string? tail = null)
    {
        var restored = Restored(Heading.Replace('|', ' ') + "UNCLAS" + printed);

        Assert.Equal(Heading + "UNCLAS" + (tail is null ? text : " WORDS" + tail), restored);
    }

    [Theory]
    [InlineData("SUBJ/EXERCISE// REF/A/DOC// RMKS/1. WORDS. 2. MORE.", "|SUBJ/EXERCISE//|REF/A/DOC//|RMKS/1. WORDS.|2. MORE.")]
    [InlineData("SUBJ: EXERCISE 1. WORDS. 2. MORE. 4. LAST.", "|SUBJ: EXERCISE|1. WORDS.|2. MORE. 4. LAST.")]
    [InlineData("SUBJ: EXERCISE A. ONE B. TWO D. FOUR 1. WORDS.", "|SUBJ: EXERCISE|A. ONE|B. TWO D. FOUR|1. WORDS.")]
    [InlineData("SUBJ: EXERCISE REF A: ONE REF (B) TWO 1. WORDS.", "|SUBJ: EXERCISE|REF A: ONE|REF (B) TWO|1. WORDS.")]
    [InlineData("SUBJ: EXERCISE REFERENCES: ONE 1. WORDS.", "|SUBJ: EXERCISE|REFERENCES: ONE|1. WORDS.")]
    [InlineData("PASS TO ALL SUBJ: EXERCISE PASS TO NONE", "|PASS TO ALL|SUBJ: EXERCISE PASS TO NONE")]
    [InlineData("NAVADMIN 161/05 SUBJ: EXERCISE NAVADMIN 162/05", "|NAVADMIN 161/05|SUBJ: EXERCISE NAVADMIN 162/05")]
    [InlineData("A. ONE 1. WORDS", " A. ONE 1. WORDS")]
    [InlineData("MSGID/GENADMIN/CNO// SUBJ/X// POC/ROE// WORDS POC/ROE//", "|MSGID/GENADMIN/CNO//|SUBJ/X//|POC/ROE// WORDS POC/ROE//")]
    [InlineData("RMKS/WORDS SUBJ: X", " RMKS/WORDS|SUBJ: X")]
    [InlineData("12 RMKS/WORDS SUBJ: X", " 12|RMKS/WORDS SUBJ: X")]
    public void A_general_message_on_one_line_has_its_lines(string printed, string expected)
    {
        var restored = Restored(Heading.Replace('|', ' ') + "UNCLAS " + printed);

        Assert.Equal(Heading + "UNCLAS" + expected, restored);
    }

    private static string? Restored(string lines) =>
        LostLineEnds.Restore(ViewMaker.Make(Encoding.UTF8.GetBytes(lines.Replace('|', '\n')))) is { } view
            ? Encoding.UTF8.GetString(view.Bytes.Span).Replace('\n', '|')
            : null;
}
