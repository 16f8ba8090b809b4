using System.Text;
using Chancery.Messages;
using CsCheck;

namespace Chancery.Office.Tests;

/// <summary>transmission.md 4.3: routing by prefix, segregation and its invariants.</summary>
public sealed class RoutingTests
{
    private const string V45 = """
        VV   KLA207     UU
        PP RVKLDA RVKLDB RVEAAC
        DE RVHBC 058C 14/0731Z
        P R 140725Z MAY 2007
        FM HARBOUR BOARD NORTHPORT
        TO RVKLDA/PILOT OFFICE WESTPORT
        INFO RVKLDB/PILOT OFFICE SOUTHPORT
        RVEAAC/PILOT OFFICE EASTPORT
        BT
        UNCLAS
        BUOY SEVEN BACK IN PLACE
        BT
        NNNN

        """;

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly OfficeSettings Settings = OfficeSettings.Default with
    {
        RoutingIndicators = ["RVHBC"],
        Circuits =
        [
            Circuit("KAA", Level.Secret, "RVKL"),
            Circuit("EAA", Level.Confidential, "RVE", "RVK"),
            Circuit("LAA", Level.Unclassified, "RVKLDB"),
        ],
    };

    [Fact]
    public void The_longest_prefix_that_is_cleared_open_and_not_the_way_it_came_is_the_route()
    {
        Assert.Equal("KAA", Route("RVKLDA"));
        Assert.Equal("LAA", Route("RVKLDB"));
        Assert.Equal("KAA", Route("RVKLDB", Level.Secret));
        Assert.Equal("EAA", Route("RVKLDA", arrivedBy: "KAA"));
        Assert.Equal("EAA", Route("RVKLDA", closed: "KAA"));
        Assert.Equal("ours", Route("RVHBC"));
        Assert.Equal("ours", Route("RVHBCCS"));
        Assert.Equal("R5", Route("RVXXX"));
        Assert.Equal("TX-512", Route("RVEAA", Level.Secret));
    }

    [Fact]
    public void A_station_behind_a_relay_whose_indicator_begins_with_that_of_the_relay_is_not_the_relay()
    {
        var relay = new RoutingTable(Settings with { RoutingIndicators = ["RVKL"] });
        Assert.Equal(
            ["ours", "ours", "ours", "circuit LAA"],
            new[] { "RVKL", "RVKLCS", "RVKLDA", "RVKLDB" }.Select(indicator =>
                relay.Find(indicator, Level.Unclassified, null, Noon, _ => false) is { IsOurs: false, Way: { } way }
                    ? way.Destination
                    : "ours"
            )
        );
    }

    [Fact]
    public void V25_V45_each_copy_calls_its_own_stations_and_all_from_format_line_3_on_is_the_same()
    {
        var message = new MessageReader().Read(Encoding.ASCII.GetBytes(V45));
        var parted = Parted(message.Transmission.Called!.RoutingIndicators, Level.Unclassified);
        Assert.Equal(["KAA", "LAA", "EAA"], parted.Copies.Select(copy => Name(copy.Way)));
        foreach (var (way, called) in parted.Copies)
        {
            var copy = new MessageReader().Read(
                TransmissionWriter.Write(message, $"{Name(way)}001", new NewDelivery(way.Destination, called, Precedence.Priority))
            );
            Assert.Equal(called, copy.Transmission.Called!.RoutingIndicators);
            Assert.Equal(message.Transmission.Called.Precedence, copy.Transmission.Called.Precedence);
            Assert.Equal(new ChannelNumber(Name(way), "001"), copy.Transmission.Channel);
            Assert.Equal("UU", copy.Transmission.SecurityProsign);
            Assert.Equal(From3(message), From3(copy));
        }
    }

    [Fact]
    public void Whatever_is_called_the_copies_the_local_and_the_held_are_all_of_it_and_none_is_called_twice() =>
        Gen.Select(
                Gen.Int[0, 3].Select(i => new[] { "RVKL", "RVE", "RVX", "RVHBC" }[i]),
                Gen.Int[0, 3].Select(i => new[] { "", "DA", "DB", "AAC" }[i])
            )
            .Select((start, end) => start + end)
            .Array[0, 12]
            .Sample(called =>
            {
                var parted = Parted(called, Level.Confidential);
                var all = parted.Copies.SelectMany(copy => copy.Called).Concat(parted.Local).Concat(parted.Held).ToList();
                return all.Distinct().Count() == all.Count && all.Order().SequenceEqual(called.Distinct().Order());
            });

