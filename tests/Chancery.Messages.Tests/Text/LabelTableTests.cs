using System.Collections.Immutable;
using System.Text;
using Chancery.Messages.Text;

namespace Chancery.Messages.Tests.Text;

/// <summary>Labels, marks and signs that open something, one table a reader: the last that fits and the first that does not. EXERCISE.</summary>
public sealed class LabelTableTests
{
    [Theory]
    [InlineData("REF: X", "Reference 5")]
    [InlineData("REFS: X", "Reference 6")]
    [InlineData("REFTEL: X", "Reference 8")]
    [InlineData("REFTELS: X", "Reference 9")]
    [InlineData("REFERENCE: X", "Reference 11")]
    [InlineData("REFERENCES: X", "Reference 12")]
    [InlineData("REF(S): X", "Reference 8")]
    [InlineData("Ref: X", "Reference 5")]
    [InlineData("REF; X", "Reference 5")]
    [InlineData("REF. X", "Reference 5")]
    [InlineData("REF.: X", "Reference 6")]
    [InlineData("REF : X", "Reference 6")]
    [InlineData("REF:", "Reference 4")]
    [InlineData("REF X", "")]
    [InlineData("REF", "")]
    [InlineData("REFORM: X", "")]
    [InlineData("REF A. POST 12", "Reference 4")]
    [InlineData("REF A) X", "Reference 4")]
    [InlineData("REF A: X", "Reference 4")]
    [InlineData("REF A X", "")]
    [InlineData("REF A.", "Reference 4")]
    [InlineData("Ref A. X", "")]
    [InlineData("Ref (A): X", "Reference 4")]
    [InlineData("REF (A) OSLO 12", "Reference 4")]
    [InlineData("REF (A) words", "")]
    [InlineData("REF (1): X", "")]
    [InlineData("REF [A]: X", "")]
    [InlineData("REF OSLO 12", "Reference 4")]
    [InlineData("REF OSLO 1", "")]
    [InlineData("REF OS 12", "")]
    [InlineData("REF PARA 12", "")]
    [InlineData("REF Oslo 12", "")]
    [InlineData("PROGRAM REF: X", "Reference 13")]
    [InlineData("PROGRAM X", "")]
    [InlineData("SUBJECT: X", "Subject 9")]
    [InlineData("SUBJ: X", "Subject 6")]
    [InlineData("Subject: X", "Subject 9")]
    [InlineData("SUBJECT; X", "Subject 9")]
    [InlineData("SUBJECT - X", "Subject 10")]
    [InlineData("SUBJECT, X", "Subject 9")]
    [InlineData("SUBJECT -X", "Subject 8")]
    [InlineData("SUBJECT X", "Subject 8")]
    [InlineData("SUBJECT", "Subject 7")]
    [InlineData("Subject words", "")]
    [InlineData("Subject - words", "")]
    [InlineData("SUBECT: X", "Subject 8")]
    [InlineData("SUBEJCT: X", "Subject 9")]
    [InlineData("SUBJECTS: X", "Subject 10")]
    [InlineData("UBJECT: X", "Subject 8")]
    [InlineData("SUBECT X", "")]
    [InlineData("SUBXXCT: X", "")]
    [InlineData("SUBJECTED: X", "")]
    [InlineData("TAGS: PREL", "Tags 6")]
    [InlineData("tags: prel", "Tags 6")]
    [InlineData("TAGS; PREL", "Tags 6")]
    [InlineData("TAGS, PREL", "Tags 6")]
    [InlineData("TAGS. PREL", "Tags 6")]
    [InlineData("TAGS/ PREL", "Tags 6")]
    [InlineData("TAGS- PREL", "Tags 6")]
    [InlineData("TAGS:", "Tags 5")]
    [InlineData("TAGS PREL", "Tags 5")]
    [InlineData("TAGS FR", "Tags 5")]
    [InlineData("TAGS WORDS", "")]
    [InlineData("TAG PREL", "Tags 4")]
    [InlineData("TAG WORDS", "")]
    [InlineData("TAG: X", "Tags 5")]
    [InlineData("TAS: X", "Tags 5")]
    [InlineData("TGS: X", "Tags 5")]
    [InlineData("AGS: X", "Tags 5")]
    [InlineData("TABS: X", "Tags 6")]
    [InlineData("TGAS: X", "Tags 6")]
    [InlineData("TASG: X", "Tags 6")]
    [InlineData("TAGE: X", "Tags 6")]
    [InlineData("TAGES: X", "Tags 7")]
    [InlineData("TAGSS: X", "Tags 7")]
    [InlineData("TAGSC PREL", "Tags 6")]
    [InlineData("TOGS: X", "")]
    [InlineData("TAGGED: X", "")]
    [InlineData("E.O. 12958: X", "ExecutiveOrder 5")]
    [InlineData("EO 12958", "ExecutiveOrder 3")]
    [InlineData("E.O 12958", "ExecutiveOrder 4")]
    [InlineData("E. O. 12958", "ExecutiveOrder 6")]
    [InlineData("E.0. 12958", "ExecutiveOrder 5")]
    [InlineData("E.O.:12958", "ExecutiveOrder 5")]
    [InlineData("e.o. 12958", "ExecutiveOrder 5")]
    [InlineData("E.O. 1295", "ExecutiveOrder 5")]
    [InlineData("E.O. 129", "")]
    [InlineData("E.O. 129588", "")]
    [InlineData("E.O. 22958", "")]
    [InlineData("E.O. ", "")]
    [InlineData("E.0 12958", "")]
    [InlineData("EXO 12958", "")]
    [InlineData("E.O. 12958, THE ORDER", "")]
    [InlineData("E.O. 12958, AS AMENDED", "ExecutiveOrder 5")]
    [InlineData("CLASSIFIED BY: X", "ClassifiedBy 15")]
    [InlineData("Classified By X", "ClassifiedBy 14")]
    [InlineData("CLASSIFED BY: X", "ClassifiedBy 14")]
    [InlineData("CLASSFED BY: X", "ClassifiedBy 13")]
    [InlineData("CLSSFED BY: X", "")]
    [InlineData("XLASSIFIED BY: X", "ClassifiedBy 15")]
    [InlineData("CLASSIFIEDBY: X", "ClassifiedBy 14")]
    [InlineData("CLASSIFIED BT: X", "ClassifiedBy 15")]
    [InlineData("CLASSIFED BT: X", "ClassifiedBy 14")]
    [InlineData("CLASSFED BT: X", "")]
    [InlineData("CLASSIFIED BYE: X", "ClassifiedBy 16")]
    [InlineData("CLASSIFIED B: X", "")]
    [InlineData("CLASSIFIED AS X", "")]
    [InlineData("CLASSIFIED X", "")]
    [InlineData("DECLASSIFIED BY X", "")]
    [InlineData("UNCLASSIFIED", "")]
    [InlineData("REASON: X", "Reason 8")]
    [InlineData("REASONS: X", "Reason 9")]
    [InlineData("REASON X", "")]
    [InlineData("DERIVED FROM: X", "DerivedFrom 14")]
    [InlineData("DERIVED FROM X", "DerivedFrom 13")]
    [InlineData("DERIVED X", "")]
    [InlineData("DECLASSIFY ON: X", "DeclassifyOn 15")]
    [InlineData("DECLASSIFY ON X", "DeclassifyOn 14")]
    [InlineData("DECLASSIFY X", "")]
    [InlineData("S U B J E C T: X", "Subject 15")]
    [InlineData("S U B J E C T : X", "Subject 16")]
    [InlineData("R E F: X", "Reference 7")]
    [InlineData("R E F E R E N C E S: X", "Reference 21")]
    [InlineData("T A G S: PREL", "Tags 9")]
    [InlineData("T A G S PREL", "")]
    [InlineData("A B: X", "")]
    [InlineData("", "")]
    public void A_label_is_read_with_its_sign_and_the_blanks_behind(string text, string expected) =>
        Assert.Equal(expected, Labels.TryRead(Bytes(text), out var label, out var length) ? $"{label} {length}" : "");

