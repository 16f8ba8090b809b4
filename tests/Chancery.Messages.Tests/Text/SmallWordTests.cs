using System.Text;
using Chancery.Messages.Text;

namespace Chancery.Messages.Tests.Text;

/// <summary>Looks at bytes and words on which all readers stand, against their plain meaning. EXERCISE.</summary>
public sealed class SmallWordTests
{
    [Fact]
    public void Bytes_are_letters_digits_and_blanks_where_ASCII_says_so()
    {
        for (var i = 0; i < 256; i++)
        {
            var (b, c) = ((byte)i, (char)i);
            Assert.Equal(char.IsAsciiLetter(c), Words.IsLetter(b));
            Assert.Equal(char.IsAsciiLetterUpper(c), Words.IsUpper(b));
            Assert.Equal(char.IsAsciiDigit(c), Words.IsDigit(b));
            Assert.Equal(" \t".Contains(c), Words.IsBlank(b));
            Assert.Equal(" \t\r\n".Contains(c), Words.IsSpace(b));
            Assert.Equal(char.IsAsciiLetterOrDigit(c) || i >= 128, Words.IsWordByte(b));
            Assert.Equal("-=_#*.".Contains(c), HeadingLine.IsRuleByte(b));
            Assert.Equal(char.IsAsciiDigit(c) || i == 0xC2, ParagraphStart.MayBe(b));
            var figure = "OIlSB".IndexOf(c, StringComparison.Ordinal);
            Assert.Equal(figure < 0 ? b : (byte)"01158"[figure], LikeFigures.ToFigure(b));
            var letter = "0158".IndexOf(c, StringComparison.Ordinal);
            Assert.Equal(letter < 0 ? b : (byte)"OISB"[letter], LikeFigures.ToLetter(b));
        }
    }

    [Theory]
    [InlineData("WORDS", "WORD", true, false)]
    [InlineData("words", "WORD", true, false)]
    [InlineData("WORD", "WORD", true, true)]
    [InlineData("WORD.", "WORD", true, true)]
    [InlineData("WORD1", "WORD", true, false)]
    [InlineData("WORD\u00E9", "WORD", true, false)]
    [InlineData("WOR", "WORD", false, false)]
    [InlineData("LORD", "WORD", false, false)]
    [InlineData("WORK", "WORD", false, false)]
    public void A_word_stands_at_the_start_whole_or_not(string text, string word, bool starts, bool isWhole)
    {
        Assert.Equal(starts, Words.Starts(Bytes(text), Bytes(word)));
        Assert.Equal(isWhole, Words.StartsWord(Bytes(text), Bytes(word)));
    }

    [Fact]
    public void The_first_three_letters_are_one_number_in_any_case()
    {
        Assert.Equal(Words.Key("ABC"u8), Words.Key("abcd"u8));
        Assert.Equal(Words.Key("ABC"u8), Words.Key('A', 'B', 'C'));
        Assert.Equal(0, Words.Key("AB"u8));
        Assert.Equal(('A' << 16) + ('B' << 8) + 'C', Words.Key("aBc"u8));
    }

    [Theory]
    [InlineData("a \tb", 1, 3)]
    [InlineData("a \nb", 1, 2)]
    [InlineData("ab", 1, 1)]
    [InlineData("a  ", 1, 3)]
    [InlineData("a", 1, 1)]
    public void Blanks_are_skipped_to_the_next_word(string text, int at, int next) => Assert.Equal(next, Words.SkipBlanks(Bytes(text), at));

    [Theory]
    [InlineData("a \t\r\nb", 1, 5)]
    [InlineData("ab", 1, 1)]
    [InlineData("a \n", 1, 3)]
    public void White_space_is_skipped_over_line_ends(string text, int at, int next) =>
        Assert.Equal(next, Words.SkipSpace(Bytes(text), at));

    [Theory]
    [InlineData("ab \n", 0, 4, 2)]
    [InlineData("ab", 0, 2, 2)]
    [InlineData("  \n ", 1, 4, 1)]
    [InlineData("a b", 0, 2, 1)]
    public void White_space_at_the_end_is_left_out(string text, int start, int end, int trimmed) =>
        Assert.Equal(trimmed, Words.TrimEnd(Bytes(text), start, end));

