using System.Text;
using Chancery.Messages.Text;

namespace Chancery.Messages.Tests.Text;

/// <summary>Words that are told from their like, one table a reader: the last that fits and the first that does not. EXERCISE.</summary>
public sealed class WordTableTests
{
    [Theory]
    [InlineData("AMPN/", "AMPN", 5, false)]
    [InlineData("ACKN/", "ACKN", 5, false)]
    [InlineData("AMP/", "AMPN", 4, true)]
    [InlineData("CNTCT/", "CNTCT", 6, false)]
    [InlineData("CANX/", "CANX", 5, false)]
    [InlineData("DECL/", "DECL", 5, false)]
    [InlineData("EXER/", "EXER", 5, false)]
    [InlineData("FLAGWORD/", "FLAGWORD", 9, false)]
    [InlineData("GENTEXT/", "GENTEXT", 8, false)]
    [InlineData("GENTXT/", "GENTEXT", 7, true)]
    [InlineData("MSGID/", "MSGID", 6, false)]
    [InlineData("MSID/", "MSGID", 5, true)]
    [InlineData("MGSID/", "MSGID", 6, true)]
    [InlineData("MSGD/", "MSGID", 5, true)]
    [InlineData("NARR/", "NARR", 5, false)]
    [InlineData("NAR/", "NARR", 4, true)]
    [InlineData("OPER/", "OPER", 5, false)]
    [InlineData("ORDTYP/", "ORDTYP", 7, false)]
    [InlineData("POC/", "POC", 4, false)]
    [InlineData("PERID/", "PERID", 6, false)]
    [InlineData("RMKS/", "RMKS", 5, false)]
    [InlineData("REF/A/", "REF", 4, false)]
    [InlineData("SUBJ/", "SUBJ", 5, false)]
    [InlineData("SUBJECT/", "SUBJ", 8, true)]
    [InlineData("SUJB/", "SUBJ", 5, true)]
    [InlineData("TIMEZONE/", "TIMEZONE", 9, false)]
    public void Set_identifiers_are_read_with_the_slips_that_are_met(string printed, string id, int length, bool isDamaged)
    {
        Assert.True(SetWord.TryRead(Bytes(printed + "WORDS//"), out var read, out var readLength, out var damaged));
        Assert.Equal((id, length, isDamaged), (read, readLength, damaged));
        Assert.False(SetWord.TryRead(Bytes("X" + printed + "WORDS//"), out _, out _, out _));
        var word = printed[..printed.IndexOf('/')];
        Assert.False(SetWord.TryRead(Bytes(word + "X/A/WORDS//"), out _, out _, out _));
    }

    [Theory]
    [InlineData("SUBK/", "MSGID", "SUBJ", 5)]
    [InlineData("SUB/", "MSGID", "SUBJ", 4)]
    [InlineData("SUBBJ/", "MSGID", "SUBJ", 6)]
    [InlineData("SUKK/", "MSGID", "", 0)]
    [InlineData("SUBK/", "REF", "", 0)]
    [InlineData("SUBK/", "", "SUBJ", 5)]
    [InlineData("SUB/", "", "SUBJ", 4)]
    [InlineData("REG/A/", "SUBJ", "REF", 4)]
    [InlineData("RF/B/", "REF", "REF", 3)]
    [InlineData("REG/A/", "MSGID", "", 0)]
    [InlineData("REG/AA/", "REF", "", 0)]
    [InlineData("REG/1/", "REF", "", 0)]
    [InlineData("R/A/", "REF", "", 0)]
    public void An_identifier_with_one_letter_wrong_is_read_where_the_set_before_asks_for_it(
        string printed,
        string before,
        string id,
        int length
    )
    {
        Assert.Equal(length > 0, SetWord.TryNear(Bytes(printed + "WORDS//"), before, out var read, out var readLength));
        Assert.Equal((id, length), (read, readLength));
    }

    [Theory]
    // With no set in front three letters ask for the two slants that end a set; four are enough without.
    [InlineData("SUB/WORDS", false)]
    [InlineData("SUB/WORDS//", true)]
    [InlineData("SUBK/WORDS", true)]
    public void Three_letters_with_no_set_in_front_are_the_subject_only_where_the_line_ends_a_set(string line, bool isRead) =>
        Assert.Equal(isRead, SetWord.TryNear(Bytes(line), "", out _, out _));

