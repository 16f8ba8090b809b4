using System.Text.Json;

namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>
/// The vectors of transmission.md 12 that need a history, on a circuit of the built program. Those of a relay between two stations are in
/// <c>VectorTests</c> of the gateways.
/// </summary>
public sealed class HistoryVectorTests : IDisposable
{
    private const string V1 = """
        VZCZCABA021
        PP RVEHAA RVEHAB
        DE RVEHBB #0817 2731221
        ZNY CCCCC
        P R 291221Z SEP 08
        FM LEGATION NORTHPORT
        TO RVEHAA/MINFOR HOMECITY
        INFO RVEHAB/LEGATION EASTPORT
        RVEHAC/LEGATION WESTPORT
        BT
        C O N F I D E N T I A L
        EXERCISE TEXT.
        BT
        #0817







        NNNN

        """;

    private const string V27 = """
        VV   KLA207     UU
        RR RVKLDA
        DE RVHBC 058C 14/0731Z
        R 140725Z MAY 2007
        FM HARBOUR BOARD NORTHPORT
        TO PILOT OFFICE WESTPORT
        BT
        UNCLAS
        BUOY SEVEN BACK IN PLACE
        BT
        NNNN

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task V16_without_its_end_mark_the_first_of_two_is_held_by_TX_106_and_the_second_goes_on()
    {
        using var office = await United();
        await office.Send(V1.Replace("NNNN\n", "", StringComparison.Ordinal) + Other("022"));
        var rows = await office.Filed(2);
        Assert.Equal(["held"], VectorOffice.States(rows[0]));
        Assert.Contains("TX-106", rows[0].GetRawText(), StringComparison.Ordinal);
        Assert.Empty(VectorOffice.States(rows[1]));
    }

    [Fact]
    public async Task V17_a_repetition_that_was_asked_for_is_D4()
    {
        using var office = await United();
        var rows = await Twice(
            office,
            V1,
            V1.Replace("ABA021", "ABA022", StringComparison.Ordinal).Replace("ZNY CCCCC", "ZNY CCCCC ZDK", StringComparison.Ordinal)
        );
        Assert.Equal(["D4"], await office.Ties(rows[1]));
        Assert.DoesNotContain("RECEIVED TWICE", office.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V18_another_text_under_ZEL_is_a_corrected_copy_D6()
    {
        using var office = await United();
        var rows = await Twice(
            office,
            V1,
            V1.Replace("ABA021", "ABA022", StringComparison.Ordinal)
                .Replace("EXERCISE TEXT", "EXERCISE, BETTER TEXT", StringComparison.Ordinal)
                .Replace("SEP 08", "SEP 08 ZEL", StringComparison.Ordinal)
        );
        Assert.Equal(["D6"], await office.Ties(rows[1]));
        Assert.Equal(2, (await office.Deliveries(rows[1])).Count);
    }

    [Fact]
    public async Task V19_another_text_without_a_signal_is_D8_and_both_are_delivered()
    {
        using var office = await United();
        var rows = await Twice(
            office,
            V1,
            V1.Replace("ABA021", "ABA022", StringComparison.Ordinal)
                .Replace("EXERCISE TEXT", "EXERCISE, OTHER TEXT", StringComparison.Ordinal)
        );
        Assert.Equal(["D8"], await office.Ties(rows[1]));
        Assert.Equal(await office.Deliveries(rows[0]), await office.Deliveries(rows[1]));
    }

    [Fact]
    public async Task V25_each_copy_has_the_indicators_of_its_way_and_all_else_as_it_came()
    {
        using var office = await United();
        await office.Send(V1);
        var copies = new List<string>();
        foreach (var (way, indicator) in new[] { ("N", "RVEHAA"), ("E", "RVEHAB") })
        {
            var path = Path.Combine(folder["store"], way);
            await Until.Holds(() => Directory.Exists(path) && Directory.GetFiles(path, "*.txt").Length > 0, $"file in {way}");
            var copy = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(path, "*.txt")));
            Assert.StartsWith($"PP {indicator}\nDE RVEHBB #0817 2731221\nZNY CCCCC\n", copy, StringComparison.Ordinal);
            copies.Add(copy[copy.IndexOf('\n', StringComparison.Ordinal)..]);
        }
        Assert.Equal(copies[0], copies[1]);
    }

    [Fact]
    public async Task V26_of_the_numbers_left_out_the_one_that_comes_late_is_closed()
    {
        using var office = await United();
        await office.Send(V1 + Other("022") + Other("025"));
        await office.Hears("ZFX ABA023");
        Assert.Equal(
            ["ABA021 received", "ABA022 received", "ABA023 reported", "ABA024 reported", "ABA025 received"],
            await office.Numbers("ABA")
        );
        await office.Send(Other("023"));
        await Until.Holds(async () => (await office.Numbers("ABA"))[2] == "ABA023 late", "the late number");
        Assert.Equal("ABA024 reported", (await office.Numbers("ABA"))[3]);
    }

    [Fact]
    public async Task V30_a_receipt_stops_the_clock_of_its_FLASH_and_is_not_answered()
    {
        using var office = await VectorOffice.Open(
            folder["store"],
            "RVKL",
            "DAB",
            "out = \"KLA\"\nroutes = [\"RVKLD\"]\nstation = \"RVKLDA\"\n"
        );
        await office.Originate(
            V27.Replace("VV   KLA207     UU\nRR", "ZZ", StringComparison.Ordinal)
                .Replace("14/0731Z\n", "14/0731Z\nZNR UUUUU\n", StringComparison.Ordinal)
                .Replace("R 140725Z", "Z 140725Z", StringComparison.Ordinal)
        );
        await office.Hears("VZCZCKLA001");
        Assert.Equal(["KLA001 sent"], await office.Numbers("DAB", "out"));
        await office.Send("VV   DAB001     UU\nZZ RVKL\nDE RVKLDA 14/0733Z\nR Z KLA001\nNNNN\n");
        await Until.Holds(async () => (await office.Numbers("DAB", "out")) is ["KLA001 receipted"], "the receipt");
        await office.Send("VV   DAB003     UU\nRR RVKL\nDE RVKLDA 14/0734Z\nZNR UUUUU\nINT ZBZ\nNNNN\n");
        await office.Hears("ZFX DAB002");
        Assert.DoesNotContain("R Z", office.Heard[office.Heard.IndexOf("NNNN", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task V36_two_messages_under_one_number_are_both_delivered_and_reported_ZFQ()
    {
        using var office = await Tributary();
        var rows = await Twice(
            office,
            V27,
            V27.Replace("140725Z", "140726Z", StringComparison.Ordinal)
                .Replace("058C", "059C", StringComparison.Ordinal)
                .Replace("SEVEN", "EIGHT", StringComparison.Ordinal)
        );
        await office.Hears("ZFQ KLA207");
        Assert.All(rows, row => Assert.Empty(VectorOffice.States(row)));
    }

    [Fact]
    public async Task V39_what_went_out_under_a_number_that_is_asked_for_goes_again_under_a_new_one()
    {
        using var office = await VectorOffice.Open(
            folder["store"],
            "RVKL",
            "DAB",
            "out = \"KLA\"\nroutes = [\"RVHB\"]\nstation = \"RVHB\"\n"
        );
        await office.Originate(V27.Replace("VV   KLA207     UU\nRR RVKLDA", "RR RVHB", StringComparison.Ordinal));
        await office.Hears("VZCZCKLA001");
        await office.Send("VV   DAB001     UU\nPP RVKL\nDE RVHB 14/1230Z\nINT ZDK KLA001\nNNNN\n");
        await office.Hears("VZCZCKLA002");
        await office.Hears("NNNN");
        Assert.Equal(["KLA001 sent", "KLA002 sent"], await office.Numbers("DAB", "out"));
        Assert.Equal(2, office.Heard.Split("BUOY SEVEN").Length - 1);
    }

    [Fact]
    public async Task V49_what_answers_a_tracer_is_delivered_though_it_is_known()
    {
        using var office = await Tributary();
        var rows = await Twice(
            office,
            V27,
            V27.Replace("KLA207", "KLA208", StringComparison.Ordinal).Replace("MAY 2007", "MAY 2007 ZFG", StringComparison.Ordinal)
        );
        Assert.Equal(["D12"], await office.Ties(rows[1]));
        Assert.Equal(["folder west ROUTINE"], await office.Deliveries(rows[1]));
    }

    [Fact]
    public async Task V50_after_a_copy_subject_to_correction_the_corrected_one_is_delivered_and_takes_its_place()
    {
        using var office = await Tributary();
        var rows = await Twice(
            office,
            "VV   KLA031     UU\nRR RVKLDA\nZNR UUUUU ZDG\n" + V27,
            "VV   KLA032     UU\nRR RVKLDA\nZNR UUUUU ZEL\n" + V27.Replace("SEVEN", "SEVENTEEN", StringComparison.Ordinal)
        );
        Assert.Equal(["D6"], await office.Ties(rows[1]));
        foreach (var row in rows)
        {
            Assert.Equal(["folder west ROUTINE"], await office.Deliveries(row));
        }
    }

    /// <summary>V1 as another message, under another number.</summary>
    private static string Other(string number) =>
        V1.Replace("ABA021", $"ABA{number}", StringComparison.Ordinal)
            .Replace("0817", $"08{number[1..]}", StringComparison.Ordinal)
            .Replace("2731221", $"27312{number[1..]}", StringComparison.Ordinal)
            .Replace("291221Z", $"2912{number[1..]}Z", StringComparison.Ordinal)
            .Replace("EXERCISE TEXT", $"EXERCISE TEXT {number}", StringComparison.Ordinal);

    private static async Task<List<JsonElement>> Twice(VectorOffice office, string first, string second)
    {
        await office.Send(first);
        await office.Filed(1);
        await office.Send(second);
        return await office.Filed(2);
    }

    private Task<VectorOffice> United() =>
        VectorOffice.Open(
            folder["store"],
            "RVEHQQ",
            "ABA",
            "station = \"RVEHBB\"\n[[folder]]\nname = \"N\"\nout = \"N\"\nroutes = [\"RVEHAA\"]\nlevel = \"SECRET\"\n[[folder]]\nname = \"E\"\nout = \"E\"\nroutes = [\"RVEHAB\"]\nlevel = \"SECRET\"\n"
        );

    private Task<VectorOffice> Tributary() =>
        VectorOffice.Open(
            folder["store"],
            "RVKLDB",
            "KLA",
            "station = \"RVKL\"\n[[folder]]\nname = \"west\"\nout = \"west\"\nroutes = [\"RVKLDA\"]\n"
        );
}
