using System.Text;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Tests.Heading;

/// <summary>Format lines told by their shape: the last that fits and the first that does not (transmission.md 1.4 to 2.10). EXERCISE.</summary>
public sealed class FormatLineTests
{
    [Theory]
    [InlineData("RVEH", true)]
    [InlineData("RVE", false)]
    [InlineData("RVEHABCD", true)]
    [InlineData("RVEHABCDE", false)]
    [InlineData("QVEH", true)]
    [InlineData("SVEH", false)]
    [InlineData("PVEH", false)]
    [InlineData("RVE1", false)]
    [InlineData("rveh", false)]
    [InlineData("RVE[", false)]
    [InlineData("RVE@", false)]
    [InlineData("RVAZ", true)]
    public void A_routing_indicator_is_R_or_Q_and_three_to_seven_letters(string group, bool isOne)
    {
        Assert.Equal(isOne, FormatLine.IsRoutingIndicator(Bytes(group)));
        Assert.Equal(isOne, FormatLine.IsRoutingIndicator(group.AsSpan()));
    }

    [Fact]
    public void Letters_have_the_meaning_that_the_tables_give_them()
    {
        for (var b = 0; b < 256; b++)
        {
            var letter = (char)b;
            Assert.Equal("ZOPRYWM".Contains(letter), FormatLine.IsPrecedence((byte)b));
            Level? level =
                "UE".Contains(letter) ? Level.Unclassified
                : letter == 'R' ? Level.Restricted
                : letter == 'C' ? Level.Confidential
                : letter == 'S' ? Level.Secret
                : "TABM".Contains(letter) ? Level.TopSecret
                : null;
            Assert.Equal(level, SecurityLetter.Level((byte)b));
            const string Zones = "YXWVUTSRQPON" + "Z" + "ABCDEFGHIKLM";
            Assert.Equal(Zones.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? at - 12 : null, Calendar.ZoneHours((byte)b));
        }
    }

    [Theory]
    [InlineData("AA", true)]
    [InlineData("AB", true)]
    [InlineData("BA", false)]
    [InlineData("AD", false)]
    [InlineData("DZ", false)]
    [InlineData("ZZ", true)]
    [InlineData("XZ", true)]
    [InlineData("CO", true)]
    [InlineData("OU", true)]
    [InlineData("A", false)]
    [InlineData("ABC", false)]
    public void A_release_code_is_two_letters_in_order(string letters, bool isOne) =>
        Assert.Equal(isOne, SecurityLetter.IsReleaseCode(Bytes(letters)));

    [Theory]
    [InlineData("CCCCC", "")]
    [InlineData("CCCAB", "AB")]
    [InlineData("CCCCA", "CA")]
    [InlineData("CCCAC", "AC")]
    [InlineData("CCAB", "AB")]
    [InlineData("CAB", "")]
    [InlineData(null, "")]
    public void A_release_code_ends_the_redundancy_group(string? group, string code) =>
        Assert.Equal(code, SecurityLetter.ReleaseCode(group).ToString());

    [Theory]
    [InlineData("", "")]
    [InlineData("X Y", "X Y")]
    [InlineData(" \t\0X ", "X ")]
    public void Blanks_in_front_are_left_out(string line, string trimmed) =>
        Assert.Equal(trimmed, Encoding.UTF8.GetString(FormatLine.Trim(Bytes(line))));

    [Theory]
    [InlineData("ZCZC ABC123", true)]
    [InlineData("ZCZCABC123", true)]
    [InlineData("ZCZC ABC1234", true)]
    [InlineData("ZCZC ABC 123", true)]
    [InlineData("ZCZC ABC12345", false)]
    [InlineData("ZCZC ABC12", false)]
    [InlineData("ZCZC AB1234", false)]
    [InlineData("VZCZCABC123", true)]
    [InlineData("VV ABC123", true)]
    [InlineData("VVVVVVVV ABC123", true)]
    [InlineData("VVVVVVVVV ABC123", false)]
    [InlineData("VVVVVVVVZCZC ABC123", true)]
    [InlineData("VVVVVVVVVZCZC ABC123", false)]
    [InlineData("VABC123", false)]
    [InlineData("ABC123", false)]
    [InlineData("VV", false)]
    public void Format_line_1_says_so_itself(string line, bool isOne) => Assert.Equal(isOne, FormatLine.IsChannel(Bytes(line)));