    [Theory]
    [InlineData("SECTION 01 OF 02", 1, 2, false, 16)]
    [InlineData("SECTION 1 OF 2 OSLO", 1, 2, false, 14)]
    [InlineData("FINAL SECTION OF 04", 4, 4, true, 19)]
    [InlineData("FINAL SECTION 03 OF 04", 3, 4, true, 22)]
    [InlineData("SECTION02 OF 03", 2, 3, false, 15)]
    [InlineData("SECTION O2 OF 03", 2, 3, false, 16)]
    [InlineData("SECTION 02 GF 03", 2, 3, false, 16)]
    [InlineData("SECTION 02 QF 03", 2, 3, false, 16)]
    [InlineData("SECTION 02 F 03", 2, 3, false, 15)]
    [InlineData("SECTON 02 OF 03", 2, 3, false, 15)]
    [InlineData("SECION 02OF03", 2, 3, false, 13)]
    [InlineData("section 02 of 03", 2, 3, false, 16)]
    [InlineData("SECTION 00 OF 03", null, 3, false, 16)]
    public void Section_marks_are_read_with_their_damage(string printed, int? number, int of, bool isFinal, int length)
    {
        Assert.True(SectionWords.TryRead(Bytes(printed), out var section, out var read));
        Assert.Equal((new Section(number, of, isFinal), length), (section, read));
    }

    [Theory]
    [InlineData("SECTION OF 03")]
    [InlineData("SECTION 02 OF 103")]
    [InlineData("SECTION 123 OF 3")]
    [InlineData("SECTION 02")]
    [InlineData("SECTION 02 AF 03")]
    [InlineData("SECT 02 OF 03")]
    [InlineData("SECTIONALS 02 OF 03")]
    [InlineData("SELECTED 02 OF 03")]
    public void What_is_like_a_section_mark_is_none(string printed) => Assert.False(SectionWords.TryRead(Bytes(printed), out _, out _));

    [Theory]
    [InlineData("NAVADMIN 161/05", "NAVADMIN", "161", 2005, 15)]
    [InlineData("NAVADMIN 161/2005", "NAVADMIN", "161", 2005, 17)]
    [InlineData("NAVADMIN 161-98", "NAVADMIN", "161", 1998, 15)]
    [InlineData("ALNAV 001/23", "ALNAV", "001", 2023, 12)]
    [InlineData("MARADMIN NO. 12/06", "MARADMIN", "12", 2006, 18)]
    [InlineData("ALCOAST: O61/10", "ALCOAST", "061", 2010, 15)]
    [InlineData("NAVADMIN I99/12", "NAVADMIN", "199", 2012, 15)]
    [InlineData("NAVADMIN 329//06//", "NAVADMIN", "329", 2006, 16)]
    [InlineData("NAVADMN 012/05", "NAVADMIN", "012", 2005, 14)]
    [InlineData("NAVOP 012/85", "NAVOP", "012", 1985, 12)]
    [InlineData("BULNAV 012/85", "BULNAV", "012", 1985, 13)]
    [InlineData("PERSMAR 1234/12", "PERSMAR", "1234", 2012, 15)]
    [InlineData("ALARACT 017/2019 - WORDS", "ALARACT", "017", 2019, 16)]
    public void Titles_of_general_messages_are_read(string printed, string title, string number, int year, int length)
    {
        Assert.True(TitleLine.TryRead(Bytes(printed), out var serial, out var read));
        Assert.Equal((new MessageSerial(title, number, year), length), (serial, read));
    }

    [Theory]
    [InlineData("GENADMIN 161/05")]
    [InlineData("NAVADMIN 161")]
    [InlineData("NAVADMIN 16111/05")]
    [InlineData("NAVADMIN 161/205")]
    [InlineData("NAVADMIN 161.05")]
    [InlineData("NAV 161/05")]
    [InlineData("ALTO 161/05")]
    [InlineData("ADMIN 161/05")]
    [InlineData("NAVALINSTRUCTIONS 161/05")]
    public void What_is_like_a_title_is_none(string printed) => Assert.False(TitleLine.TryRead(Bytes(printed), out _, out _));