    [Theory]
    [InlineData("WORDS REF: A", 6)]
    [InlineData("WORDS. TAGS: PREL", 7)]
    [InlineData("WORDS CLASSIFIED BY: X", 6)]
    [InlineData("WORDS DERIVED FROM: X", 6)]
    [InlineData("WORDSREF: A", 5)]
    [InlineData("WORDSREFS: A", 5)]
    [InlineData("WORDSTAGS: PREL", 5)]
    [InlineData("WORDSSUBJECT: X", 5)]
    [InlineData("WORDSCLASSIFIED BY: X", 5)]
    [InlineData("WORDSE.O. 12958: DECL", 5)]
    [InlineData("WORDSDERIVED FROM: X", -1)]
    [InlineData("WORDSREFTEL: A", -1)]
    [InlineData("WORDS,REF: A", 6)]
    [InlineData("WORDS;TAGS: PREL", 6)]
    [InlineData("WORDS E.O. 12958: DECL", 6)]
    [InlineData("WORDS E.O. 12958; X", 6)]
    [InlineData("WORDS E.O. 12958. X", 6)]
    [InlineData("WORDS E.O. 12958 DECL X", 6)]
    [InlineData("WORDS E.O. 12958 N/A", 6)]
    [InlineData("WORDS E.O. 12958 NA", 6)]
    [InlineData("WORDS E.O. 11652 GDS", 6)]
    [InlineData("WORDS E.O. 11652 XGDS-2", 6)]
    [InlineData("WORDS E.O. 12958 AND PORTS", -1)]
    [InlineData("WORDS E.O. 12958", -1)]
    [InlineData("WORDS SUBJECT WORDS", -1)]
    [InlineData("WORDS REF A. OSLO 12", -1)]
    [InlineData("WORDS Ref: a", 6)]
    [InlineData("WORDS ref: a", -1)]
    [InlineData("REF: A", -1)]
    public void A_label_inside_a_line_shows_its_sign(string text, int at) => Assert.Equal(at, Labels.IndexInside(Bytes(text), out _));

