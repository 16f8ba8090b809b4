using System.Text;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Tests.Heading;

/// <summary>Format line 5, tidy and damaged, and page lines, taken apart (transmission.md 1.7, 2.5). EXERCISE.</summary>
public sealed class TimeLineTests
{
    [Theory]
    [InlineData("R 011200Z FEB 24", "R", "", 2, 16, 2, 24, true, true)]
    [InlineData("Z R 011200Z FEB 2024", "Z", "R", 4, 20, 2, 2024, true, true)]
    [InlineData("Z R O 011200Z FEB 24", "Z", "R", 6, 20, 2, 24, true, true)]
    [InlineData("011200Z FEB 24", "", "", 0, 14, 2, 24, true, false)]
    [InlineData("  R  011200Z  FEB  24", "R", "", 5, 21, 2, 24, true, true)]
    [InlineData("R 01120Z FEB 24", "R", "", 2, 15, 2, 24, false, false)]
    [InlineData("R 0112Z FEB 24", "R", "", 2, 14, 2, 24, false, false)]
    [InlineData("R 01120012Z FEB 24", "R", "", 2, 18, 2, 24, false, false)]
    [InlineData("R 011200 FEB 24", "R", "", 2, 15, 2, 24, false, false)]
    [InlineData("R 011200Z FEB", "R", "", 2, 13, 2, -1, true, true)]
    [InlineData("R 011200ZFEB24", "R", "", 2, 14, 2, 24, true, true)]
    [InlineData("R 011200Z FEB 241", "R", "", 2, 13, 2, -1, true, true)]
    [InlineData("R 011200Z FEB 24111", "R", "", 2, 13, 2, -1, true, true)]
    [InlineData("R 011200Z FEB 2", "R", "", 2, 13, 2, -1, true, true)]
    [InlineData("R 011200Z FEB 24X", "R", "", 2, 13, 2, -1, true, true)]
    [InlineData("R 011200Z FEB 24FM X", "R", "", 2, 16, 2, 24, true, true)]
    [InlineData("R 011200Z FEB 24FX X", "R", "", 2, 13, 2, -1, true, true)]
    [InlineData("R 011200Z FEB 24ZYB", "R", "", 2, 16, 2, 24, true, true)]
    [InlineData("R 011200Z FEB 24PSN", "R", "", 2, 16, 2, 24, true, true)]
    [InlineData("R 011200Z FEB 24MID", "R", "", 2, 16, 2, 24, true, true)]
    [InlineData("R 011200Z FEB 24\tX", "R", "", 2, 16, 2, 24, true, true)]
    [InlineData("X 011200Z FEB 24", "X", "", 2, 16, 2, 24, true, false)]
    [InlineData("R X 011200Z FEB 24", "R", "X", 4, 18, 2, 24, true, false)]
    public void Format_line_5_is_read_as_far_as_it_goes(
        string line,
        string first,
        string second,
        int start,
        int end,
        int month,
        int year,
        bool isWellFormed,
        bool isSure
    )
    {
        Assert.True(DtgLine.TryReadLoose(Bytes(line), out var read));
        Assert.Equal(new DtgLine(Letter(first), Letter(second), start, end, month, year, isWellFormed), read);
        Assert.Equal(isSure, DtgLine.TryRead(Bytes(line), out _));
        static byte Letter(string printed) => printed.Length == 0 ? (byte)0 : (byte)printed[0];
    }

    [Theory]
    [InlineData("R 011Z FEB 24")]
    [InlineData("R 011200123Z FEB 24")]
    [InlineData("R 011200Z FEBRUARY 24")]
    [InlineData("R 011200Z XYZ 24")]
    [InlineData("R 011200z FEB 24")]
    [InlineData("R 011200Z FE")]
    [InlineData("R")]
    [InlineData("")]
    [InlineData("WORDS OF 011200Z FEB 24")]
    public void What_is_like_format_line_5_is_none(string line) => Assert.False(DtgLine.TryReadLoose(Bytes(line), out _));

    [Theory]
    [InlineData("JAN", 1)]
    [InlineData("FEB", 2)]
    [InlineData("MAR", 3)]
    [InlineData("APR", 4)]
    [InlineData("MAY", 5)]
    [InlineData("JUN", 6)]
    [InlineData("JUL", 7)]
    [InlineData("AUG", 8)]
    [InlineData("SEP", 9)]
    [InlineData("OCT", 10)]
    [InlineData("NOV", 11)]
    [InlineData("DEC", 12)]
    [InlineData("dec", 12)]
    public void Months_are_known_in_any_case(string name, int month)
    {
        Assert.True(DtgLine.TryRead(Bytes($"R 011200Z {name} 24"), out var read));
        Assert.Equal(month, read.Month);
        Assert.False(DtgLine.TryRead(Bytes($"R 011200Z {name[..2]}Q 24"), out _));
        Assert.False(DtgLine.TryRead(Bytes($"R 011200Z Q{name[1..]} 24"), out _));
    }