    [Theory]
    [InlineData("OSLO 000511", "OSLO", 511, 6, null, 11)]
    [InlineData("10-OTTAWA-57", "OTTAWA", 57, 2, 2010, 12)]
    [InlineData("09CAIRO0561", "CAIRO", 561, 4, 2009, 11)]
    [InlineData("STATE: 73097", "STATE", 73097, 5, null, 12)]
    [InlineData("(99) ROME 2196", "ROME", 2196, 4, 1999, 14)]
    [InlineData("ASUNCION 701 (08)", "ASUNCION", 701, 3, 2008, 17)]
    [InlineData("ASUNCION 701 OF 2008", "ASUNCION", 701, 3, 2008, 20)]
    [InlineData("2004 ROME 12", "ROME", 12, 2, 2004, 12)]
    [InlineData("094 QUITO 841", "QUITO", 841, 3, null, 13)]
    [InlineData("'98 ROME 12", "ROME", 12, 2, 1998, 11)]
    [InlineData("STATE 9 3311", "STATE", 93311, 5, null, 12)]
    [InlineData("STATE 19 3311", "STATE", 193311, 6, null, 13)]
    [InlineData("STATE 9 33115", "STATE", 933115, 6, null, 13)]
    [InlineData("STATE 9 1998", "STATE", 9, 1, null, 7)]
    [InlineData("STATE 9 33/115", "STATE", 9, 1, null, 7)]
    [InlineData("STATE 999 3311", "STATE", 999, 3, null, 9)]
    [InlineData("STATE 1O23", "STATE", 1023, 4, null, 10)]
    [InlineData("STATE 1l23", "STATE", 1123, 4, null, 10)]
    [InlineData("STATE 12345678", "STATE", 12345678, 8, null, 14)]
    [InlineData("PORT-AU-PRINCE 12", "PORT-AU-PRINCE", 12, 2, null, 17)]
    [InlineData("N'DJAMENA 12", "N'DJAMENA", 12, 2, null, 12)]
    [InlineData("STATE #12", "STATE", 12, 2, null, 9)]
    [InlineData("ASUNCION 701 (8)", "ASUNCION", 701, 3, null, 12)]
    [InlineData("ASUNCION 701 OF MAY", "ASUNCION", 701, 3, null, 12)]
    public void Posts_and_numbers_are_read_in_every_printed_form(string printed, string post, int number, int digits, int? year, int end)
    {
        Assert.True(NumberWords.TryRead(Bytes(printed), out var found));
        Assert.Equal(
            (post, number, digits, year, end),
            (printed.Substring(found.Post.Start, found.Post.Length), found.Number, found.Digits, found.Year, found.End)
        );
    }

    [Theory]
    [InlineData("STATE")]
    [InlineData("STATE 123456789")]
    [InlineData("12 34")]
    [InlineData("A 12")]
    [InlineData("STATE 12A")]
    [InlineData("STATE 1O")]
    [InlineData("")]
    public void What_is_no_post_with_a_number_gives_none(string printed) => Assert.False(NumberWords.TryRead(Bytes(printed), out _));

    [Theory]
    [InlineData("OSLO 00S511", "0511", 511)]
    [InlineData("OSLO 00O511", "0511", 511)]
    [InlineData("OSLO 0S0511", "0511", 511)]
    [InlineData("OSLO 12O511", "0511", 120511)]
    [InlineData("OSLO 00S511", "0512", null)]
    [InlineData("OSLO 00SS11", "0511", null)]
    [InlineData("OSLO 000511", "0511", null)]
    [InlineData("OSLO 0S511", "0511", null)]
    [InlineData("OSLO 00S511", "511", null)]
    [InlineData("OSLO 00S511", null, null)]
    [InlineData("OS 00S511", "0511", null)]
    public void A_number_with_one_sign_wrong_is_mended_by_the_station_serial(string printed, string? serial, int? number)
    {
        Assert.Equal(number is not null, NumberWords.TryMend(Bytes(printed), serial, out var found));
        Assert.Equal(number ?? 0, found.Number);
    }