    [Theory]
    [InlineData("ABC123", 6)]
    [InlineData("ABC1234", 7)]
    [InlineData("ABC 123", 7)]
    [InlineData("ABC 1234", 8)]
    [InlineData("ABC123XYZ", 6)]
    [InlineData("ABC12345", 0)]
    [InlineData("ABC12", 0)]
    [InlineData("ABC12X", 0)]
    [InlineData("AB1234", 0)]
    [InlineData("ABC  123", 0)]
    public void A_channel_number_is_three_letters_and_three_or_four_digits(string text, int length)
    {
        Assert.Equal(length, FormatLine.ChannelNumberLength(Bytes(text)));
        Assert.Equal(length > 0, FormatLine.IsChannelNumber(Bytes(text)));
    }

    [Theory]
    [InlineData("RAAUZYUW RVEHAA0417 0321200-UUUU--RVEHBB.", true)]
    [InlineData("RAAUZYUW RVEHAAB0417 0321200-UUUU--RVEHBB.", true)]
    [InlineData("RAAUZYUW RVEHA0417 0321200-UUUU--RVEHBB.", false)]
    [InlineData("RAAUZYUW RVEHAABC0417 0321200-UUUU--RVEHBB.", false)]
    [InlineData("RAAUZYU1 RVEHAA0417 0321200-UUUU--RVEHBB.", true)]
    [InlineData("RAAUZYU- RVEHAA0417 0321200-UUUU--RVEHBB.", false)]
    [InlineData("RAAUZY1W RVEHAA0417 0321200-UUUU--RVEHBB.", false)]
    [InlineData("RAAUZYUWRRVEHAA0417 0321200-UUUU--RVEHBB.", false)]
    [InlineData("RAAUZYUW RVEHAA041X 0321200-UUUU--RVEHBB.", false)]
    [InlineData("RAAUZYUW SVEHAA0417 0321200-UUUU--RVEHBB.", false)]
    [InlineData("RAAUZYUW RVEHAA0417 0321200/UUUU--RVEHBB.", false)]
    [InlineData("RAAUZYUW RVEHAA0417 032120X-UUUU--RVEHBB.", false)]
    [InlineData("RAAUZYUW RVEHAA0417 0321200-UU1U--RVEHBB.", false)]
    [InlineData("RAAUZYUW RVEHAA0417 0321200-UUUU/-RVEHBB.", false)]
    [InlineData("RAAUZYUW RVEHAA0417 0321200-UUUU-R", true)]
    [InlineData("RAAUZYUW RVEHAA0417 0321200-UUUU-", false)]
    [InlineData("RAAUZYUW RVEHAA0417 0321200-UUUU\u2013RVEHBB.", true)]
    public void The_header_of_ACP_128_is_told_by_its_places(string line, bool isOne) =>
        Assert.Equal(isOne, FormatLine.IsHeader(Bytes(line)));

    [Theory]
    [InlineData((byte)0x96, true)]
    [InlineData((byte)0x97, true)]
    [InlineData((byte)0x95, false)]
    [InlineData((byte)0x98, false)]
    public void The_dash_of_a_header_may_be_one_of_an_office_machine(byte dash, bool isOne)
    {
        var line = Bytes("RAAUZYUW RVEHAA0417 0321200-UUUU--RVEHBB.");
        line[32] = dash;

        Assert.Equal(isOne, FormatLine.IsHeader(line));
    }