    [Theory]
    [InlineData("011200Z FEB 24", true)]
    [InlineData("011200Z FEB 2024", true)]
    [InlineData("011200Z  FEB  2024", true)]
    [InlineData("011200Z   FEB  2024", false)]
    [InlineData("011200ZFEB24", false)]
    [InlineData("011200ZFEB 2024", true)]
    [InlineData("01120Z FEB 2024", false)]
    [InlineData("011200Z FEB 24 X", false)]
    [InlineData("011200Z FEB    ", false)]
    [InlineData("R 011200Z FEB 24", false)]
    public void A_group_alone_on_its_line_is_whole(string line, bool isOne) => Assert.Equal(isOne, DtgLine.IsBare(Bytes(line)));

    [Theory]
    [InlineData("P 251346 Z JUN 7 3", "P 251346ZJUN73", 2, 18)]
    [InlineData("P 25 1346Z JUN 73", "P 251346ZJUN73", 2, 17)]
    [InlineData("P 251346Z JUN 1973", "P 251346ZJUN1973", 2, 18)]
    [InlineData("P  2 5 1 3 4 6 Z J U N 7 3", "P 251346ZJUN73", 3, 26)]
    public void Blanks_among_the_digits_are_passed_over(string line, string tidy, int start, int end)
    {
        Span<byte> buffer = stackalloc byte[DtgLine.LongestSpaced];

        Assert.True(DtgLine.TrySpaced(Bytes(line), buffer, out var inTidy, out var read));

        Assert.Equal(tidy, Encoding.ASCII.GetString(buffer[..inTidy.End]));
        Assert.Equal((start, end, 6), (read.Start, read.End, read.Month));
        Assert.True(DtgLine.IsSpaced(Bytes(line)));
    }

    [Theory]
    [InlineData("P 251346 Z JUN 7")]
    [InlineData("P 251346 Z JUN 197")]
    [InlineData("X 251346 Z JUN 7 3")]
    [InlineData("PP251346 Z JUN 7 3")]
    [InlineData("P 25134 Z JUN 73")]
    [InlineData("P  2  5  1  3  4  6  Z  JUN 7  3X")]
    public void Blanks_alone_make_no_group(string line) => Assert.False(DtgLine.IsSpaced(Bytes(line)));

    [Theory]
    [InlineData("R I91345Z JUN 12", "R 191345Z JUN 12", 16)]
    [InlineData("R l9l345Z JUN 12", "R 191345Z JUN 12", 16)]
    [InlineData("R O91345Z JUN 12", "R 091345Z JUN 12", 16)]
    [InlineData("RR 191345Z JUN 12", "R 191345Z JUN 12", 17)]
    [InlineData("ZR191345Z JUN 12", "Z R 191345Z JUN 12", 16)]
    [InlineData("191345Z JUN 12", "191345Z JUN 12", 14)]
    [InlineData("R 191345Z 0CT 12", "R 191345Z OCT 12", 16)]
    [InlineData("R 191345Z SE 12", "R 191345Z SEP 12", 15)]
    [InlineData("R 191345Z SEEP 12", "R 191345Z SEP 12", 17)]
    [InlineData("R 191345Z JUN 2O12", "R 191345Z JUN 2012", 18)]
    [InlineData("R 191345ZJUN12", "R 191345Z JUN 12", 14)]
    [InlineData("R 191345Z JUN 12 MORE", "R 191345Z JUN 12", 16)]
    [InlineData("R 19OOOOZ JUN 12", "R 190000Z JUN 12", 16)]
    public void Letters_that_look_like_figures_are_made_figures(string line, string tidy, int end)
    {
        Span<byte> buffer = stackalloc byte[64];

        Assert.True(DtgLine.TryTidy(Bytes(line), buffer, out var length, out var read));

        Assert.Equal((tidy, end), (Encoding.ASCII.GetString(buffer[..length]), read));
    }

    [Theory]
    [InlineData("R 1OOOOOZ JUN 12")]
    [InlineData("R 19134Z JUN 12")]
    [InlineData("R 191345Z JJN 12")]
    [InlineData("R 191345Z SPE 12")]
    [InlineData("R 191345Z JUNES 12")]
    [InlineData("R 191345Z JUN 1")]
    [InlineData("R 191345Z JUN 123")]
    [InlineData("R 191345Z JUN 12X")]
    [InlineData("R 191345Z JU")]
    [InlineData("R 191345")]
    [InlineData("")]
    public void What_cannot_be_made_a_group_stays(string line)
    {
        Span<byte> buffer = stackalloc byte[64];

        Assert.False(DtgLine.TryTidy(Bytes(line), buffer, out _, out _));
    }