    [Theory]
    [InlineData("x123y", 1, true, 123, 3)]
    [InlineData("0", 0, true, 0, 1)]
    [InlineData("123456789", 0, true, 123456789, 9)]
    [InlineData("1234567890", 0, false, 123456789, 9)]
    [InlineData("x", 0, false, 0, 0)]
    [InlineData("", 0, false, 0, 0)]
    public void Digits_are_read_as_a_number_up_to_nine(string text, int at, bool isOne, int number, int length)
    {
        Assert.Equal(isOne, Words.TryNumber(Bytes(text), at, out var read, out var digits));
        Assert.Equal((number, length), (read, digits));
    }

    [Theory]
    [InlineData("ab1 c", 0, 3)]
    [InlineData("ab1 c", 3, 0)]
    [InlineData("ab1 c", 4, 1)]
    public void A_run_of_letters_and_digits_has_its_length(string text, int at, int length) =>
        Assert.Equal(length, Words.WordLength(Bytes(text), at));

    [Theory]
    [InlineData("  A\n  B \r\n C ", "A B C")]
    [InlineData("A\n\nB", "A B")]
    [InlineData("A  B", "A  B")]
    [InlineData("A", "A")]
    [InlineData(" \n ", "")]
    [InlineData("", "")]
    public void Lines_are_joined_with_one_blank(string text, string joined)
    {
        Span<char> buffer = stackalloc char[32];

        Assert.Equal(joined, TextLines.Join(Bytes(text)));
        Assert.Equal(joined, new string(buffer[..TextLines.Join(Bytes(text), buffer)]));
    }

    [Theory]
    [InlineData("OSL0 OOO511", "OSLO 000511")]
    [InlineData("12S4", "1254")]
    [InlineData("1B34", "1834")]
    [InlineData("l2345", "12345")]
    [InlineData("O5", "05")]
    [InlineData("O8", "08")]
    [InlineData("N0RTH", "NORTH")]
    [InlineData("5TATE", "STATE")]
    [InlineData("PAR15", "PARIS")]
    [InlineData("AB0", "ABO")]
    [InlineData("8ERN", "BERN")]
    [InlineData("1SS4", null)]
    [InlineData("123S", null)]
    [InlineData("123B", null)]
    [InlineData("N0R7H", null)]
    [InlineData("58ATE", null)]
    [InlineData("I0", null)]
    [InlineData("A0", null)]
    [InlineData("OSLO 000511", null)]
    public void A_word_gets_letters_and_a_number_figures(string printed, string? tidy)
    {
        var read = new byte[printed.Length];

        Assert.Equal(tidy is not null, LikeFigures.TryTidy(Bytes(printed), read));
        Assert.Equal(tidy ?? printed, Encoding.ASCII.GetString(read));
    }

    [Theory]
    [InlineData("STATE 9 1973", "STATE", 9, 1, null, 7)]
    [InlineData("STATE 9 1972", "STATE", 91972, 5, null, 12)]
    [InlineData("STATE 9 2030", "STATE", 9, 1, null, 7)]
    [InlineData("STATE 9 2031", "STATE", 92031, 5, null, 12)]
    [InlineData("STATE 9 3311.5", "STATE", 9, 1, null, 7)]
    [InlineData("STATE 9 3311X", "STATE", 9, 1, null, 7)]
    [InlineData("STATE 9 3311, X", "STATE", 93311, 5, null, 12)]
    [InlineData("STATE 9 331", "STATE", 9, 1, null, 7)]
    [InlineData("STATE 9 331155", "STATE", 9, 1, null, 7)]
    [InlineData("STATE 12 33115", "STATE", 12, 2, null, 8)]
    [InlineData("STATE 1O2", "STATE", 102, 3, null, 9)]
    [InlineData("STATE 1lO2", "STATE", 1102, 4, null, 10)]
    [InlineData("STATE 1O234567", "STATE", 10234567, 8, null, 14)]
    [InlineData("98 ROME 12", "ROME", 12, 2, 1998, 10)]
    [InlineData("1998ROME12", "ROME", 12, 2, 1998, 10)]
    [InlineData("50 ROME 1", "ROME", 1, 1, 1950, 9)]
    [InlineData("49 ROME 1", "ROME", 1, 1, 2049, 9)]
    [InlineData("98-'ROME 12", "ROME", 12, 2, 1998, 11)]
    [InlineData("ROME 701 (2008)", "ROME", 701, 3, 2008, 15)]
    [InlineData("ROME 701 (208)", "ROME", 701, 3, null, 8)]
    [InlineData("ROME 701 (08", "ROME", 701, 3, null, 8)]
    [InlineData("ROME 701 (08]", "ROME", 701, 3, null, 8)]
    [InlineData("ROME 701 OF 08", "ROME", 701, 3, null, 8)]
    [InlineData("ROME 701 OF 2108", "ROME", 701, 3, null, 8)]
    [InlineData("STATE l20011", "STATE", 120011, 6, null, 12)]
    [InlineData("STATE I2", "STATE", 12, 2, null, 8)]
    [InlineData("STATE O20011", "STATE", 20011, 6, null, 12)]
    [InlineData("STATEl2", "STATEl", 2, 1, null, 7)]
    [InlineData("AB 1", "AB", 1, 1, null, 4)]
    public void Posts_and_numbers_are_read_to_their_last_sign(string printed, string post, int number, int digits, int? year, int end)
    {
        Assert.True(NumberWords.TryRead(Bytes(printed), out var found));
        Assert.Equal(
            (post, number, digits, year, end),
            (printed.Substring(found.Post.Start, found.Post.Length), found.Number, found.Digits, found.Year, found.End)
        );
    }

