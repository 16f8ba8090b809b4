using System.Security.Cryptography;
using System.Text;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>Copies of a quarantined message: those on file are closed with it, those that come later are closed when they come.</summary>
public sealed class SpillCopyTests() : OfficeOnFile(Settings)
{
    private const string Settings = """
        [[folder]]
        name = "drop"
        out = "out"
        level = "SECRET"
        routes = ["RVEH"]

        [[circuit]]
        name = "QQA"
        listen = "127.0.0.1:0"
        level = "SECRET"
        """;

    private static readonly Reader Sender = Samples.Person("op", Level.Secret);
    private static readonly Reader Other = Samples.Person("kim", Level.Secret);
    private static readonly Reader Filer = Samples.Person("rec", Level.Secret, Roles.RecordsOfficer | Roles.Sender);

    /// <summary>The same message in other bytes.</summary>
    public static TheoryData<string> Copies => ["the same bytes", "another station serial", "another date-time group", "another text"];

    [Theory]
    [MemberData(nameof(Copies))]
    public async Task Copies_on_file_are_closed_with_it_whichever_door_they_came_by(string which)
    {
        var spilled = await Send(Sender, Original);
        var sent = await Send(Other, Copy(which));
        var filed = await Send(Filer, Copy(which), filing: true);
        var unlike = await Send(Sender, Samples.Telegram(2, words: "ZEBRA"));

        Assert.Null(Office.Spills.Quarantine(First, spilled, "exercise"));

        Assert.True(IsClosed(spilled));
        Assert.True(IsClosed(sent));
        Assert.True(IsClosed(filed));
        Assert.False(IsClosed(unlike));
        var report = Office.Spills.Report(First, spilled)!;
        Assert.Equal([sent, filed], report.Copies.Order());
        Assert.Contains(report.Exposure, line => line.Who == "kim" && line.More!.Contains(sent.ToString(), StringComparison.Ordinal));
        Assert.Contains("WITH 2 COPIES OF IT", report.Notice, StringComparison.Ordinal);
        Assert.Contains(
            spilled.ToString(),
            Assert.Single(Office.Trail.Find(new AuditQuery { Act = AuditActs.Quarantined, Message = sent })).Note.Detail,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(Copies))]
    public async Task Copies_of_what_was_only_filed_are_found_too(string which)
    {
        var spilled = await Send(Filer, Original, filing: true);
        var copy = await Send(Filer with { Name = "ann" }, Copy(which), filing: true);

        Assert.Null(Office.Spills.Quarantine(First, spilled, "exercise"));

        Assert.True(IsClosed(copy));
    }

    [Theory]
    [MemberData(nameof(Copies))]
    public async Task A_copy_that_comes_later_is_closed_when_it_comes_and_its_sender_is_answered_as_for_any_other(string which)
    {
        var spilled = await Send(Sender, Original);
        Office.Spills.Quarantine(First, spilled, "exercise");

        foreach (var (person, filing) in new[] { (Sender, false), (Other, false), (Filer, true) })
        {
            var answer = await Office.Intake.Accept(Submit(person, Copy(which)) with { Filing = filing }, default);

            Assert.Null(answer.Refusal);
            Assert.Null(answer.Accepted[0].DuplicateOf);
            Assert.NotEqual(spilled, answer.Accepted[0].Id);
            Assert.True(IsClosed(answer.Accepted[0].Id));
            Assert.Null(Office.Archive.Open(person, answer.Accepted[0].Id));
        }
        Assert.Equal(0, Office.Archive.Count(Other, 10).Count);
        Assert.Empty(Office.Archive.Find(Other, new FindRequest("kraken"), default).Rows);
        Assert.Null(Office.Queue.Lease("folder drop", TimeSpan.FromMinutes(1), null));
    }

    [Theory]
    [InlineData("another number of the same minute")]
    [InlineData("no number")]
    public async Task Another_message_of_the_same_originator_and_minute_stays_open(string which)
    {
        var (one, other) = (Original, Samples.Telegram(1, words: "ZEBRA"));
        if (which == "no number")
        {
            (one, other) = (Without(one), Without(other));
        }
        else
        {
            other = Change(other, "UNCLAS NORTHPORT 000001", "UNCLAS NORTHPORT 000009");
        }
        var spilled = await Send(Sender, one);
        var before = await Send(Sender, other);

        Office.Spills.Quarantine(First, spilled, "exercise");

        Assert.True(IsClosed(spilled));
        Assert.False(IsClosed(before));
        Assert.False(IsClosed(await Send(Other, Change(other, "ZEBRA", "WALRUS"))));
        // Without a number, a corrected copy can only be one of what is closed.
        Assert.Equal(which == "no number", IsClosed(await Send(Other, Change(other, "ZEBRA", "CORRECTED COPY"))));

        static byte[] Without(byte[] bytes) => Change(bytes, "UNCLAS NORTHPORT 000001", "UNCLAS");
    }

    [Fact]
    public async Task The_security_officers_are_told_of_copies_that_came_and_nobody_else()
    {
        var spilled = await Send(Sender, Original);
        Office.Spills.Quarantine(First, spilled, "exercise");
        var copy = await Send(Other, Original);
        await Send(Other, Original);

        var alarm = Assert.Single(Office.Alarms.For(First)).Alarm;
        Assert.Equal((AlarmKind.Spill, default(MessageId?)), (alarm.Kind, alarm.Message));
        Assert.Empty(Office.Alarms.For(Samples.Person("com", Level.TopSecret, Roles.Communicator)));
        Assert.Equal((copy, spilled), (Office.Spills.ClosedOnArrival(First)[^1].Message, Office.Spills.ClosedOnArrival(First)[^1].Of));
        Assert.Empty(Office.Spills.ClosedOnArrival(Other));
        Office.Alarms.Look();
        Assert.Single(Office.Alarms.For(First));
        Assert.Null(Office.Alarms.Acknowledge(First, alarm.Id));
        Assert.Empty(Office.Alarms.For(First));
        Assert.Empty(Office.Verify(null, default));
    }

