using System.Text;
using Chancery.Messages;
using CsCheck;

namespace Chancery.Office.Tests;

/// <summary>transmission.md 4.3 and 7.2: lists are expanded, members exempted do not get it, nothing goes where it is not cleared.</summary>
public sealed class AddresseeTests
{
    private const string Table = """
        name;ri;office;mail;folder;members
        PILOT OFFICE WESTPORT;RVKLDA;;;;
        PILOT OFFICE SOUTHPORT;RVKLDB;;;;
        PILOT OFFICE EASTPORT;RVEAAC;;;;
        HARBOUR BOARD NORTHPORT;RVHBC;OPS;;;
        TUG COMPANY;;;;tug;
        AIG 207;RVHBZA;;;;PILOT OFFICE WESTPORT|PILOT OFFICE SOUTHPORT|AIG 9
        AIG 9;;;;;PILOT OFFICE EASTPORT|HARBOUR BOARD NORTHPORT|TUG COMPANY|AIG 207
        AIG 10;RVHBZB;;;;PILOT OFFICE WESTPORT|NOBODY KNOWN

        """;

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Indicators = ["RVHBZA", "RVKLDA", "RVKLDB", "RVEAAC", "RVHBC", "RVXAAA"];

    private static readonly OfficeSettings Settings = OfficeSettings.Default with
    {
        RoutingIndicators = ["RVHBC"],
        Addressees = AddresseeDirectory.Parse(Table, "addressees.csv", []),
        Folders = [new FolderSettings { Name = "tug", Out = "tug" }],
        Circuits = [Circuit("KAA", "RVK"), Circuit("EAA", "RVE")],
    };

    [Fact]
    public void A_list_goes_to_its_members_each_once_and_lists_inside_it_as_well()
    {
        var onward = Find("PP RVHBZA RVKLDB", "TO AIG 207");
        Assert.Equal(
            ["circuit KAA: RVKLDA RVKLDB", "circuit EAA: RVEAAC", "folder tug: "],
            onward.Deliveries.Select(delivery => $"{delivery.Destination}: {string.Join(' ', delivery.Called)}")
        );
        Assert.Equal(["HARBOUR BOARD NORTHPORT", "TUG COMPANY"], onward.Addressees.Select(pair => pair.Entry.Name));
        Assert.Null(onward.Hold);
    }

    [Fact]
    public void Members_exempted_do_not_get_it_unless_they_are_called_by_themselves()
    {
        var exempt = "TO AIG 207\nXMT PILOT OFFICE SOUTHPORT\nTUG COMPANY";
        Assert.Equal(["RVKLDA", "RVEAAC"], Called(Find("PP RVHBZA", exempt)));
        Assert.Equal(["RVKLDA", "RVKLDB", "RVEAAC"], Called(Find("PP RVHBZA RVKLDB", exempt)));
    }

    [Fact]
    public void A_list_known_by_name_is_expanded_at_the_origin_only()
    {
        Assert.Equal(["RVKLDA", "RVKLDB", "RVEAAC"], Called(Find("PP RVKLDA", "TO RVKLDA/PILOT OFFICE WESTPORT\nAIG 9")));
        Assert.Equal(["RVKLDA"], Called(Find("PP RVKLDA", "TO RVKLDA/PILOT OFFICE WESTPORT\nAIG 9", arrivedBy: "circuit EAA")));
    }