    [Theory]
    [InlineData("5 ROME 12")]
    [InlineData("20055 ROME 12")]
    [InlineData("(98 ROME 12")]
    [InlineData("1170 ROME 12")]
    [InlineData("STATE 12O3X")]
    [InlineData("STATE 1OO")]
    [InlineData("STATE 1O2345678")]
    [InlineData("STATE , 12")]
    public void What_is_like_a_post_and_number_is_none(string printed) => Assert.False(NumberWords.TryRead(Bytes(printed), out _));

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_post_has_forty_letters_at_most(int letters, bool isOne) =>
        Assert.Equal(isOne, NumberWords.TryRead(Bytes($"{new string('A', letters)} 12"), out _));

    [Theory]
    [InlineData("NAVADMIN 161/ 05", "NAVADMIN", "161", 2005, 16)]
    [InlineData("NAVADMIN - 161/05", "NAVADMIN", "161", 2005, 17)]
    [InlineData("NAVADMIN\t161/05", "NAVADMIN", "161", 2005, 15)]
    [InlineData("NAVADMIN/161/05", "NAVADMIN", "161", 2005, 15)]
    [InlineData("NAVADMIN NO 161/05", "NAVADMIN", "161", 2005, 18)]
    [InlineData("ALCOAST 1234/05", "ALCOAST", "1234", 2005, 15)]
    [InlineData("NAVADMON 1/05", "NAVADMIN", "1", 2005, 13)]
    [InlineData("NVADMIN 1/05", "NAVADMIN", "1", 2005, 12)]
    [InlineData("NAVADMXN 1/05", "NAVADMIN", "1", 2005, 13)]
    [InlineData("NXVADMXN 1/05", "NAVADMIN", "1", 2005, 13)]
    [InlineData("MARADMIM 1/05", "MARADMIN", "1", 2005, 13)]
    [InlineData("ALCOAS 1/05", "ALCOAST", "1", 2005, 11)]
    [InlineData("ALCOASTS 1/05", "ALCOAST", "1", 2005, 13)]
    [InlineData("ALARCT 1/05", "ALARACT", "1", 2005, 11)]
    [InlineData("ALCOA 1/05", "ALCOA", "1", 2005, 10)]
    [InlineData("ALCXAXT 1/05", "ALCXAXT", "1", 2005, 12)]
    [InlineData("NAVADM1N 12/05", "NAVADMIN", "12", 2005, 14)]
    [InlineData("ALC0AST 12/05", "ALCOAST", "12", 2005, 13)]
    [InlineData("navadmin 12/05", "NAVADMIN", "12", 2005, 14)]
    public void Titles_are_read_with_signs_and_letters_wrong(string printed, string title, string number, int year, int length)
    {
        Assert.True(TitleLine.TryRead(Bytes(printed), out var serial, out var read));
        Assert.Equal((new MessageSerial(title, number, year), length), (serial, read));
    }

    [Theory]
    [InlineData("NXVXDMXN 1/05")]
    [InlineData("ALCOAST 12345/05")]
    [InlineData("NAVADMIN N0 161/05")]
    [InlineData("NAVADMIN OO/05")]
    [InlineData("NAVADMIN 12 05")]
    [InlineData("AL12 1/05")]
    [InlineData("NAVADMIN 12/1899")]
    [InlineData("GENADMIN 12/05")]
    public void What_is_too_far_from_a_title_is_none(string printed) => Assert.False(TitleLine.TryRead(Bytes(printed), out _, out _));