    [Theory]
    [InlineData("30JAN2007", "2007-01-30")]
    [InlineData("9MAY08", "2008-05-09")]
    [InlineData("30 JAN 07", "2007-01-30")]
    [InlineData("MAY 9, 2008", "2008-05-09")]
    [InlineData("MAY 9 2008", "2008-05-09")]
    [InlineData("SEPT. 9, 2008", "2008-09-09")]
    [InlineData("SEPTEMBER 9, 2008", "2008-09-09")]
    [InlineData("SEPTEMBERS 9, 2008", null)]
    [InlineData("MAYOR 9, 2008", null)]
    [InlineData("YMD: 20220701", "2022-07-01")]
    [InlineData("20100908", "2010-09-08")]
    [InlineData("20101308", null)]
    [InlineData("JUL97", null)]
    [InlineData("9-MAY-08", "2008-05-09")]
    [InlineData("9 MAY 50", "1950-05-09")]
    [InlineData("9 MAY 49", "2049-05-09")]
    [InlineData("30 FEB 2008", null)]
    [InlineData("29 FEB 2008", "2008-02-29")]
    [InlineData("31 DECEMBER 2099", "2099-12-31")]
    [InlineData("31 DECEMBER 2100", null)]
    [InlineData("1 JANUARY 1900", "1900-01-01")]
    [InlineData("1 JANUARY 1899", null)]
    [InlineData("APRIL 4, 2018", "2018-04-04")]
    [InlineData("JUNE 4, 2018", "2018-06-04")]
    [InlineData("JULY 4, 2018", "2018-07-04")]
    [InlineData("AUGUST 4, 2018", "2018-08-04")]
    [InlineData("OCTOBER 4, 2018", "2018-10-04")]
    [InlineData("NOVEMBER 4, 2018", "2018-11-04")]
    [InlineData("DECEMBER 4, 2018", "2018-12-04")]
    [InlineData("FEBRUARY 4, 2018", "2018-02-04")]
    [InlineData("MARCH 4, 2018", "2018-03-04")]
    [InlineData("JANUARY 4, 2018", "2018-01-04")]
    public void Dates_are_read_as_texts_print_them(string printed, string? day) =>
        Assert.Equal(day, DateWords.Date(Bytes(printed))?.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("131544ZDEC07", "131544ZDEC07", "2007-12-13T15:44")]
    [InlineData("091506Z NOV 07", "091506Z NOV 07", "2007-11-09T15:06")]
    [InlineData("R 162245Z OCT 08", "162245Z OCT 08", "2008-10-16T22:45")]
    [InlineData("281838Z/DEC2001", "281838Z/DEC2001", "2001-12-28T18:38")]
    [InlineData("131544 DEC 07", "131544 DEC 07", "2007-12-13T15:44")]
    [InlineData("131544Z DEC", "131544Z DEC", null)]
    [InlineData("132400Z DEC 07", "132400Z DEC 07", null)]
    [InlineData("132359Z DEC 07", "132359Z DEC 07", "2007-12-13T23:59")]
    [InlineData("131560Z DEC 07", "131560Z DEC 07", null)]
    [InlineData("321544Z DEC 07", "321544Z DEC 07", null)]
    [InlineData("1131544Z DEC 07", null, null)]
    [InlineData("131544Z DES 07", null, null)]
    public void Date_time_groups_are_found_in_texts(string printed, string? raw, string? utc)
    {
        Assert.Equal(raw is not null, DateWords.TryGroup(Bytes(printed), out var group, out _, out var length));
        Assert.Equal((raw, raw?.Length ?? 0), (group?.Raw, length));
        Assert.Equal(utc, group?.Utc?.ToString("yyyy-MM-ddTHH:mm"));
    }