    [Fact]
    public void A_member_that_leads_nowhere_holds_the_message()
    {
        var onward = Find("PP RVHBZB", "TO AIG 10");
        Assert.Equal(["RVKLDA"], Called(onward));
        Assert.Contains("NOBODY KNOWN, a member of AIG 10", onward.Hold!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_addressee_of_ours_gives_its_office_the_copy_and_says_why()
    {
        var message = Message("PP RVHBC", "TO RVHBC/HARBOUR BOARD NORTHPORT");
        var copy = Assert.Single(
            DistributionTable.Empty.Distribute(message, Find("PP RVHBC", "TO RVHBC/HARBOUR BOARD NORTHPORT").Addressees)
        );
        Assert.Equal(new OfficeCopy("OPS", IsAction: true, "3.2 address", "addressee HARBOUR BOARD NORTHPORT"), copy);
        Assert.Empty(Find("PP RVKLDA", "TO RVHBC/HARBOUR BOARD NORTHPORT", arrivedBy: "circuit EAA").Addressees);
    }

    [Fact]
    public void Whatever_is_called_and_exempted_every_station_stands_in_one_copy_or_is_ours_or_is_held() =>
        Gen.Select(
                Gen.Int[0, Indicators.Length - 1].Select(i => Indicators[i]).Array[0, 8],
                Gen.Int[0, 2].Select(i => new[] { "", "PILOT OFFICE SOUTHPORT", "PILOT OFFICE EASTPORT" }[i])
            )
            .Sample(
                (called, exempt) =>
                {
                    var line2 = "PP " + string.Join(' ', called.Prepend("RVKLDA"));
                    var onward = Find(line2, "TO AIG 207" + (exempt.Length == 0 ? "" : $"\nXMT {exempt}"));
                    string[] members = exempt switch
                    {
                        "PILOT OFFICE SOUTHPORT" => ["RVKLDA", "RVEAAC"],
                        "PILOT OFFICE EASTPORT" => ["RVKLDA", "RVKLDB"],
                        _ => ["RVKLDA", "RVKLDB", "RVEAAC"],
                    };
                    var expected = called
                        .SelectMany(one => one == "RVHBZA" ? members : [one])
                        .Append("RVKLDA")
                        .Where(one => one != "RVXAAA")
                        .Distinct()
                        .Order()
                        .ToList();
                    var all = Called(onward).Concat(onward.Local).ToList();
                    return all.Distinct().Count() == all.Count
                        && all.Order().SequenceEqual(expected)
                        && (onward.Hold?.Rule == "R5") == called.Contains("RVXAAA");
                }
            );

    [Fact]
    public void Rows_that_cannot_be_used_are_told_with_their_lines_and_what_is_written_out_reads_the_same()
    {
        List<string> warnings = [];
        var directory = AddresseeDirectory.Parse(
            "name;ri;office;mail;folder;members\n;RVKL\nA;XX\nB\n\"QUOTED;NAME\";RVKLDA\nQUOTED;RVKLDA;;;;\nquoted;RVKLDB\n",
            "f",
            warnings
        );
        Assert.Equal(
            ["f:2: a row needs a name", "f:3: XX is no routing indicator", "f:4: B leads nowhere", "f:7: QUOTED stands there twice"],
            warnings.Select(one => one[..one.IndexOf(": a row is", StringComparison.Ordinal)])
        );
        Assert.Equal(["QUOTED;NAME", "QUOTED"], directory.Entries.Select(entry => entry.Name));
        Assert.Equal(directory.ToCsv(), AddresseeDirectory.Parse(directory.ToCsv(), "f", warnings).ToCsv());
    }

    [Theory]
    [InlineData("ZNY SSSSS", "RAEAAA", "TX-509")]
    [InlineData("ZNR UUUUU", "RAEAAA", null)]
    [InlineData("ZNY SSSAA", "RAEAAA", null)]
    [InlineData("ZNY SSSAA", "RCEAAA", "TX-510")]
    [InlineData("ZNY SSSAX", "RXEAAA", null)]
    [InlineData("ZNY CCCCC", "RCEAAA", null)]
    [InlineData("ZNY SSSSS", "RUEAAA", null)]
    public void A_foreign_station_gets_only_what_is_released_to_its_nation(string warning, string indicator, string? rule)
    {
        var message = new MessageReader().Read(
            Encoding.ASCII.GetBytes(
                $"VZCZCABA021\nPP {indicator}\nDE RUEHBB #0817 2731221\n{warning}\nP 291221Z SEP 08\nFM A\nTO B\nBT\nTEXT.\nBT\n#0817\nNNNN\n"
            )
        );
        var level = message.Transmission.Security!.Level!.Value;
        Assert.Equal(rule, StationClearance.Objection(message, level, indicator, StationDirectory.Parse("ri,name,kind\n"))?.Rule);
    }

    [Fact]
    public void A_station_that_is_cleared_for_less_gets_nothing_above()
    {
        var directory = StationDirectory.Parse("ri,name,kind,clearance\nRVKLDA,PILOT OFFICE,office,CONFIDENTIAL\n");
        var message = Message("PP RVKLDA", "TO A");
        Assert.Null(StationClearance.Objection(message, Level.Confidential, "RVKLDA", directory));
        Assert.Equal("TX-409", StationClearance.Objection(message, Level.Secret, "RVKLDA", directory)?.Rule);
    }

    private static IEnumerable<string> Called(Onward onward) => onward.Deliveries.SelectMany(delivery => delivery.Called);

    private static Onward Find(string line2, string addresses, string? arrivedBy = null) =>
        new OnwardRouting(Settings, StationDirectory.Parse("ri,name,kind\n")).Find(
            Message(line2, addresses),
            Level.Unclassified,
            arrivedBy,
            new HashSet<string>(),
            Noon,
            _ => false
        );

    private static Message Message(string line2, string addresses) =>
        new MessageReader().Read(
            Encoding.ASCII.GetBytes(
                $"VV   KLA207     UU\n{line2}\nDE RVHBC 058C 14/0731Z\nP 140725Z MAY 2007\nFM HARBOUR BOARD NORTHPORT\n{addresses}\nBT\nUNCLAS\nBUOY SEVEN\nBT\nNNNN\n"
            )
        );

    private static CircuitSettings Circuit(string name, params string[] routes) =>
        new()
        {
            Name = name,
            Connect = "127.0.0.1:1",
            Level = Level.Secret,
            Routes = [.. routes],
        };
}