    [Theory]
    [InlineData("", true)]
    [InlineData(" ./(-,:*\t", true)]
    [InlineData(" (PART 1)", true)]
    [InlineData(" CORRECTED COPY", true)]
    [InlineData(" CANCELLED", true)]
    [InlineData("/UNCLAS", true)]
    [InlineData(" COMDTNOTE 1", true)]
    [InlineData(" SSIC 1", true)]
    [InlineData(" SECTION 1 OF 2", true)]
    [InlineData(" DTG X", true)]
    [InlineData(" PAGE 01", true)]
    [InlineData(" PAGE 1", false)]
    [InlineData(" GENADMIN/", true)]
    [InlineData(" MSGID GENADMIN", true)]
    [InlineData(" R 011200Z FEB 24", true)]
    [InlineData(" SUBJ: X", true)]
    [InlineData(" MSGID/X", true)]
    [InlineData(" PARTS", false)]
    [InlineData(" SECTIONS", false)]
    [InlineData(" WORDS", false)]
    [InlineData("; X", false)]
    public void A_title_stands_alone_or_before_what_goes_with_it(string behind, bool isAlone) =>
        Assert.Equal(isAlone, TitleLine.Is(Bytes("NAVADMIN 161/05" + behind)));

    [Theory]
    [InlineData(" - WORDS", true)]
    [InlineData(": WORDS", true)]
    [InlineData(", WORDS", true)]
    [InlineData(" WORDS", false)]
    [InlineData("", false)]
    public void A_title_in_a_subject_has_a_sign_behind_it(string behind, bool isOne) =>
        Assert.Equal(isOne, TitleLine.InSubject(Bytes("NAVADMIN 161/05" + behind)) is not null);

    [Theory]
    [InlineData("SUBJ: X", 5)]
    [InlineData("SUBJECT: X", 8)]
    [InlineData("SUBJ : X", 6)]
    [InlineData("SUBJ; X", 5)]
    [InlineData("subj: x", 5)]
    [InlineData("SUBJ:", 5)]
    [InlineData("SUB: X", 4)]
    [InlineData("SBJ: X", 4)]
    [InlineData("SUJ: X", 4)]
    [InlineData("SAB: X", 0)]
    [InlineData("SUBS: X", 0)]
    [InlineData("SUBJ X", 0)]
    [InlineData("SUB:", 0)]
    [InlineData("XUBJ: X", 0)]
    public void A_subject_has_a_label_with_a_sign(string text, int length) => Assert.Equal(length, SubjectWords.LabelLength(Bytes(text)));

    [Theory]
    [InlineData("ALCOAST 091/21SUBJ: X", 19)]
    [InlineData("ALCOAST 091/21 SUBJ: X", 20)]
    [InlineData("//N01000//SUBJ: X", 15)]
    [InlineData("COMDTNOTE 1 SUBJ: X", 17)]
    [InlineData("SSIC 1000 SUBJ: X", 15)]
    [InlineData("WORDS SUBJ: X", 0)]
    [InlineData("//N//SUBJ: X", 0)]
    [InlineData("//N0//SUBJ: X", 11)]
    [InlineData("//NBBSUBJ: X", 0)]
    [InlineData("SUBJ: X", 0)]
    [InlineData("SSIC 1000", 0)]
    public void A_label_may_be_glued_to_a_title_or_a_code(string text, int length) =>
        Assert.Equal(length, SubjectWords.GluedLabel(Bytes(text)));

    [Theory]
    [InlineData("SUBJ WORD", true)]
    [InlineData("SUBJ WOR", false)]
    [InlineData("SUBJ Words", false)]
    [InlineData("SUBJECT WORDS", false)]
    public void A_subject_in_capitals_may_lack_its_sign(string text, bool isOne) => Assert.Equal(isOne, SubjectWords.IsBare(Bytes(text)));

    [Theory]
    [InlineData("WORDS 1. MORE", 6)]
    [InlineData("WORDS 1.  MORE", 6)]
    [InlineData("WORDS 1. (C) MORE", 6)]
    [InlineData("WORDS 1. more", -1)]
    [InlineData("WORDS 1. ", -1)]
    [InlineData("WORDS 11. MORE", -1)]
    [InlineData(" 1. MORE", -1)]
    [InlineData("X 1. MORE", 2)]
    public void The_first_number_may_stand_inside_a_line(string text, int at) => Assert.Equal(at, PlainReferences.FirstInside(Bytes(text)));