    [Theory]
    [InlineData("UNCLASSIFIED", Level.Unclassified, 12)]
    [InlineData("UNCLASS X", Level.Unclassified, 7)]
    [InlineData("UNCLAS X", Level.Unclassified, 6)]
    [InlineData("C O N F I D E N T I A L X", Level.Confidential, 23)]
    [InlineData("COSMIC TOP SECRET", Level.TopSecret, 17)]
    [InlineData("S E C R E T//NOFORN", Level.Secret, 11)]
    [InlineData("SENSITIVE BUT UNCLASSIFIED", Level.Sbu, 26)]
    [InlineData("SBU", Level.Sbu, 3)]
    [InlineData("T O P  S E C R E T", Level.TopSecret, 18)]
    [InlineData("T O P   S E C R E T", Level.TopSecret, 19)]
    [InlineData("RESTRICTED", Level.Restricted, 10)]
    [InlineData("LIMITED OFFICIAL USE", Level.Lou, 20)]
    [InlineData("LOU", Level.Lou, 3)]
    [InlineData("FOR OFFICIAL USE ONLY", Level.Fouo, 21)]
    [InlineData("FOUO", Level.Fouo, 4)]
    [InlineData("NATO SECRET", Level.Secret, 11)]
    [InlineData("N A T O  S E C R E T", Level.Secret, 20)]
    [InlineData("confidential", Level.Confidential, 12)]
    public void Level_words_are_read_spaced_and_unspaced(string printed, Level level, int length)
    {
        Assert.True(LevelWord.TryRead(Bytes(printed), out var read, out var readLength));
        Assert.Equal((level, length), (read, readLength));
    }

    [Theory]
    [InlineData("SECRETARY")]
    [InlineData("SECRET1")]
    [InlineData("CONFIDENTIALLY")]
    [InlineData("T O P    S E C R E T")]
    [InlineData("NATO")]
    [InlineData("NATO WORDS")]
    [InlineData("NATOSECRET")]
    [InlineData("COSMIC SECRET")]
    [InlineData("UN")]
    [InlineData("")]
    public void What_is_like_a_level_is_none(string printed) => Assert.False(LevelWord.TryRead(Bytes(printed), out _, out _));

    [Theory]
    [InlineData("(C) ", Level.Confidential, 3)]
    [InlineData("(S//NF) ", Level.Secret, 7)]
    [InlineData("(S/C) ", Level.Secret, 5)]
    [InlineData("(C/S) ", Level.Secret, 5)]
    [InlineData("(TS) ", Level.TopSecret, 4)]
    [InlineData("(TOP SECRET) ", Level.TopSecret, 12)]
    [InlineData("(SBU) ", Level.Sbu, 5)]
    [InlineData("(SECRET) ", Level.Secret, 8)]
    [InlineData("(CUI) ", Level.Fouo, 5)]
    [InlineData("(U) ", Level.Unclassified, 3)]
    [InlineData("(UNCLAS) ", Level.Unclassified, 8)]
    [InlineData("(UNCLASSIFIED) ", Level.Unclassified, 14)]
    [InlineData("(LOU) ", Level.Lou, 5)]
    [InlineData("(LIMITED OFFICIAL USE) ", Level.Lou, 22)]
    [InlineData("(FOUO) ", Level.Fouo, 6)]
    [InlineData("(R) ", Level.Restricted, 3)]
    [InlineData("(RESTRICTED) ", Level.Restricted, 12)]
    [InlineData("(C - NF) ", Level.Confidential, 8)]
    [InlineData("((C)) ", Level.Confidential, 5)]
    [InlineData("( C ) ", Level.Confidential, 5)]
    [InlineData("[C] Words", Level.Confidential, 3)]
    public void Portion_marks_are_read_anywhere(string printed, Level level, int length)
    {
        Assert.True(PortionMark.TryRead(Bytes(printed), behindNumber: false, out var read, out var readLength));
        Assert.Equal((level, length), (read, readLength));
    }

    [Theory]
    [InlineData("C) Words", 2)]
    [InlineData("(C Words", 3)]
    [InlineData("CONFIDENTIAL - ENTIRE TEXT.", 26)]
    public void Marks_with_a_bracket_lost_are_read_behind_a_number_only(string printed, int length)
    {
        Assert.True(PortionMark.TryRead(Bytes(printed), behindNumber: true, out var level, out var read));
        Assert.Equal((Level.Confidential, length), (level, read));
        Assert.False(PortionMark.TryRead(Bytes(printed), behindNumber: false, out _, out _));
    }