    [Theory]
    [InlineData("1. WORDS", 1, 0, 0, 3)]
    [InlineData("12) WORDS", 12, 0, 0, 4)]
    [InlineData("123. W", 123, 0, 0, 5)]
    [InlineData("1 . W", 1, 0, 0, 4)]
    [InlineData("1.W", 1, 0, 0, 2)]
    [InlineData("1.", 1, 0, 0, 2)]
    [InlineData("1. (C) W", 1, 3, 3, 7)]
    [InlineData("1.(C) W", 1, 2, 3, 6)]
    [InlineData("1. C) W", 1, 3, 2, 6)]
    [InlineData("4 (C) W", 4, 2, 3, 6)]
    [InlineData("l. (C) W", 1, 3, 3, 7)]
    [InlineData("\u00B61. W", 1, 0, 0, 5)]
    [InlineData("\u00B6 1. W", 1, 0, 0, 6)]
    public void A_paragraph_begins_with_its_number_and_mark(string line, int number, int mark, int length, int words)
    {
        Assert.True(ParagraphStart.TryRead(Bytes(line), out var start));
        Assert.Equal((number, new TextSpan(mark, length), words), (start.Number, start.Mark, start.TextAt));
        Assert.Equal(length > 0, start.HasMark);
    }

    [Theory]
    [InlineData("1234. W")]
    [InlineData("1.5 W")]
    [InlineData("1)5 W")]
    [InlineData("4 W")]
    [InlineData("4 (W)")]
    [InlineData("4 C) W")]
    [InlineData("l. W")]
    [InlineData("l (C) W")]
    [InlineData("l.")]
    [InlineData("1")]
    [InlineData("A. W")]
    [InlineData("")]
    public void What_is_like_a_number_begins_no_paragraph(string line) => Assert.False(ParagraphStart.TryRead(Bytes(line), out _));