    [Theory]
    [InlineData("NODIS X", false, "NODIS", 5)]
    [InlineData("nodis", false, "NODIS", 5)]
    [InlineData("NODISSTADIS", true, "NODIS", 5)]
    [InlineData("NODISSTADIS", false, "", 0)]
    [InlineData("N O F O R N", false, "NOFORN", 11)]
    [InlineData("N O D I S X", false, "NODIS", 9)]
    [InlineData("R O G E R C H A N N E L", false, "ROGER CHANNEL", 23)]
    [InlineData("R O G E R   C H A N N E L X", false, "ROGER CHANNEL", 25)]
    [InlineData("OFFICIAL INFORMAL", false, "OFFICIAL INFORMAL", 17)]
    [InlineData("SPECAT EXCLUSIVE FOR X", false, "SPECAT EXCLUSIVE FOR", 20)]
    [InlineData("NODI", false, "", 0)]
    [InlineData("N O D I X", false, "", 0)]
    [InlineData("US", false, "", 0)]
    [InlineData("1", false, "", 0)]
    [InlineData("", false, "", 0)]
    public void Captions_are_read_whole_glued_and_spaced(string text, bool glued, string caption, int length)
    {
        Assert.Equal(length > 0, CaptionWords.TryRead(Bytes(text), glued, out var read, out var readLength));
        Assert.Equal((caption, length), (read, readLength));
    }

    [Theory]
    [InlineData("AIG 1234", AddressKind.Aig)]
    [InlineData("AIG 1", AddressKind.Aig)]
    [InlineData("AIG ", AddressKind.Plain)]
    [InlineData("AIG X", AddressKind.Plain)]
    [InlineData("AIG1234", AddressKind.CallSign)]
    [InlineData("NORTHPORT COLLECTIVE", AddressKind.Collective)]
    [InlineData("COLLECTIVE OF NORTHPORT", AddressKind.Plain)]
    [InlineData("ALL POSTS", AddressKind.Collective)]
    [InlineData("ALLPOSTS", AddressKind.Plain)]
    [InlineData("AB1", AddressKind.CallSign)]
    [InlineData("A9Z", AddressKind.CallSign)]
    [InlineData("A0Z", AddressKind.CallSign)]
    [InlineData("A1", AddressKind.Plain)]
    [InlineData("ABCDEFG1", AddressKind.CallSign)]
    [InlineData("ABCDEFGH1", AddressKind.Plain)]
    [InlineData("1ABC", AddressKind.Plain)]
    [InlineData("ABC", AddressKind.Plain)]
    [InlineData("AB 1", AddressKind.Plain)]
    [InlineData("Ab1", AddressKind.Plain)]
    public void A_name_tells_what_kind_of_address_it_is(string name, AddressKind kind) => Assert.Equal(kind, new Addressee(name).Kind);

    [Theory]
    [InlineData("A. One\nB. Two", "A One|B Two")]
    [InlineData("a. One\nb. Two", "a One|b Two")]
    [InlineData("(1) One\n(2) Two", "(1) One|(2) Two")]
    [InlineData("1) One\n2) Two", "1) One|2) Two")]
    [InlineData("(a) One\n(b) Two", "(a) One|(b) Two")]
    [InlineData("A) One\nB) Two", "A One|B Two")]
    [InlineData("- One\n- Two", "-1 One|-2 Two")]
    [InlineData("-- One\n-- Two", "-1 One|-2 Two")]
    [InlineData("* One\n** Two", "-1 One|-2 Two")]
    [InlineData("- - One", "-1 One")]
    [InlineData("-------", "")]
    [InlineData("A. One\n(1) In\n(2) Out\nB. Two", "A One|A.(1) In|A.(2) Out|B Two")]
    [InlineData("A. One\n- x\n- y\nB. Two\n- z", "A One|A.-1 x|A.-2 y|B Two|B.-1 z")]
    [InlineData("A. One\n\nB. Two", "A One|B Two")]
    [InlineData("A. One\n\nwords", "A One")]
    [InlineData("A. One\nC. Two", "A One C. Two")]
    [InlineData("A. One\nA. Two", "A One|A Two")]
    [InlineData("B. One", "")]
    [InlineData("(2) One", "")]
    [InlineData("(A) One", "")]
    [InlineData("A.One", "")]
    [InlineData("A.(C) One", "A One")]
    [InlineData("A. (C) One", "A One")]
    [InlineData("A", "")]
    [InlineData("123) One", "")]
    [InlineData("(1 One", "")]
    [InlineData("\t A. One \t\n  two  ", "A One two")]
    public void Parts_of_a_paragraph_follow_their_rows(string words, string expected)
    {
        var lines = new SubPortionLines(null);
        lines.Add(Bytes(words), new TextSpan(7, Bytes(words).Length));

        Assert.Equal(expected, string.Join('|', lines.End().Select(part => $"{part.Path} {part.Text.Replace('\n', ' ')}")));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