    [Theory]
    [InlineData("(C words")]
    [InlineData("(CAT)")]
    [InlineData("(C/12)")]
    [InlineData("[C]ommon")]
    [InlineData("[C]")]
    [InlineData("(X)")]
    [InlineData("()")]
    [InlineData("C Words")]
    public void What_is_like_a_mark_is_none(string printed) =>
        Assert.False(PortionMark.TryRead(Bytes(printed), behindNumber: true, out _, out _));

    [Theory]
    [InlineData("SUMMARY AND ACTION REQUEST: ", "summary", 26)]
    [InlineData("SUMMARY AND INTRODUCTION: ", "summary", 24)]
    [InlineData("SUMMARY AND COMMENT: ", "summary", 19)]
    [InlineData("SUMMARY/COMMENT: ", "summary", 15)]
    [InlineData("SUMMARY: ", "summary", 7)]
    [InlineData("SUMMAY: ", "summary", 6)]
    [InlineData("COMMENT AND ACTION REQUEST: ", "comment", 26)]
    [InlineData("COMMENTS. ", "comment", 8)]
    [InlineData("COMMENT - ", "comment", 7)]
    [InlineData("BIO NOTE: ", "note", 8)]
    [InlineData("NOTE: ", "note", 4)]
    [InlineData("ACTION REQUESTED: ", "action request", 16)]
    [InlineData("ACTION REQUESTS: ", "action request", 15)]
    [InlineData("ACTION REQUEST: ", "action request", 14)]
    [InlineData("(COMMENT: ", "comment", 8)]
    [InlineData("[Begin Summary: ", "summary", 14)]
    [InlineData("SUMMARY", "summary", 7)]
    public void Labels_of_passages_are_read(string printed, string label, int words)
    {
        Assert.True(PassageLabel.TryRead(Bytes(printed), out var read, out var wordsLength, out var length));
        Assert.Equal((label, words, printed.Length), (read, wordsLength, length));
    }

    [Theory]
    [InlineData("SUMMARY words")]
    [InlineData("NOTES: words")]
    [InlineData("ACTION: words")]
    [InlineData("SUMMARIES: words")]
    [InlineData("")]
    public void What_is_like_a_label_is_none(string printed) => Assert.False(PassageLabel.TryRead(Bytes(printed), out _, out _, out _));

    [Theory]
    [InlineData("reasons 1.4 (b) and (d)", "1.4b 1.4d", 8)]
    [InlineData("1.4(B/D)", "1.4b 1.4d", 0)]
    [InlineData("1.5 b, c, and d", "1.5b 1.5c 1.5d", 0)]
    [InlineData("1.4 (b-d)", "1.4b 1.4c 1.4d", 0)]
    [InlineData("1.4 (bd)", "1.4b 1.4d", 0)]
    [InlineData("1.4 (bad)", "1.4", 0)]
    [InlineData("1.4 Paragraphs (b) and (d)", "1.4b 1.4d", 0)]
    [InlineData("1.4 sections b & d", "1.4b 1.4d", 0)]
    [InlineData("1.4", "1.4", 0)]
    [InlineData("1.4 (b), 1.5 (d)", "1.4b 1.5d", 0)]
    [InlineData("1.4 (b) (b)", "1.4b", 0)]
    [InlineData("REASONS 1. 4 (b)", "1.4b", 8)]
    [InlineData("REASONS 1,4 (b)", "1.4b", 8)]
    [InlineData("REASONS 14 (b)", "1.4b", 8)]
    [InlineData("14 (b)", "", 6)]
    [InlineData("1,4 (b)", "", 7)]
    [InlineData("REASONS l.4 (b)", "1.4b", 8)]
    [InlineData("1.3 (h)", "1.3h", 0)]
    [InlineData("1.3 (i)", "1.3", 0)]
    [InlineData("1.8 (a)", "1.8a", 0)]
    [InlineData("1.2 (a)", "", 7)]
    [InlineData("1.9 (a)", "", 7)]
    [InlineData("1.45", "", 4)]
    [InlineData("11.4 (a)", "", 8)]
    [InlineData("1.4 (d) E.O. 12958", "1.4d", 0)]
    public void Reasons_are_a_set_of_sections_and_letters(string text, string reasons, int start)
    {
        var read = ReasonWords.Read(text, out var at);

        Assert.Equal((reasons, start), (string.Join(' ', read.Select(reason => reason.Section + reason.Letter)), at));
    }