    [Theory]
    [InlineData("PAGE 2 OF 3", true)]
    [InlineData("Page 2 of 3", true)]
    [InlineData("PAGE 222 OF 333", true)]
    [InlineData("PAGE 2222 OF 333", false)]
    [InlineData("PAGE 222 OF 3333", false)]
    [InlineData("PAGE 2 OF 3 X", false)]
    [InlineData("PAGE 2 OR 3", false)]
    [InlineData("PAGE X OF 3", false)]
    [InlineData("PAGE 2 OF X", false)]
    [InlineData("PAGE 2 OF     ", false)]
    [InlineData("PAGE 02 RVEHBB 0817", true)]
    [InlineData("PAGE 002 RVEHBB 0817", true)]
    [InlineData("PAGE 0002 RVEHBB 0817", false)]
    [InlineData("PAGE 02 RVEHBB #0817", true)]
    [InlineData("PAGE 02 RVEHBB 0817C", true)]
    [InlineData("PAGE 02 RVEHBB 0817CC", false)]
    [InlineData("PAGE 02 RVEHBB 1", true)]
    [InlineData("PAGE 02 RVEHBB #", false)]
    [InlineData("PAGE 02 RVEHBB", false)]
    [InlineData("PAGE 02 RVEHBB0817", true)]
    [InlineData("PAGE 02 RVEH0817 WORDS", true)]
    [InlineData("PAGE 02 RVE0817 WORDS", false)]
    [InlineData("PAGE XX RVEHBB 0817", false)]
    [InlineData("page 02 RVEHBB 0817", false)]
    [InlineData("PAGE 02 NORTHPORT 000817 291221Z", true)]
    [InlineData("PAGE 02 NORTHPORT 00817 291221Z", true)]
    [InlineData("PAGE 02 NORTHPORT 0817 291221Z", false)]
    [InlineData("PAGE 02 NORTHPORT 0008177 291221Z", false)]
    [InlineData("PAGE 02 NORTHPORT 000817 291221X", false)]
    [InlineData("PAGE 02 NORTHPORT 000817 29122XZ", false)]
    [InlineData("PAGE 02 NORTHPORT 000817", true)]
    [InlineData("PAGE 02 123 000817", false)]
    [InlineData("NORTHPORT 00000817  002 OF 003", true)]
    [InlineData("NORTHPORT 00000817  001.2 OF 003", true)]
    [InlineData("NORTHPORT 0000817  002 OF 003", false)]
    [InlineData("00000817  002 OF 003", false)]
    [InlineData("NORTHPORT 00000817 002 003 OF 003", false)]
    [InlineData("NORTHPORT 00000817 00X OF 003", false)]
    [InlineData("NORTHPORT 00000817 OF 003", false)]
    [InlineData("NORTHPORT 00000817 002 OG 003", false)]
    [InlineData("NORTHPORT 00000817 002 OF 00X", false)]
    [InlineData("NORTHPORT OF THE EAST OF 003", false)]
    public void Page_lines_are_told_by_their_form(string line, bool isOne) => Assert.Equal(isOne, PageLine.Is(Bytes(line)));

    [Theory]
    [InlineData(43, true)]
    [InlineData(44, false)]
    public void A_page_line_with_a_post_is_no_longer_than_a_line(int length, bool isOne) =>
        Assert.Equal(isOne, PageLine.Is(Bytes($"{new string('A', length)} 00000817       002 OF 003")));

    [Theory]
    [InlineData("PAGE 02 RVEHBB 0817 CONFIDENTIAL", 2, 0, 8, 6, 15, 4, 19)]
    [InlineData("PAGE 2 RVEHBB0817 UNCLAS", 2, 0, 7, 6, 13, 4, 17)]
    [InlineData("PAGE 02 RVEHBB #0817", 2, 0, 8, 6, 16, 4, 20)]
    [InlineData("PAGE 03 NORTHPORT 000817 291221Z", 3, 0, 0, 0, 0, 0, 7)]
    [InlineData("PAGE 03 123 000817 291221Z", 3, 0, 0, 0, 0, 0, 7)]
    [InlineData("PAGE 03 ABCDEFGHI0817", 3, 0, 0, 0, 0, 0, 7)]
    [InlineData("PAGE 03 RVEHBB WORDS", 3, 0, 0, 0, 0, 0, 7)]
    [InlineData("PAGE 03 RVEHBB", 3, 0, 0, 0, 0, 0, 7)]
    [InlineData("PAGE 12", 12, 0, 0, 0, 0, 0, 7)]
    [InlineData("NORTHPORT 00000817  002 OF 003", 2, 3, 0, 0, 0, 0, 30)]
    [InlineData("NORTHPORT 00000817  001.2 OF 013", 1, 13, 0, 0, 0, 0, 32)]
    public void A_page_line_says_its_number_station_and_serial(
        string line,
        int number,
        int of,
        int station,
        int stationLength,
        int serial,
        int serialLength,
        int end
    )
    {
        Assert.True(PageMark.TryRead(Bytes(line), out var page));
        Assert.Equal(new PageMark(number, of, new TextSpan(station, stationLength), new TextSpan(serial, serialLength), end), page);
    }