    [Fact]
    public void A_header_of_ACP_128_keeps_its_places()
    {
        var message = new MessageReader().Read(
            "RTTUZYUW RVBCYKN0001 0331200-UUUU--RVDOSAB RVLYCUR.\nZNR UUUUU\nR 021200Z FEB 02\nFM A\nTO B\nBT\nUNCLAS\nTEXT\nBT\n#0001\nNNNN\n"u8.ToArray()
        );
        var copy = Encoding.ASCII.GetString(
            TransmissionWriter.Write(message, "YKN001", new NewDelivery("", ["RVLYCUR"], Precedence.Routine))
        );
        Assert.StartsWith("VZCZCYKN001\r\r\nRTTUZYUW RVBCYKN0001 0331200-UUUU--RVLYCUR.\nZNR UUUUU\n", copy, StringComparison.Ordinal);
        Assert.EndsWith("#0001\nNNNN\r\r\n", copy, StringComparison.Ordinal);
    }

    [Fact]
    public void V45_an_instruction_for_a_station_of_another_copy_is_dropped_whole_and_the_warning_stays()
    {
        var text = V45.Replace(
            "14/0731Z\n",
            "14/0731Z\nZNR UUUUU ZUI RVHBC 057C RVEAAC T XYZA AND\nTHE PILOT RVKLDA T OTHERS\n",
            StringComparison.Ordinal
        );
        var message = new MessageReader().Read(Encoding.ASCII.GetBytes(text));
        Assert.Contains("\nZNR UUUUU ZUI RVHBC 057C\nRVKLDA T OTHERS\nP R 14", Copy("RVKLDA", "RVKLDB"), StringComparison.Ordinal);
        Assert.Contains("\nZNR UUUUU ZUI RVHBC 057C RVEAAC T XYZA AND\nTHE PILOT\nP R 14", Copy("RVEAAC"), StringComparison.Ordinal);
        Assert.Contains("RVEAAC T XYZA AND\nTHE PILOT RVKLDA T OTHERS\n", Copy("RVKLDA", "RVKLDB", "RVEAAC"), StringComparison.Ordinal);

        string Copy(params string[] called) =>
            Encoding.ASCII.GetString(TransmissionWriter.Write(message, "KAA001", new NewDelivery("", [.. called], Precedence.Priority)));
    }

    [Fact]
    public void A_copy_with_a_pilot_that_goes_again_keeps_its_pilot_and_says_ZEQ6_below_it()
    {
        var message = new MessageReader().Read(
            Encoding.ASCII.GetBytes(V45.Replace("14/0731Z\n", "14/0731Z\nZNR UUUUU\n", StringComparison.Ordinal))
        );
        var delivery = new NewDelivery("", ["RVEAAC"], Precedence.Priority) { Pilot = "ZDG", IsSentAgain = true };

        var copy = Encoding.ASCII.GetString(TransmissionWriter.Write(message, "KAA001", delivery));

        Assert.Contains("PP RVEAAC\r\r\nZNR UUUUU ZDG\r\r\n", copy, StringComparison.Ordinal);
        Assert.Contains("14/0731Z\nZNR UUUUU ZEQ6\nP R 14", copy, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ways_with_one_prefix_the_rows_of_the_table_come_first_and_only_in_their_hours()
    {
        List<string> warnings = [];
        var settings = Settings with
        {
            Routes = RouteRows.Parse(
                "prefix;way;hours;state\nRVKLDB;circuit EAA;2200-0600;\nRVKLDB;circuit KAA;;closed\nRVX;circuit NONE;;\nrv;circuit KAA;;\nRVX;circuit KAA;25;\n",
                "routes.csv",
                Settings,
                warnings
            ),
        };
        Assert.Equal(["routes.csv:4", "routes.csv:5", "routes.csv:6"], warnings.Select(warning => warning[..12]));
        Assert.Equal("LAA", At(Noon));
        Assert.Equal("EAA", At(Noon.AddHours(11)));
        Assert.Equal("EAA", At(Noon.AddHours(-11)));

        string At(DateTimeOffset at) => Name(new RoutingTable(settings).Find("RVKLDB", Level.Unclassified, null, at, _ => false).Way!);
    }

    private static string From3(Message message)
    {
        var text = Encoding.ASCII.GetString(message.Raw.Span);
        return text[text.IndexOf("DE ", StringComparison.Ordinal)..text.LastIndexOf("NNNN", StringComparison.Ordinal)];
    }

    private static Segregation Parted(IEnumerable<string> called, Level level) =>
        Segregation.Of(called, indicator => new RoutingTable(Settings).Find(indicator, level, null, Noon, _ => false));

    private static string Route(string indicator, Level level = Level.Unclassified, string? arrivedBy = null, string? closed = null)
    {
        var route = new RoutingTable(Settings).Find(
            indicator,
            level,
            arrivedBy is null ? null : NewDelivery.Circuit(arrivedBy),
            Noon,
            destination => closed is not null && destination == NewDelivery.Circuit(closed)
        );
        return route.IsOurs ? "ours"
            : route.Way is { } way ? Name(way)
            : route.Hold!.Rule;
    }

    private static string Name(Way way) => way.Destination["circuit ".Length..];

    private static CircuitSettings Circuit(string name, Level level, params string[] routes) =>
        new()
        {
            Name = name,
            Connect = "127.0.0.1:1",
            Level = level,
            Routes = [.. routes],
        };
}
