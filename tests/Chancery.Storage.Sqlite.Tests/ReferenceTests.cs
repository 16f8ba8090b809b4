using System.Security.Cryptography;
using System.Text;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>References both ways and gaps in series, as readers of different clearance see them.</summary>
public sealed class ReferenceTests : IDisposable
{
    private static readonly Reader Secret = Samples.Person("secret", Level.Secret);
    private static readonly Reader Open = Samples.Person("open", Level.Unclassified);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task References_are_followed_both_ways_as_far_as_the_reader_sees()
    {
        await using var office = OpenOffice();
        var first = await Send(office, 11, "UNCLAS", "26 NORTHPORT 0010");
        var again = await Send(office, 11, "UNCLAS", "26 NORTHPORT 0010", "CORRECTED COPY.");
        await Send(office, 14, "UNCLAS");
        var later = await Send(office, 15, "UNCLAS", "26 NORTHPORT 0011; 26 NORTHPORT 0013");
        var hidden = await Send(office, 13, "SECRET", "26 NORTHPORT 0011");
        office.Indexer.CatchUp(null, default);

        var seen = References(office, Secret, first);
        Assert.Equal("26NORTHPORT11", seen.Number);
        Assert.Equal($"LEGATION NORTHPORT to MINFOR HOMECITY, telegram 11, 2 March 2026, 26NORTHPORT11, {first}", seen.CiteAs);
        Assert.Equal([again], seen.Copies.Select(row => row.Id));
        Assert.Equal([later, hidden], seen.CitedBy.Select(row => row.Id));
        Assert.Equal([later], References(office, Open, first).CitedBy.Select(row => row.Id));

        // What is hidden reads as what was never filed: not on file, sent between its neighbours.
        Assert.Equal(
            [
                [again, first],
                [hidden],
            ],
            References(office, Secret, later).Cites.Select(cited => cited.OnFile.Select(row => row.Id))
        );
        var missing = References(office, Open, later).Cites[1];
        Assert.Empty(missing.OnFile);
        Assert.Equal((new DateTime(2026, 3, 2, 0, 11, 0), new DateTime(2026, 3, 2, 0, 14, 0)), (missing.After, missing.Before));
        var below = Assert.Single(References(office, Open, first).Cites);
        Assert.Equal((null, new DateTime(2026, 3, 2, 0, 11, 0)), (below.After, below.Before));

        Assert.Equal([again, first], office.References.ByNumber(Open, "Reftel of northport 15 of 2026", default).Select(row => row.Id));
        Assert.Equal(
            [again, first, hidden],
            office.References.ByNumber(Secret, "reftel of 26 NORTHPORT 15", default).Select(row => row.Id)
        );
    }

    [Fact]
    public async Task A_message_without_a_number_is_followed_by_date_time_group_and_originator()
    {
        await using var office = OpenOffice();
        var cited = await Naval(office, "021000Z MAR 26", "HARBOUR BOARD NORTHPORT", "");
        await Naval(office, "021000Z MAR 26", "HARBOUR BOARD EASTPORT", "");
        var references =
            "REF/A/MSG/HARBOUR BOARD NORTHPORT/021000ZMAR26//\nREF/B/MSG/HARBOUR BOARD NORTHPORT/021100ZMAR26//\nREF/C/DOC/EXERCISE BOOK/01JAN26//\n";
        var citing = await Naval(office, "021200Z MAR 26", "COAST STATION", references);
        office.Indexer.CatchUp(null, default);

        Assert.Equal([citing], References(office, Open, cited).CitedBy.Select(row => row.Id));
        var seen = References(office, Open, citing).Cites;
        Assert.Equal(
            [
                [cited],
                [],
                [],
            ],
            seen.Select(one => one.OnFile.Select(row => row.Id))
        );
        Assert.Equal([true, true, false], seen.Select(one => one.IsLookedFor));
    }