    [Theory]
    [InlineData("POST 12  1. (C) Words", 9)]
    [InlineData("POST 12.1. (C) Words", 8)]
    [InlineData("POST 12 11. 1. (C) Words", 12)]
    [InlineData("POST 1. Words", -1)]
    [InlineData("1. (C) Words", -1)]
    [InlineData("POST 12 2. (C) Words", -1)]
    [InlineData("X1. (C) Words", -1)]
    public void The_first_paragraph_may_begin_inside_a_line(string line, int at) =>
        Assert.Equal(at, ParagraphStart.IndexInside(Bytes(line)));

    [Theory]
    [InlineData("--- HEADING ---", 4, 7)]
    [InlineData("HEADING ---", 0, 7)]
    [InlineData("HEADING--", 0, 9)]
    [InlineData("HEADING...", 0, 10)]
    [InlineData("---HEADING", 3, 7)]
    [InlineData("--HEADING", 0, 9)]
    [InlineData("===HEADING", 3, 7)]
    [InlineData("___HEADING", 3, 7)]
    [InlineData("###HEADING", 3, 7)]
    [InlineData("***HEADING", 3, 7)]
    [InlineData("...HEADING", 3, 7)]
    [InlineData("- - -HEADING", 5, 7)]
    [InlineData("---", 0, 0)]
    [InlineData("- - -", 0, 0)]
    [InlineData("--", 0, 2)]
    [InlineData("HEADING", 0, 7)]
    public void A_heading_is_told_by_the_rules_around_it(string line, int start, int length) =>
        Assert.Equal(new TextSpan(start, length), HeadingLine.WithoutRules(Bytes(line)));

    [Theory]
    [InlineData("---", 40, "", true)]
    [InlineData("---", 41, "", false)]
    [InlineData("", 70, "---", true)]
    [InlineData("", 71, "---", false)]
    public void A_heading_has_so_many_letters_at_most(string before, int letters, string behind, bool isOne)
    {
        var line = before + new string('A', letters) + behind;

        Assert.Equal(isOne ? letters : line.Length, HeadingLine.WithoutRules(Bytes(line)).Length);
    }

    [Theory]
    [InlineData("HEADING", true)]
    [InlineData("HEA", true)]
    [InlineData("HE", false)]
    [InlineData("H E A", true)]
    [InlineData("HEADINg", false)]
    [InlineData("aBCD", false)]
    [InlineData("zBCD", false)]
    [InlineData("HEADING.", false)]
    [InlineData("HEADING?", false)]
    [InlineData("HEADING!", false)]
    [InlineData("HEADING;", false)]
    [InlineData("HEADING,", false)]
    [InlineData("HEADING/", false)]
    [InlineData("HEADING:", true)]
    [InlineData("1234", false)]
    [InlineData("", false)]
    public void A_heading_stands_in_capitals_and_ends_no_sentence(string line, bool isOne) =>
        Assert.Equal(isOne, HeadingLine.IsCapitals(Bytes(line)));