    [Theory]
    [InlineData("RR RVEH", true, true)]
    [InlineData("RR RVE", false, true)]
    [InlineData("RO RVEHAA", true, false)]
    [InlineData("RX RVEHAA", false, false)]
    [InlineData("XX RVEHAA", false, true)]
    [InlineData("RR RVEHAA RVEHBB", true, true)]
    [InlineData("RR RVEHAA ABC", false, true)]
    [InlineData("RRR RVEHAA", false, true)]
    [InlineData("JJJJJSSSSS ZZ RVEHAA", true, true)]
    [InlineData("\a\aZZ RVEHAA", true, true)]
    [InlineData("''ZZ RVEHAA", true, true)]
    [InlineData("RR RVEHAA.", true, true)]
    [InlineData("RR RVEHAA .", true, true)]
    [InlineData("RR . RVEHAA", false, true)]
    public void Format_line_2_is_a_precedence_twice_and_indicators(string line, bool isOne, bool isDoubled)
    {
        Assert.Equal(isOne, FormatLine.IsCalling(Bytes(line), out var doubled));
        Assert.Equal(isDoubled, doubled);
    }

    [Theory]
    [InlineData("RR RVEHA1", true)]
    [InlineData("XX RVEHAA", true)]
    [InlineData("RX RVEHAA", true)]
    [InlineData("XX ABC", false)]
    [InlineData("RX ABC", false)]
    [InlineData("RR ABC", true)]
    [InlineData("RR AB", false)]
    [InlineData("RR ABCDEFGHIJKL", true)]
    [InlineData("RR ABCDEFGHIJKLM", false)]
    [InlineData("R1 RVEHAA", false)]
    [InlineData("RRR RVEHAA", false)]
    [InlineData("\aRR ABC", true)]
    public void A_damaged_format_line_2_has_a_precedence_twice_or_an_indicator(string line, bool isOne) =>
        Assert.Equal(isOne, FormatLine.IsDamagedCalling(Bytes(line)));

    [Theory]
    [InlineData("JJJJJSSSSS ZZ", 11)]
    [InlineData("JJJJJSSSSS   ZZ", 13)]
    [InlineData("JJJJJSSSSSZZ", 10)]
    [InlineData("\a\a ZZ", 3)]
    [InlineData("''ZZ", 2)]
    [InlineData(" ZZ", 0)]
    [InlineData("ZZ", 0)]
    [InlineData("JJJJSSSSS ZZ", 0)]
    public void Bells_stand_before_a_flash(string line, int length) => Assert.Equal(length, FormatLine.BellsLength(Bytes(line)));

    [Theory]
    [InlineData("DE RVEHAA", true)]
    [InlineData("DE RVEHAA #0417", true)]
    [InlineData("DE ABC", false)]
    [InlineData("DEX RVEHAA", false)]
    [InlineData("DE ", false)]
    public void Format_line_3_is_DE_and_an_indicator(string line, bool isOne) => Assert.Equal(isOne, FormatLine.IsStation(Bytes(line)));

    [Theory]
    [InlineData("BT", true, 2)]
    [InlineData("B T", true, 3)]
    [InlineData("BT  ", true, 2)]
    [InlineData("BT #0417", true, 2)]
    [InlineData("BT NNNN", true, 2)]
    [InlineData("BT X", false, 2)]
    [InlineData("BTX", false, 2)]
    [InlineData("BT #123456", false, 2)]
    [InlineData("X", false, 0)]
    public void BT_stands_alone_or_before_an_ending(string line, bool isOne, int length)
    {
        Assert.Equal(isOne, FormatLine.IsBreak(Bytes(line), out var read));
        Assert.Equal(length, read);
    }

    [Theory]
    [InlineData("BT UNCLAS", true)]
    [InlineData("BT  SECRET", true)]
    [InlineData("BT WORDS", false)]
    [InlineData("BTUNCLAS", false)]
    public void BT_with_a_level_behind_opens_a_text(string line, bool isOne) => Assert.Equal(isOne, FormatLine.IsGluedBreak(Bytes(line)));

    [Theory]
    [InlineData("#0417", true)]
    [InlineData("#1", true)]
    [InlineData("#12345", true)]
    [InlineData("#123456", false)]
    [InlineData("#", false)]
    [InlineData("#X", false)]
    [InlineData("#0417 NNNN", true)]
    [InlineData("#0417NNNN", true)]
    [InlineData("#0417  ", true)]
    [InlineData("#0417 X", false)]
    [InlineData("#12345 NNNN", true)]
    [InlineData("#123456 NNNN", false)]
    public void A_validation_is_a_hash_and_up_to_five_digits(string line, bool isOne) =>
        Assert.Equal(isOne, FormatLine.IsValidation(Bytes(line)));