    [Fact]
    public async Task A_copy_goes_nowhere_until_two_persons_open_it()
    {
        var spilled = await Send(Sender, Original);
        Office.Spills.Quarantine(First, spilled, "exercise");
        var copy = await Send(Other, Copy("another date-time group"));
        Assert.All(Office.Queue.Of(copy), delivery => Assert.Equal(DeliveryState.Cancelled, delivery.State));
        Assert.NotEmpty(Office.Queue.Of(copy));

        Office.Spills.Release(First, copy, "cleared", out _);
        Office.Spills.Release(Second, copy, "cleared", out _);

        Assert.False(IsClosed(copy));
        Assert.True(IsClosed(spilled));
        Assert.NotNull(Office.Queue.Lease("folder drop", TimeSpan.FromMinutes(1), null));
    }

    [Fact]
    public async Task After_the_release_copies_come_in_as_any_other()
    {
        var spilled = await Send(Sender, Original);
        Office.Spills.Quarantine(First, spilled, "exercise");
        Office.Spills.Release(First, spilled, "cleared", out _);
        Office.Spills.Release(Second, spilled, "cleared", out _);

        Assert.False(IsClosed(await Send(Other, Original)));
    }

    [Fact]
    public async Task What_was_destroyed_does_not_come_back_after_a_restart_either()
    {
        var spilled = await Send(Sender, Original);
        Office.Spills.Quarantine(First, spilled, "exercise");
        Office.Spills.Destroy(First, spilled, "by order", out _);
        Office.Spills.Destroy(Second, spilled, "by order", out _);
        await Office.DisposeAsync();
        Open();

        Assert.True(IsClosed(await Send(Other, Original)));
        Assert.True(IsClosed(await Send(Other, Copy("another date-time group"))));
        Assert.False(IsClosed(await Send(Other, Samples.Telegram(2, words: "ZEBRA"))));
    }

    [Fact]
    public async Task Who_is_closed_already_is_looked_for_again_when_asked()
    {
        var spilled = await Send(Sender, Original);
        Office.Spills.Quarantine(First, spilled, "exercise");
        var copy = await Send(Other, Original);
        Office.Spills.Release(First, copy, "a mistake", out _);
        Office.Spills.Release(Second, copy, "a mistake", out _);

        Assert.Null(Office.Spills.Quarantine(First, spilled, "exercise"));
        Assert.True(IsClosed(copy));
        Assert.Equal("quarantined", Office.Spills.Quarantine(First, spilled, "exercise")?.Code);
    }

    [Fact]
    public async Task Messages_without_a_text_are_not_copies_of_each_other()
    {
        var spilled = await Send(Sender, "NOTHING HERE\n"u8.ToArray());
        var unlike = await Send(Sender, "R 020801Z MAR 26\n"u8.ToArray());

        Office.Spills.Quarantine(First, spilled, "exercise");

        Assert.False(IsClosed(unlike));
        Assert.False(IsClosed(await Send(Sender, "R 020802Z MAR 26\n"u8.ToArray())));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task The_station_it_came_from_is_not_told_that_what_is_closed_was_here(bool isClosed, int reports)
    {
        var first = await Arrive(Original);
        if (isClosed)
        {
            Office.Spills.Quarantine(First, first, "exercise");
        }

        await Arrive(Copy("another channel number"));

        Assert.Equal(reports, Office.Archive.List(Reader.Owner, null, 10).Rows.Count(row => row.Origin.Door == ServiceMessages.Door));
    }

    private static byte[] Original { get; } = Samples.Telegram(1, words: "KRAKEN");

    private static byte[] Copy(string which)
    {
        var text = Encoding.ASCII.GetString(Original);
        return Encoding.ASCII.GetBytes(
            which switch
            {
                "another station serial" => text.Replace("DE RVEHBB #0001", "DE RVEHBB #0077", StringComparison.Ordinal),
                "another date-time group" => text.Replace("R 020001Z", "R 030001Z", StringComparison.Ordinal),
                "another text" => text.Replace("1. KRAKEN", "1. KRAKEN CORRECTED", StringComparison.Ordinal),
                "another channel number" => text.Replace("VZCZCQQA001", "VZCZCQQA002", StringComparison.Ordinal),
                _ => text,
            }
        );
    }

    private static byte[] Change(byte[] bytes, string what, string to) =>
        Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(bytes).Replace(what, to, StringComparison.Ordinal));

    private static Submission Submit(Reader person, byte[] bytes) => new(bytes, new Origin($"door of {person.Name}", person.Name), person);

    private async Task<MessageId> Send(Reader person, byte[] bytes, bool filing = false)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return (await Office.Intake.Accept(Submit(person, bytes) with { Filing = filing }, default)).Accepted[0].Id;
    }

    private async Task<MessageId> Arrive(byte[] bytes)
    {
        var arrival = new Arrival(Office.Settings.Circuits[0]);
        var submission = new Submission(bytes, new Origin("circuit", "QQA"), Reader.Owner) { Arrival = arrival };
        return (await Office.Intake.Accept(submission, default)).Accepted[0].Id;
    }

    private bool IsClosed(MessageId id) => Office.Archive.Row(Reader.Owner, id)!.Protection.IsQuarantined;
}