    [Theory]
    [InlineData("PAGE")]
    [InlineData("PAGE X")]
    [InlineData("PAGE 1234")]
    [InlineData("NORTHPORT 00000817  0022 OF 003")]
    [InlineData("NORTHPORT 00000817  X OF 003")]
    [InlineData("")]
    public void What_has_no_number_is_no_page(string line) => Assert.False(PageMark.TryRead(Bytes(line), out _));

    [Theory]
    [InlineData("241200Z", "24", 2024, "2024-02-24T12:00")]
    [InlineData("242400Z", "24", 2024, "2024-02-25T00:00")]
    [InlineData("242401Z", "24", 2024, null)]
    [InlineData("242500Z", "24", 2024, null)]
    [InlineData("241260Z", "24", 2024, null)]
    [InlineData("241259Z", "24", 2024, "2024-02-24T12:59")]
    [InlineData("241200J", "24", 2024, null)]
    [InlineData("241200A", "24", 2024, "2024-02-24T11:00")]
    [InlineData("241200R", "24", 2024, "2024-02-24T17:00")]
    [InlineData("301200Z", "24", 2024, null)]
    [InlineData("291200Z", "24", 2024, "2024-02-29T12:00")]
    [InlineData("001200Z", "24", 2024, null)]
    [InlineData("241200Z", "69", null, "2069-02-24T12:00")]
    [InlineData("241200Z", "70", null, "1970-02-24T12:00")]
    [InlineData("241200Z", "99", null, "1999-02-24T12:00")]
    [InlineData("241200Z", "1973", null, "1973-02-24T12:00")]
    [InlineData("241200Z", "", null, null)]
    [InlineData("241200Z", "", 2024, "2024-02-24T12:00")]
    [InlineData("281200Z", "", 2024, "2023-02-28T12:00")]
    [InlineData("261300Z", "", 2024, "2024-02-26T13:00")]
    [InlineData("291200Z", "", 2023, "2020-02-29T12:00")]
    [InlineData("241200Z", "24", 2130, "2124-02-24T12:00")]
    public void A_group_names_an_instant_by_zone_year_and_receipt(string group, string year, int? received, string? utc)
    {
        // Received at noon of the 26th of February: the day after is the last that counts.
        DateTimeOffset? at = received is { } of ? new DateTimeOffset(of, 2, 26, 12, 0, 0, TimeSpan.Zero) : null;
        var shape = new DtgLine((byte)'R', 0, 0, 0, 2, year.Length == 0 ? -1 : int.Parse(year), true);

        var read = Calendar.Instant(Bytes(group), shape, Profile.Acp128, at);

        Assert.Equal(utc, read?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm"));
    }

    [Theory]
    [InlineData(5, "2005")]
    [InlineData(6, "1906")]
    public void Two_digit_years_of_the_base_standard_end_with_2005(int printed, string year)
    {
        var shape = new DtgLine((byte)'R', 0, 0, 0, 2, printed, true);

        Assert.Equal(year, Calendar.Instant(Bytes("241200Z"), shape, Profile.Acp127, null)?.UtcDateTime.ToString("yyyy"));
    }

    [Theory]
    [InlineData("0551200", "2024-02-24T12:00")]
    [InlineData("3652359", "2023-12-31T23:59")]
    [InlineData("3660000", "2024-12-31T00:00")]
    [InlineData("0000000", null)]
    [InlineData("0552400", null)]
    [InlineData("0551260", null)]
    [InlineData("24/1200Z", "2024-02-24T12:00")]
    [InlineData("31/1200Z", "2024-01-31T12:00")]
    [InlineData("01/1200Z", "2024-03-01T12:00")]
    [InlineData("32/1200Z", null)]
    [InlineData("24/2400Z", null)]
    [InlineData(null, null)]
    public void A_filing_time_lies_where_it_is_nearest_to_its_message(string? printed, string? utc)
    {
        var near = new DateTimeOffset(2024, 2, 20, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(utc, Calendar.Filed(printed, near)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm"));
        Assert.Null(Calendar.Filed(printed, null));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