    [Theory]
    [InlineData("EMAIL", ReferenceKind.Email)]
    [InlineData("E-MAILS", ReferenceKind.Email)]
    [InlineData("TELCON", ReferenceKind.Telcon)]
    [InlineData("TELECON", ReferenceKind.Telcon)]
    [InlineData("PHONE", ReferenceKind.Telcon)]
    [InlineData("PHONECON", ReferenceKind.Telcon)]
    [InlineData("PHONCON", ReferenceKind.Telcon)]
    [InlineData("CONVERSATION", ReferenceKind.Telcon)]
    [InlineData("CALL", ReferenceKind.Telcon)]
    [InlineData("MEMO", ReferenceKind.Memo)]
    [InlineData("MEMORANDUM", ReferenceKind.Memo)]
    [InlineData("MEMORANDA", ReferenceKind.Memo)]
    [InlineData("MEMCON", ReferenceKind.Memo)]
    [InlineData("LETTER", ReferenceKind.Letter)]
    [InlineData("LTR", ReferenceKind.Letter)]
    [InlineData("NOTE", ReferenceKind.Letter)]
    [InlineData("DIPNOTE", ReferenceKind.Letter)]
    [InlineData("MEETING", ReferenceKind.Meeting)]
    [InlineData("MTG", ReferenceKind.Meeting)]
    [InlineData("DISCUSSION", ReferenceKind.Meeting)]
    [InlineData("CONSULTATIONS", ReferenceKind.Meeting)]
    [InlineData("BRIEFING", ReferenceKind.Meeting)]
    [InlineData("FAX", ReferenceKind.Fax)]
    [InlineData("FAXED", ReferenceKind.Fax)]
    [InlineData("FACSIMILE", ReferenceKind.Fax)]
    [InlineData("HTTP", ReferenceKind.Web)]
    [InlineData("HTTPS", ReferenceKind.Web)]
    [InlineData("WWW", ReferenceKind.Web)]
    [InlineData("WEBSITE", ReferenceKind.Web)]
    [InlineData("IIR", ReferenceKind.Intel)]
    [InlineData("OSC", ReferenceKind.Intel)]
    [InlineData("FBIS", ReferenceKind.Intel)]
    [InlineData("TD", ReferenceKind.Intel)]
    [InlineData("TDX", ReferenceKind.Intel)]
    [InlineData("REPORT", ReferenceKind.Report)]
    [InlineData("UNSCR", ReferenceKind.Document)]
    [InlineData("RESOLUTION", ReferenceKind.Document)]
    [InlineData("HANDBOOK", ReferenceKind.Document)]
    [InlineData("MANUAL", ReferenceKind.Document)]
    [InlineData("AGREEMENT", ReferenceKind.Document)]
    [InlineData("TREATY", ReferenceKind.Document)]
    [InlineData("PUBLIC LAW", ReferenceKind.Document)]
    [InlineData("FAM", ReferenceKind.Document)]
    [InlineData("FAH", ReferenceKind.Document)]
    [InlineData("CFR", ReferenceKind.Document)]
    [InlineData("BOOK", ReferenceKind.Book)]
    [InlineData("NEWSPAPER", ReferenceKind.Newspaper)]
    [InlineData("WASHINGTON POST", ReferenceKind.Newspaper)]
    [InlineData("TIMES", ReferenceKind.Newspaper)]
    [InlineData("TRIBUNE", ReferenceKind.Newspaper)]
    [InlineData("HERALD", ReferenceKind.Newspaper)]
    [InlineData("GAZETTE", ReferenceKind.Newspaper)]
    [InlineData("JOURNAL", ReferenceKind.Newspaper)]
    [InlineData("ECONOMIST", ReferenceKind.Newspaper)]
    [InlineData("MAGAZINE", ReferenceKind.Newspaper)]
    [InlineData("A-150", ReferenceKind.Airgram)]
    public void A_word_of_an_entry_tells_its_kind(string word, ReferenceKind kind)
    {
        Assert.Equal(kind, ReferenceWords.Kind($"ROE {word} 5/4"));
        Assert.Equal(kind, ReferenceWords.Kind($"{word.ToLowerInvariant()} 12"));
        Assert.Null(ReferenceWords.Kind($"ROE Q{word}Q 5/4"));
    }