    [Theory]
    [InlineData("FOR EUR/RUS", "- EUR/RUS -")]
    [InlineData("STATE FOR EUR/RUS (JANE ROE), EUR/ACE", "STATE EUR/RUS+EUR/ACE JANE ROE")]
    [InlineData("DEPT PASS TO USTR", "DEPT USTR -")]
    [InlineData("DEPT PASS USTR", "DEPT USTR -")]
    [InlineData("DEPT PLEASE PASS TO USTR", "DEPT USTR -")]
    [InlineData("STATE: FOR EUR", "STATE EUR -")]
    [InlineData("STATE/EUR FOR NEA", "STATE/EUR NEA -")]
    [InlineData("ST. ULMA FOR NEA", "ST. ULMA NEA -")]
    [InlineData("ULMA, ULMB-EAST FOR NEA", "ULMA, ULMB-EAST NEA -")]
    [InlineData("DEPARTMENT EUR/RUS", "DEPARTMENT EUR/RUS -")]
    [InlineData("DEPT EUR", "DEPT EUR -")]
    [InlineData("FOR X", "- X -")]
    [InlineData("FOR NEAR", "- NEAR -")]
    [InlineData("FOR NEARS", "- - NEARS")]
    [InlineData("FOR NEAR EAST", "- NEAR EAST -")]
    [InlineData("FOR EUR/RUS-ROE", "- EUR/RUS ROE")]
    [InlineData("FOR JANE-ROE", "- - JANE-ROE")]
    [InlineData("FOR EUR AND NEA", "- EUR+NEA -")]
    [InlineData("FOR EUR; NEA.", "- EUR+NEA -")]
    [InlineData("FOR EUR (ROE ), (DOE)", "- EUR ROE+DOE")]
    [InlineData("FOR , ;", null)]
    [InlineData("FOR ", null)]
    [InlineData("DEPT ", null)]
    [InlineData("Words FOR EUR", null)]
    [InlineData("WORDS", null)]
    public void Passing_lines_name_target_offices_and_people(string line, string? expected)
    {
        var read = PassingWords.TryRead(Bytes(line));

        Assert.Equal(expected, read is null ? null : $"{read.Target ?? "-"} {Joined(read.Offices)} {Joined(read.Names)}");
        static string Joined(ImmutableArray<string> words) => words.IsEmpty ? "-" : string.Join('+', words);
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_target_has_forty_letters_at_most(int letters, bool isOne) =>
        Assert.Equal(isOne, PassingWords.TryRead(Bytes($"{new string('A', letters)} FOR EUR")) is not null);

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void A_passing_line_has_three_hundred_bytes_at_most(int length, bool isOne) =>
        Assert.Equal(isOne, PassingWords.TryRead(Bytes("FOR " + new string('A', length - 4))) is not null);

    [Theory]
    [InlineData("(NOTAL)", "NOTAL")]
    [InlineData("notal and pasep", "NOTAL PASEP")]
    [InlineData("AND PREVIOUS", "AND PREVIOUS")]
    [InlineData("NOATL", "NOTAL")]
    [InlineData("(NTOAL)", "NOTAL")]
    [InlineData("X;ATNOL", "NOTAL")]
    [InlineData("OTNAL,X", "NOTAL")]
    [InlineData("NOTALL", "NOTAL")]
    [InlineData("NTAL", "NOTAL")]
    [InlineData("NOTXL", "NOTAL")]
    [InlineData("NOTA", "")]
    [InlineData("TOTAL", "")]
    [InlineData("NATAL", "")]
    [InlineData("NOTES", "")]
    [InlineData("NOT", "")]
    [InlineData("AOTAL", "")]
    [InlineData("LATON", "")]
    [InlineData("NOTALXX", "NOTAL")]
    [InlineData("NOTLAXX", "")]
    [InlineData("", "")]
    public void Flags_are_known_with_letters_changed_over(string words, string flags) =>
        Assert.Equal(flags, string.Join(' ', ReferenceFlags.In(words)));

    [Theory]
    [InlineData("SECDEF MSG DTG", "SECDEF")]
    [InlineData("CNO WASHINGTON DC MESSAGE DTG", "CNO WASHINGTON DC")]
    [InlineData("cno, msg: of", "CNO")]
    [InlineData("(CNO) DATED", "CNO")]
    [InlineData("CNO P", "CNO")]
    [InlineData("CNO O", "CNO")]
    [InlineData("CNO Z", "CNO")]
    [InlineData("CNO R", "CNO")]
    [InlineData("DTG", null)]
    [InlineData("R", null)]
    [InlineData("", null)]
    public void An_originator_stands_before_a_group(string front, string? name) => Assert.Equal(name, ReferenceWords.Originator(front));

    [Theory]
    [InlineData("12", 1, 12, 2)]
    [InlineData("1234567", 1, 1234567, 7)]
    [InlineData("12, 13", 2, 12, 2)]
    [InlineData("12 WORDS", 1, 12, 2)]
    [InlineData("12/", 1, 12, 2)]
    [InlineData("12/X", 1, 12, 2)]
    [InlineData("12;3", 1, 12, 2)]
    [InlineData("1", 2, null, 0)]
    [InlineData("12345678", 1, null, 0)]
    [InlineData("12 MAY", 1, null, 0)]
    [InlineData("12MAY", 1, null, 0)]
    [InlineData("12/5", 1, null, 0)]
    [InlineData("12-5", 1, null, 0)]
    [InlineData("12.5", 1, null, 0)]
    [InlineData("12:5", 1, null, 0)]
    [InlineData("12A", 1, null, 0)]
    [InlineData("A12", 1, null, 0)]
    public void A_bare_number_is_no_day_and_no_part_of_a_date(string text, int least, int? number, int length)
    {
        var isOne = ReferenceWords.TryBareNumber(Bytes(text), least, out var read, out var readLength);

        Assert.Equal((number, length), isOne ? (read, readLength) : (null, 0));
    }

    [Theory]
    [InlineData("A-150", true)]
    [InlineData("POST A-150", true)]
    [InlineData("POST CA-3400", true)]
    [InlineData("POSTA-150", false)]
    [InlineData("A-X", false)]
    [InlineData("A-", false)]
    [InlineData("POST A-", false)]
    [InlineData("POST 150", false)]
    public void An_airgram_has_a_letter_and_a_number(string words, bool isOne) => Assert.Equal(isOne, ReferenceWords.IsAirgram(words));

    [Theory]
    [InlineData("PARA")]
    [InlineData("PARAS")]
    [InlineData("PARAGRAPH")]
    [InlineData("SECTION")]
    [InlineData("PAGE")]
    [InlineData("UNCLAS")]
    [InlineData("SECRET")]
    [InlineData("CONFIDENTIAL")]
    [InlineData("UNSC")]
    [InlineData("NO")]
    [InlineData("NO.")]
    [InlineData("DATED")]
    [InlineData("ON")]
    [InlineData("OF")]
    [InlineData("DTG")]
    [InlineData("EO")]
    [InlineData("E.O.")]
    [InlineData("TITLE")]
    [InlineData("PUBLIC")]
    [InlineData("PL")]
    [InlineData("P.L.")]
    [InlineData("FY")]
    [InlineData("JAN")]
    [InlineData("JANUARY")]
    [InlineData("FEB")]
    [InlineData("FEBRUARY")]
    [InlineData("MAR")]
    [InlineData("MARCH")]
    [InlineData("APR")]
    [InlineData("APRIL")]
    [InlineData("MAY")]
    [InlineData("JUN")]
    [InlineData("JUNE")]
    [InlineData("JUL")]
    [InlineData("JULY")]
    [InlineData("AUG")]
    [InlineData("AUGUST")]
    [InlineData("SEP")]
    [InlineData("SEPT")]
    [InlineData("SEPTEMBER")]
    [InlineData("OCT")]
    [InlineData("OCTOBER")]
    [InlineData("NOV")]
    [InlineData("NOVEMBER")]
    [InlineData("DEC")]
    [InlineData("DECEMBER")]
    public void Some_words_are_like_a_post_and_none(string word)
    {
        Assert.True(ReferenceWords.BeginsWithNoPost($"{word} 12"));
        Assert.True(ReferenceWords.BeginsWithNoPost(word.ToLowerInvariant()));
        Assert.False(ReferenceWords.BeginsWithNoPost($"{word.TrimEnd('.')}VILLE 12"));
    }

    [Theory]
    [InlineData("NF")]
    [InlineData("NOFORN")]
    [InlineData("N")]
    [InlineData("FGI")]
    [InlineData("FGI GBR")]
    [InlineData("ORCON")]
    [InlineData("OC")]
    [InlineData("SI")]
    [InlineData("TK")]
    [InlineData("HCS")]
    [InlineData("RD")]
    [InlineData("FRD")]
    [InlineData("PROPIN")]
    [InlineData("ENTIRE TEXT")]
    [InlineData("REL TO USA")]
    [InlineData("NODIS")]
    public void A_caveat_may_stand_behind_a_mark(string caveat)
    {
        foreach (var sign in (string[])["/", "//", "-", ",", "\\", " / ", " - "])
        {
            Assert.Equal((Level.Confidential, 3 + sign.Length + caveat.Length), Mark($"(C{sign}{caveat}) Words"));
        }
        Assert.Equal((Level.Secret, 5 + caveat.Length), Mark($"(S//{caveat})"));
        Assert.True(PortionMark.IsUnmistakable(Bytes($"(S//{caveat})")));
        Assert.True(PortionMark.IsUnmistakable(Bytes($"(SBU/{caveat})")));
        Assert.False(PortionMark.IsUnmistakable(Bytes($"(FOUO/{caveat})")));
        Assert.False(PortionMark.IsUnmistakable(Bytes($"(/{caveat})")));
        Assert.Null(Mark($"(C/Q{caveat}) Words"));
        Assert.Null(Mark($"(C;{caveat}) Words"));
        static (Level, int)? Mark(string text) =>
            PortionMark.TryRead(Bytes(text), behindNumber: false, out var level, out var length) ? (level, length) : null;
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_mark_is_looked_for_so_far(int length, bool isOne) =>
        Assert.Equal(isOne, PortionMark.TryRead(Bytes($"(C{new string(' ', length - 3)}) Words"), behindNumber: false, out _, out _));

    [Theory]
    [InlineData("(C/ZEBRA) Words", 9)]
    [InlineData("(C Words", 3)]
    [InlineData("C) Words", 2)]
    [InlineData("C - ENTIRE TEXT. Words", 15)]
    public void Behind_a_number_more_is_a_mark(string text, int length)
    {
        Assert.True(PortionMark.TryRead(Bytes(text), behindNumber: true, out var level, out var read));
        Assert.Equal((Level.Confidential, length), (level, read));
        Assert.False(PortionMark.TryRead(Bytes(text), behindNumber: false, out _, out _));
    }

    [Theory]
    [InlineData("(S//NF)", "NOFORN")]
    [InlineData("(S//NF//ORCON)", "NOFORN|ORCON")]
    [InlineData("(S//REL TO USA, GBR)", "REL TO USA, GBR")]
    [InlineData("(S/NF,OC)", "NOFORN|OC")]
    [InlineData("(S-NF)", "NOFORN")]
    [InlineData("(S)", "")]
    [InlineData("(S//NF//NF)", "NOFORN")]
    [InlineData("(S//N)", "NOFORN")]
    [InlineData("(S/U/C/S/TS/R/SBU/LOU/FOUO/CUI)", "")]
    [InlineData("(SECRET//CONFIDENTIAL//TOP SECRET//UNCLAS//UNCLASSIFIED)", "")]
    [InlineData("(S - ENTIRE TEXT)", "")]
    [InlineData("(s//nf)", "NOFORN")]
    public void Caveats_of_a_mark_are_told_in_full(string raw, string caveats) =>
        Assert.Equal(caveats, string.Join('|', PortionMark.Make(Bytes(raw), Level.Secret).Caveats));

    [Theory]
    [InlineData("C O N F I D E N T I A X", Level.Confidential, 23)]
    [InlineData("C O N F X D X N T X A L", Level.Confidential, 23)]
    [InlineData("S E X R E T", Level.Secret, 11)]
    [InlineData("T O P S E X R X T", Level.TopSecret, 17)]
    [InlineData("R E S T R I X T X D", Level.Restricted, 19)]
    [InlineData("CO N F I D E N T I A L", Level.Confidential, 22)]
    [InlineData("CON F I D E N T I A L", Level.Confidential, 21)]
    [InlineData("C 0 N F 1 D E N T I A L", Level.Confidential, 23)]
    [InlineData("C O N F I D E N T I A L   W O R D", Level.Confidential, 23)]
    [InlineData("c o n f i d e n t i a l", Level.Confidential, 23)]
    public void A_spaced_level_is_read_with_letters_wrong(string text, Level level, int length)
    {
        Assert.True(DamagedLevel.TryRead(Bytes(text), out var read, out var readLength));
        Assert.Equal((level, length), (read, readLength));
    }

    [Theory]
    [InlineData("C X N F X D X N T X A L")]
    [InlineData("S E X R X T")]
    [InlineData("R X S T R I X T X D")]
    [InlineData("CONF I D E N T I A L")]
    [InlineData("C O N F I D")]
    [InlineData("SEC RET")]
    [InlineData("C,O N F I D E N T I A L")]
    [InlineData("")]
    public void What_is_too_far_from_a_level_is_none(string text) => Assert.False(DamagedLevel.TryRead(Bytes(text), out _, out _));

    [Theory]
    [InlineData("CONFIDENTlAL X", Level.Confidential, 12)]
    [InlineData("CONFIDENTAL", Level.Confidential, 11)]
    [InlineData("CONFIDENTIALS", Level.Confidential, 13)]
    [InlineData("UNCLASIFIED", Level.Unclassified, 11)]
    [InlineData("UNCLASSIFIEDS", Level.Unclassified, 13)]
    [InlineData("UNCLS", Level.Unclassified, 5)]
    [InlineData("UNCLAX", Level.Unclassified, 6)]
    [InlineData("UNCL", null, 0)]
    [InlineData("CONFIDENTIAL", null, 0)]
    [InlineData("CONFIDENAL", null, 0)]
    [InlineData("CONFIDENTIALSS", null, 0)]
    [InlineData("cONFIDENTAL", null, 0)]
    [InlineData("UNCXX", null, 0)]
    public void A_level_in_one_word_may_have_one_letter_wrong(string text, Level? level, int length)
    {
        var isOne = DamagedLevel.TryNear(Bytes(text), out var read, out var readLength);

        Assert.Equal((level, length), isOne ? (read, readLength) : (null, 0));
    }

    [Theory]
    [InlineData("U N C L A S", Level.Unclassified, 11)]
    [InlineData("S B U", Level.Sbu, 5)]
    [InlineData("L O U", Level.Lou, 5)]
    [InlineData("F O U O", Level.Fouo, 7)]
    [InlineData("R E S T R I C T E D", Level.Restricted, 19)]
    [InlineData("SENSITIVE  BUT  UNCLASSIFIED", Level.Sbu, 28)]
    [InlineData("C O S M I C T O P S E C R E T", Level.TopSecret, 29)]
    [InlineData("S   E C R E T", Level.Secret, 13)]
    [InlineData("NATO     SECRET", Level.Secret, 15)]
    [InlineData("SECRET.", Level.Secret, 6)]
    [InlineData("S ECRET", Level.Secret, 7)]
    [InlineData("SE CRET", Level.Secret, 7)]
    public void A_level_is_read_with_its_blanks(string text, Level level, int length)
    {
        Assert.True(LevelWord.TryRead(Bytes(text), out var read, out var readLength));
        Assert.Equal((level, length), (read, readLength));
    }

    [Theory]
    [InlineData("SECTION 01 OF", true)]
    [InlineData("SECTION 01 OF ", true)]
    [InlineData("SECTION 01", true)]
    [InlineData("SECTION", true)]
    [InlineData("SECTIO 01 OF", true)]
    [InlineData("SECTI 01 OF", true)]
    [InlineData("section 1 of", true)]
    [InlineData("SECT 01 OF", false)]
    [InlineData("SECTION 01 OF 02", false)]
    [InlineData("SECTION 01 OF X", false)]
    [InlineData("SECTION X", false)]
    [InlineData("WORDS", false)]
    [InlineData("", false)]
    public void A_section_may_be_cut_by_the_line_end(string text, bool isOne) => Assert.Equal(isOne, SectionWords.IsCut(Bytes(text)));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