    [Fact]
    public async Task Missing_numbers_are_listed_by_post_and_year_with_what_is_known_of_them()
    {
        Directory.CreateDirectory(folder.File("store"));
        await File.WriteAllTextAsync(
            new StoreFolder(folder.File("store")).Gaps,
            "post;year;first;last;reason\nNorthport;2026;13;14;withheld\nNORTHPORT;26;16;16;Lost\nNORTHPORT;2025;15;15;lost\n"
        );
        await using var office = OpenOffice();
        foreach (var (number, level) in new[] { (11, "UNCLAS"), (12, "SECRET"), (18, "UNCLAS"), (19, "UNCLAS") })
        {
            await Send(office, number, level);
        }

        Assert.Equal(
            "NORTHPORT 2026 11-19 held 4: 13-14 withheld 12 18, 15-15 12 18, 16-16 lost 12 18, 17-17 12 18",
            Show(Assert.Single(office.Series.Of(Secret, "north port", 2026)))
        );
        Assert.Equal(
            "NORTHPORT 2026 11-19 held 3: 12-12 11 18, 13-14 withheld 11 18, 15-15 11 18, 16-16 lost 11 18, 17-17 11 18",
            Show(Assert.Single(office.Series.Of(Open, null, null)))
        );
        Assert.Empty(office.Series.Of(Secret, "NORTHPORT", 25));
        Assert.Empty(office.Series.Of(Secret, "NORTH", 26));
        Assert.Empty(office.Series.Of(Samples.Person("none", Level.Unclassified, Roles.Administrator), null, null));
    }

    [Fact]
    public void A_row_of_reasons_that_cannot_be_read_is_told_and_left_out()
    {
        var warnings = new List<string>();
        _ = GapReasons.Parse(
            "# note\nNORTHPORT;2026;5;4;lost\nNORTHPORT;2026;4;5;eaten\nNORTHPORT;x;4;5;lost\nNORTHPORT;2026;4\n",
            "gaps.csv",
            warnings
        );
        Assert.Equal(4, warnings.Count);
        Assert.StartsWith(
            "gaps.csv:2: a row is post;year;first;last;reason with a reason of temporary, withheld, lost, unused",
            warnings[0],
            StringComparison.Ordinal
        );
    }

    private static string Show(NumberSeries series) =>
        $"{series.Post} {series.Year} {series.First}-{series.Last} held {series.Held}: "
        + string.Join(
            ", ",
            series.Gaps.Select(gap =>
                $"{gap.First}-{gap.Last}{(gap.Reason is { } reason ? " " + reason : "")} {gap.After.Minute} {gap.Before.Minute}"
            )
        );

    private static MessageReferences References(RunningOffice office, Reader asking, MessageId id) =>
        office.References.Of(asking, office.Archive.Open(asking, id)!, default);

    private static async Task<MessageId> Send(RunningOffice office, int number, string level, string reference = "", string words = "")
    {
        var lines = $"SUBJECT: EXERCISE\n{(reference.Length == 0 ? "" : $"REF: {reference}\n")}\n1. TEST TRAFFIC. {words}";
        var submission = new Submission(
            Samples.Lines(number, level, "", "", lines),
            new Origin("http", "op"),
            Samples.Person("op", Level.Secret)
        );
        return (await office.Intake.Accept(submission, default)).Accepted[0].Id;
    }

    private static async Task<MessageId> Naval(RunningOffice office, string dtg, string from, string references)
    {
        var text =
            $"R {dtg}\nFM {from}\nTO ALL SHIPS\nBT\nUNCLAS\nMSGID/GENADMIN/{from}//\nSUBJ/EXERCISE//\n{references}RMKS/1. TEST TRAFFIC.//\nBT\n";
        var submission = new Submission(Encoding.ASCII.GetBytes(text), new Origin("http", "op"), Samples.Person("op", Level.Secret));
        return (await office.Intake.Accept(submission, default)).Accepted[0].Id;
    }

    private RunningOffice OpenOffice() =>
        SqliteOffice.Open(folder.File("store"), new FakeTimeProvider(Samples.Start), RandomNumberGenerator.Create());
}