    [Theory]
    [InlineData("ADM")]
    [InlineData("VADM")]
    [InlineData("RADM")]
    [InlineData("RDML")]
    [InlineData("CAPT")]
    [InlineData("CDR")]
    [InlineData("LCDR")]
    [InlineData("LT")]
    [InlineData("LTJG")]
    [InlineData("ENS")]
    [InlineData("CWO2")]
    [InlineData("CWO5")]
    [InlineData("MCPO")]
    [InlineData("SCPO")]
    [InlineData("CPO")]
    [InlineData("GEN")]
    [InlineData("LTGEN")]
    [InlineData("MAJGEN")]
    [InlineData("BGEN")]
    [InlineData("COL")]
    [InlineData("LTCOL")]
    [InlineData("MAJ")]
    [InlineData("1STLT")]
    [InlineData("2NDLT")]
    [InlineData("SGTMAJ")]
    [InlineData("MGYSGT")]
    [InlineData("MSGT")]
    [InlineData("GYSGT")]
    [InlineData("SSGT")]
    [InlineData("SGT")]
    [InlineData("CPL")]
    [InlineData("CIV")]
    [InlineData("CTR")]
    [InlineData("MR")]
    [InlineData("MS")]
    [InlineData("MRS")]
    [InlineData("DR")]
    public void A_rank_is_told_from_a_name_wherever_it_stands(string rank)
    {
        Assert.Equal(("JANE ROE", rank), Contact("JANE ROE", rank, "N1"));
        Assert.Equal(("JANE ROE", rank), Contact($"{rank} JANE ROE", "N1"));
        Assert.Equal(("ROE, JANE", rank), Contact($"ROE, JANE, {rank}", "N1"));
        Assert.Equal(("JANE ROE", rank), Contact($"NAME:{rank}. JANE ROE".Replace(rank + ".", rank, StringComparison.Ordinal), "N1"));

        static (string?, string?) Contact(params string[] fields)
        {
            var read = ContactFields.Read([.. fields]);
            Assert.Equal("N1", read.Unit);
            return (read.Name, read.Rank);
        }
    }

    [Theory]
    [InlineData("TEL:555-0100", "555-0100", null, null)]
    [InlineData("PHONE: 555-0100", "555-0100", null, null)]
    [InlineData("DSN:55", "55", null, null)]
    [InlineData("COMM:55", "55", null, null)]
    [InlineData("FAX:55", "55", null, null)]
    [InlineData("CELL:55", "55", null, null)]
    [InlineData("5550100", "5550100", null, null)]
    [InlineData("555010", null, null, "ROE|555010")]
    [InlineData("EMAIL:X", null, "X", null)]
    [InlineData("E-MAIL:X", null, "X", null)]
    [InlineData("NIPR:X", null, "X", null)]
    [InlineData("SIPR:X", null, "X", null)]
    [InlineData("J.ROE@EXAMPLE.MIL", null, "J.ROE@EXAMPLE.MIL", null)]
    [InlineData("J.ROE(AT)EXAMPLE.MIL", null, "J.ROE(AT)EXAMPLE.MIL", null)]
    [InlineData("LOC:NORTHPORT", null, null, "ROE|NORTHPORT")]
    [InlineData("-", null, null, "ROE|")]
    [InlineData("TEL:", null, null, "ROE|")]
    [InlineData("A LABEL OF WORDS:X", null, null, "ROE|A LABEL OF WORDS:X")]
    public void Other_fields_of_a_contact_are_told_by_label_or_shape(string field, string? telephone, string? email, string? rest)
    {
        var read = ContactFields.Read(["ROE", field]);

        Assert.Equal((telephone, email), (read.Telephone, read.Email));
        Assert.Equal(rest ?? "ROE|", $"{read.Name}|{read.Unit}");
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
