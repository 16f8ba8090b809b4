using Chancery.Gateways.Circuits;
using CsCheck;

namespace Chancery.Gateways.Tests;

public sealed class CircuitFramerTests
{
    private const string Functions = "\u001F\u001F\u001F\u001F";

    [Fact]
    public void A_whole_message_is_given_out_at_its_end_mark_without_the_functions_around_it()
    {
        var telegram = Traffic.Telegram(1);
        var heard = Assert.Single(Hear(Functions + "\r\r\n" + telegram + Functions));
        Assert.Equal(HeardKind.Message, heard.Kind);
        Assert.Equal(telegram.TrimEnd(), Encoding.Latin1.GetString(heard.Bytes));
        Assert.False(heard.IsCutShort || heard.IsTruncated);
    }

    [Fact]
    public void An_end_mark_closed_by_LTRS_alone_ends_the_message()
    {
        var first = Traffic.Telegram(1).TrimEnd() + Functions;
        var heard = Hear(first + Traffic.Telegram(2));
        Assert.Equal(2, heard.Count);
        Assert.StartsWith("VZCZCQQA002", Encoding.Latin1.GetString(heard[1].Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_mark_that_nothing_follows_counts_after_a_pause()
    {
        var framer = new CircuitFramer(1 << 20);
        Assert.Empty(framer.Add(Traffic.Bytes(Traffic.Telegram(1).TrimEnd())));
        Assert.True(framer.AwaitsEnd);
        Assert.EndsWith("NNNN", Encoding.Latin1.GetString(Assert.Single(framer.Pause()).Bytes), StringComparison.Ordinal);
        Assert.Empty(framer.End());
    }

    [Fact]
    public void A_straggler_is_two_messages_the_first_cut_short()
    {
        var heard = Hear(Traffic.Telegram(1).Replace("NNNN\r\r\n", "", StringComparison.Ordinal) + Traffic.Telegram(2));
        Assert.Equal([true, false], heard.Select(one => one.IsCutShort));
        Assert.All(heard, one => Assert.Equal(HeardKind.Message, one.Kind));
    }

    [Fact]
    public void Numbers_of_earlier_hops_and_pilots_begin_no_message_of_their_own()
    {
        const string Pilot =
            "VV   KLA031     UU\r\r\nRR RVKLDA\r\r\nZNR UUUUU ZOV RVKLAB\r\r\nEVC093HBA207\r\r\nRR RVKLAB\r\r\nDE RVHBC 058C 14/0731Z\r\r\n"
            + "R 140725Z MAY 2007\r\r\nFM HARBOUR BOARD NORTHPORT\r\r\nTO PILOT OFFICE WESTPORT\r\r\nBT\r\r\nUNCLAS\r\r\nBUOY SEVEN\r\r\nBT\r\r\nNNNN\r\r\n";
        Assert.StartsWith("VV   KLA031", Encoding.Latin1.GetString(Assert.Single(Hear(Pilot)).Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_service_message_without_BT_ends_at_its_end_mark()
    {
        var heard = Assert.Single(Hear("PP RVKL\r\r\nDE RVHB 14/1230Z\r\r\nINT ZDK KLA116\r\r\nNNNN\r\r\n"));
        Assert.Equal(HeardKind.Message, heard.Kind);
    }

    [Fact]
    public void What_the_line_cuts_off_is_given_out_as_truncated()
    {
        var framer = new CircuitFramer(1 << 20);
        framer.Add(Traffic.Bytes(Traffic.Telegram(1)[..200]));
        var heard = Assert.Single(framer.End());
        Assert.True(heard.IsTruncated);
        Assert.Equal(200, heard.Bytes.Length);
    }

    [Fact]
    public void Quittances_between_messages_are_no_messages()
    {
        var heard = Hear("QSL QQA001\r\r\n" + Traffic.Telegram(1));
        Assert.Equal([HeardKind.Quittance, HeardKind.Message], heard.Select(one => one.Kind));
        Assert.Equal("QQA001", Encoding.Latin1.GetString(heard[0].Bytes));
    }

    [Fact]
    public void A_line_that_never_ends_is_noise_whose_length_is_told_and_whose_first_bytes_are_kept()
    {
        var framer = new CircuitFramer(1 << 20);
        for (var i = 0; i < 50; i++)
        {
            Assert.Empty(framer.Add(Traffic.Bytes(new string('A', 100_000))));
        }
        var heard = framer.Add(Traffic.Bytes("\r\n" + Traffic.Telegram(1)));
        Assert.Equal([HeardKind.Noise, HeardKind.Message], heard.Select(one => one.Kind));
        Assert.InRange(heard[0].Length, 5_000_000, 5_000_004);
        Assert.Equal(64 * 1024, heard[0].Bytes.Length);
    }

    [Fact]
    public void A_message_beyond_the_limit_is_cut_off_there_and_the_next_one_is_whole()
    {
        var framer = new CircuitFramer(100_000);
        var begun = Traffic.Telegram(1).Replace("BT\r\r\n#", new string('A', 300_000) + "\r\r\nBT\r\r\n#", StringComparison.Ordinal);
        var heard = framer.Add(Traffic.Bytes(begun + Traffic.Telegram(2))).Where(one => one.Kind == HeardKind.Message).ToList();
        Assert.Equal(2, heard.Count);
        Assert.True(heard[0].IsTruncated);
        Assert.Equal(100_000, heard[0].Bytes.Length);
        Assert.Equal(Traffic.Telegram(2).TrimEnd(), Encoding.Latin1.GetString(heard[1].Bytes));
    }

    [Fact]
    public void However_the_bytes_are_parted_the_messages_are_the_same()
    {
        var input = Traffic.Bytes(
            "JUNK\r\n" + Traffic.Telegram(1) + "QSL QQA009\r\r\n" + Traffic.Telegram(2).Replace("NNNN\r\r\n", "") + Traffic.Telegram(3)
        );
        var whole = Pieces(input, [input.Length]);
        Gen.Int[1, 90].Array[1, 60].Sample(sizes => Pieces(input, sizes).SequenceEqual(whole), iter: 500);
    }

    [Fact]
    public void No_bytes_make_it_fail_and_none_are_lost()
    {
        string[] lines =
        [
            "NNNN",
            "BT",
            "VZCZCQQA001",
            "VV   QQA002     UU",
            "DE RVEHBB",
            "RR RVEHAA",
            "QSL QQA001",
            "",
            "\u001F",
            "TEXT",
            "ZZ",
            "KLA207",
        ];
        string[] ends = ["\r\r\n", "\n", "\r", ""];
        Gen.Select(Gen.Int[0, lines.Length - 1].Select(i => lines[i]), Gen.Int[0, ends.Length - 1].Select(i => ends[i]))
            .Select((line, end) => line + end)
            .Array[0, 40]
            .Select(string.Concat)
            .Sample(
                input =>
                {
                    var framer = new CircuitFramer(1 << 20);
                    var heard = framer.Add(Traffic.Bytes(input)).Concat(framer.End()).ToList();
                    var letters = heard.Sum(one => one.Bytes.Count(b => b is > 32 and < 127) + (one.Kind == HeardKind.Quittance ? 3 : 0));
                    return letters == input.Count(c => c is > (char)32 and < (char)127);
                },
                iter: 3000
            );
    }

    private static IReadOnlyList<Heard> Hear(string input) => new CircuitFramer(1 << 20).Add(Traffic.Bytes(input));

    private static List<string> Pieces(byte[] input, int[] sizes)
    {
        var framer = new CircuitFramer(1 << 20);
        var heard = new List<string>();
        for (int at = 0, i = 0; at < input.Length; i++)
        {
            var size = Math.Min(sizes[i % sizes.Length], input.Length - at);
            heard.AddRange(framer.Add(input.AsSpan(at, size)).Select(Shown));
            at += size;
        }
        heard.AddRange(framer.End().Select(Shown));
        return heard;

        static string Shown(Heard one) => $"{one.Kind} {one.IsCutShort} {one.IsTruncated} {Encoding.Latin1.GetString(one.Bytes)}";
    }
}