    [Theory]
    [InlineData("NNNN", true)]
    [InlineData("NNN", true)]
    [InlineData("NN", false)]
    [InlineData("NNNNN", true)]
    [InlineData("NNNN X", true)]
    [InlineData("NNNN\tX", true)]
    [InlineData("NNNNX", false)]
    [InlineData("NNNNUNCLAS", true)]
    [InlineData("NNNNMAFVVZCZ", true)]
    public void An_ending_is_three_N_or_more(string line, bool isOne) => Assert.Equal(isOne, FormatLine.IsEnd(Bytes(line)));

    [Theory]
    [InlineData("FM X", 6, 2)]
    [InlineData("TO X", 7, 2)]
    [InlineData("INFO X", 8, 4)]
    [InlineData("XMT X", 9, 3)]
    [InlineData("FM", 6, 2)]
    [InlineData("INFO", 8, 4)]
    [InlineData("TO\tX", 7, 2)]
    [InlineData("XMT/X", 9, 3)]
    [InlineData("TO/X", 0, 2)]
    [InlineData("FMX", 0, 2)]
    [InlineData("INF X", 0, 0)]
    [InlineData("F", 0, 0)]
    [InlineData("XM", 0, 0)]
    [InlineData("FX X", 0, 0)]
    [InlineData("TX X", 0, 0)]
    public void Prosigns_open_an_address(string line, int number, int length)
    {
        Assert.Equal(number, FormatLine.Prosign(Bytes(line), out var read));
        Assert.Equal(length, read);
    }

    [Theory]
    [InlineData("UNCLAS", true)]
    [InlineData("CONFIDENTIAL", true)]
    [InlineData("SECRET//NOFORN", true)]
    [InlineData("TOP SECRET", true)]
    [InlineData("RESTRICTED", true)]
    [InlineData("LOU", true)]
    [InlineData("FOUO", true)]
    [InlineData("NATO SECRET", true)]
    [InlineData("SECRETARY", false)]
    [InlineData("XUNCLAS", false)]
    [InlineData("", false)]
    public void A_classification_line_begins_with_a_level(string line, bool isOne) =>
        Assert.Equal(isOne, FormatLine.IsClassification(Bytes(line)));

    [Theory]
    [InlineData("GR12", true)]
    [InlineData("GR 12", true)]
    [InlineData("GR1234", true)]
    [InlineData("GR12345", false)]
    [InlineData("GR 1234", true)]
    [InlineData("GR 12345", false)]
    [InlineData("GR", false)]
    [InlineData("GRX", false)]
    [InlineData("GRNC", true)]
    [InlineData("SVC", true)]
    [InlineData("NAVY GR12", true)]
    [InlineData("NAVY SVC", true)]
    [InlineData("NAVY GRNC", true)]
    [InlineData("NAVY 12", false)]
    [InlineData("NAVY", false)]
    [InlineData("A GR12", false)]
    [InlineData("AB GR12", true)]
    [InlineData("ABCDEFGH GR12", true)]
    [InlineData("ABCDEFGHI GR12", false)]
    [InlineData("NAVY1 GR12", false)]
    [InlineData("GR12 X", false)]
    [InlineData("", false)]
    [InlineData("NAVY            GR 1234", true)]
    [InlineData("NAVY             GR 1234", false)]
    public void Format_line_10_is_a_symbol_and_a_group_count(string line, bool isOne) =>
        Assert.Equal(isOne, FormatLine.IsAccounting(Bytes(line)));

    [Theory]
    [InlineData("MSGID/X", true)]
    [InlineData("MSGID X", false)]
    [InlineData("SUBJ/X", true)]
    [InlineData("SUBJ:X", true)]
    [InlineData("SUBJ X", false)]
    [InlineData("SUBJ", false)]
    [InlineData("SUBJECT:", true)]
    [InlineData("SUBJECT", false)]
    [InlineData("REF/A", true)]
    [InlineData("REF A", false)]
    [InlineData("RMKS/", true)]
    [InlineData("GENTEXT/", true)]
    [InlineData("GEN", false)]
    [InlineData("PASS TO X", true)]
    [InlineData("PLEASE PASS", true)]
    [InlineData("PASS X", false)]
    [InlineData("E.O. 1", true)]
    [InlineData("E.O.1", false)]
    [InlineData("***", true)]
    [InlineData("**", false)]
    [InlineData("1. X", true)]
    [InlineData("2. X", false)]
    [InlineData("", false)]
    [InlineData("NAVADMIN 161/05", true)]
    [InlineData("NAVADMIN 161/2005", true)]
    [InlineData("NAVADMIN 161/20055", false)]
    [InlineData("NAVADMIN 1612/05", false)]
    [InlineData("NAVADMIN /05", false)]
    [InlineData("NAV 161/05", false)]
    [InlineData("NAVY 161/05", true)]
    [InlineData("NAVADMIN 161/05 X", false)]
    [InlineData("NAVADMIN 161/05 1", false)]
    [InlineData("NAVADMIN 161", false)]
    [InlineData("NAVADMIN X61/05", false)]
    [InlineData("NAVADMIN1 161/05", false)]
    [InlineData("ALNA 1/5", true)]
    [InlineData("NAVADMINSTRATION 161/205", true)]
    [InlineData("NAVADMINSTRATION 161/2005", false)]
    public void Some_lines_can_only_stand_in_a_text(string line, bool isOne) => Assert.Equal(isOne, TextSign.Is(Bytes(line)));

    [Theory]
    [InlineData("WORDS. ROE BT #0417", 11)]
    [InlineData("WORDS. ROE BT #X", 0)]
    [InlineData("ROEBT", 3)]
    [InlineData("ROE BT", 4)]
    [InlineData("AB BT", 0)]
    [InlineData("words ROEBT", 0)]
    [InlineData("words. ROEBT", 10)]
    [InlineData("words) ROEBT", 10)]
    [InlineData("words\" ROEBT", 10)]
    [InlineData("JANE ROEBT", 8)]
    [InlineData("A B CDBT", 0)]
    [InlineData("O'ROE-DOEBT", 9)]
    [InlineData("ROE", 0)]
    public void The_closing_BT_may_be_glued_behind_the_last_words(string line, int at) =>
        Assert.Equal(at, LastBreak.BehindWords(Bytes(line)));

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public void A_surname_has_forty_letters_at_most(int length, bool isOne) =>
        Assert.Equal(isOne, LastBreak.IsSurname(Bytes(new string('A', length))));

    [Theory]
    [InlineData("0321200", true)]
    [InlineData("03/1200Z", true)]
    [InlineData("032120", false)]
    [InlineData("03212000", false)]
    [InlineData("032120X", false)]
    [InlineData("03/1200X", false)]
    [InlineData("03-1200Z", false)]
    [InlineData("0X/1200Z", false)]
    [InlineData("03/12X0Z", false)]
    public void A_filing_time_has_one_of_two_forms(string group, bool isOne) => Assert.Equal(isOne, StationLine.IsTime(Bytes(group)));

    [Theory]
    [InlineData("#0417", true, 6, 4, -1)]
    [InlineData("0417C", false, 5, 5, -1)]
    [InlineData("0417C/01", false, 5, 5, 1)]
    [InlineData("#0417/12", true, 6, 4, 12)]
    [InlineData("1", false, 5, 1, -1)]
    public void A_serial_number_may_have_a_letter_and_a_section(string group, bool hasHash, int start, int length, int section)
    {
        Assert.True(StationLine.TryReadSerial(Bytes(group), 5, out var read));
        Assert.Equal(new StationLine(hasHash, new TextSpan(start, length), section, default), read);
    }

    [Theory]
    [InlineData("04178")]
    [InlineData("#")]
    [InlineData("#X")]
    [InlineData("X")]
    [InlineData("0417CC")]
    [InlineData("0417/1")]
    [InlineData("0417/012")]
    [InlineData("0417-01")]
    [InlineData("0417/1X")]
    public void What_is_like_a_serial_number_is_none(string group) => Assert.False(StationLine.TryReadSerial(Bytes(group), 5, out _));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
