using System.Security.Cryptography;
using System.Text;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>A message that came where it must not be: closed, opened by two, destroyed by two.</summary>
public sealed class SpillTests : IAsyncLifetime
{
    private const string Settings = """
        [[folder]]
        name = "drop"
        out = "out"
        level = "SECRET"
        routes = ["RVEH"]
        """;

    private static readonly Reader Sender = Samples.Person("op", Level.Secret);
    private static readonly Reader First = Samples.Person("sue", Level.Secret, Roles.SecurityOfficer);
    private static readonly Reader Second = Samples.Person("tom", Level.Secret, Roles.SecurityOfficer);
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = Samples.Clock();
    private readonly RandomNumberGenerator chance = RandomNumberGenerator.Create();
    private RunningOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder.File("store"));
        await File.WriteAllTextAsync(Path.Combine(folder.File("store"), "chancery.toml"), Settings);
        office = SqliteOffice.Open(folder.File("store"), clock, chance);
    }

    public async ValueTask DisposeAsync()
    {
        await office.DisposeAsync();
        chance.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_quarantine_closes_lists_counts_facets_and_searches_to_all_but_security_officers()
    {
        var spilled = await Send(1, "KRAKEN");
        await Send(2, "ZEBRA");
        office.Indexer.CatchUp(null, default);

        Assert.Null(office.Spills.Quarantine(First, spilled, "exercise"));

        Assert.Null(office.Archive.Open(Sender, spilled));
        Assert.Single(office.Archive.List(Sender, null, 10).Rows);
        Assert.Equal(1, office.Archive.Count(Sender, 10).Count);
        Assert.Equal(0, Found(Sender, "kraken"));
        Assert.Equal(1, office.Archive.Facets(Sender, "", default).Total.Count);
        Assert.Empty(office.Archive.Complete(Sender, "serial:kraken"));
        Assert.Equal(1, Found(First, "kraken"));
        Assert.NotNull(office.Archive.Open(First, spilled));
    }

    [Fact]
    public async Task What_is_not_indexed_yet_is_closed_too()
    {
        var spilled = await Send(1, "KRAKEN");

        Assert.Null(office.Spills.Quarantine(First, spilled, "exercise"));

        Assert.Equal(0, Found(Sender, "kraken"));
        Assert.Equal(1, Found(First, "kraken"));
    }

    [Fact]
    public async Task What_waits_to_be_delivered_is_stopped_and_goes_on_after_the_release()
    {
        var spilled = await Send(1, "KRAKEN");
        var delivery = Assert.Single(office.Queue.Of(spilled));
        Assert.Equal(DeliveryState.Queued, delivery.State);

        Assert.Null(office.Spills.Quarantine(First, spilled, "exercise"));
        Assert.Equal(DeliveryState.Cancelled, Assert.Single(office.Queue.Of(spilled)).State);
        Assert.Null(office.Queue.Lease(delivery.Destination, TimeSpan.FromMinutes(1), null));

        Assert.Null(office.Spills.Release(First, spilled, "cleared", out _));
        Assert.Null(office.Spills.Release(Second, spilled, "cleared", out _));
        Assert.NotNull(office.Queue.Lease(delivery.Destination, TimeSpan.FromMinutes(1), null));
    }

    [Fact]
    public async Task Nobody_releases_alone()
    {
        var spilled = await Send(1, "KRAKEN");
        office.Spills.Quarantine(First, spilled, "exercise");

        Assert.Null(office.Spills.Release(First, spilled, "cleared", out var isDone));
        Assert.False(isDone);
        Assert.Equal("two-persons", office.Spills.Release(First, spilled, "cleared", out _)?.Code);
        Assert.Null(office.Archive.Open(Sender, spilled));

        Assert.Null(office.Spills.Release(Second, spilled, "cleared", out isDone));
        Assert.True(isDone);
        Assert.NotNull(office.Archive.Open(Sender, spilled));
        Assert.Equal(1, Found(Sender, "kraken"));
    }

    [Fact]
    public async Task An_old_proposal_counts_for_no_later_quarantine()
    {
        var spilled = await Send(1, "KRAKEN");
        office.Spills.Quarantine(First, spilled, "exercise");
        office.Spills.Destroy(First, spilled, "wrong message", out _);
        office.Spills.Release(First, spilled, "cleared", out _);
        office.Spills.Release(Second, spilled, "cleared", out _);
        office.Spills.Quarantine(First, spilled, "again");

        Assert.Null(office.Spills.Destroy(Second, spilled, "exercise", out var isDone));
        Assert.False(isDone);
    }

    [Theory]
    [InlineData(Roles.Reader | Roles.RecordsOfficer | Roles.Communicator)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Auditor)]
    public async Task Only_security_officers_close_open_and_ask_who_saw_it(Roles roles)
    {
        var id = await Send(1, "KRAKEN");
        var other = Samples.Person("ned", Level.TopSecret, roles);

        Assert.Equal("not-a-security-officer", office.Spills.Quarantine(other, id, "exercise")?.Code);
        Assert.Equal("not-a-security-officer", office.Spills.Release(other, id, "exercise", out _)?.Code);
        Assert.Equal("not-a-security-officer", office.Spills.Destroy(other, id, "exercise", out _)?.Code);
        Assert.Null(office.Spills.Report(other, id));
        Assert.Equal("no-reason", office.Spills.Quarantine(First, id, " ")?.Code);
    }

    [Fact]
    public async Task Who_opened_it_and_where_it_was_sent_is_listed_for_the_notice()
    {
        var spilled = await Send(1, "KRAKEN");
        var destination = office.Queue.Of(spilled)[0].Destination;
        office.Queue.Deliver(office.Queue.Lease(destination, TimeSpan.FromMinutes(1), null)!, "laid down");
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(office.Viewing.Open(Sender, spilled, AuditActs.View, null).Opened);
        office.Spills.Quarantine(First, spilled, "exercise");
        await Until(() => office.Spills.Report(First, spilled)!.Exposure.Any(line => line.How == "opened"));

        var report = office.Spills.Report(First, spilled)!;

        Assert.Equal("quarantined", report.State);
        Assert.Equal(["brought it", "delivered", "opened"], report.Exposure.Select(line => line.How));
        Assert.Equal(["op", destination, "op"], report.Exposure.Select(line => line.Who));
        Assert.Contains("1 PERSON OPENED IT", report.Notice, StringComparison.Ordinal);
        Assert.Contains(destination.ToUpperInvariant(), report.Notice, StringComparison.Ordinal);
        Assert.Contains("op,opened", report.Csv(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_destroyed_message_nothing_is_left_in_the_store_and_both_chains_hold()
    {
        var kept = await Send(1, "ZEBRA");
        var spilled = await Send(2, "KRAKENWORD HYDRAWORD");
        for (var number = 3; number < 40; number++)
        {
            await Send(number, $"FILLER {number}");
        }
        office.Indexer.CatchUp(null, default);
        // The index writes a term without what it shares with the one before.
        Assert.True(HoldsText("KRAKENWORD") && HoldsText("rakenword"));
        office.Spills.Quarantine(First, spilled, "exercise");

        Assert.Null(office.Spills.Destroy(First, spilled, "by order", out var isDone));
        Assert.False(isDone);
        Assert.True(HoldsText("KRAKENWORD"));
        Assert.Null(office.Spills.Destroy(Second, spilled, "by order", out isDone));
        Assert.True(isDone);

        Assert.Empty(office.Verify(null, default));
        foreach (var word in new[] { "KRAKENWORD", "rakenword", "HYDRAWORD", "ydraword", "NUMBER 2\n", "NORTHPORT 000002", "K2K" })
        {
            Assert.False(HoldsText(word), $"{word} is still there");
        }
        Assert.Equal(1, Found(Sender, "zebra"));
        Assert.NotNull(office.Archive.Open(Sender, kept));
        Assert.Null(office.Archive.Open(Sender, spilled));
        var stub = office.Archive.Open(First, spilled)!;
        Assert.Equal(["destroyed"], stub.Row.States);
        Assert.True(stub.Raw.IsEmpty);
        var certificate = office.Trail.Find(new AuditQuery { Act = AuditActs.Destroyed }).Single();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Samples.Telegram(2, words: "KRAKENWORD HYDRAWORD")));
        Assert.Contains(hash, certificate.Note.Detail, StringComparison.Ordinal);
        Assert.Equal(0, office.Rereading.Run("test", null, default).Changed);
        Assert.Equal("destroyed", office.Spills.Report(First, spilled)!.State);
    }

    [Fact]
    public async Task A_store_whose_message_was_destroyed_opens_again_and_goes_on()
    {
        var spilled = await Send(1, "KRAKEN");
        office.Spills.Quarantine(First, spilled, "exercise");
        office.Spills.Destroy(First, spilled, "by order", out _);
        office.Spills.Destroy(Second, spilled, "by order", out _);
        await office.DisposeAsync();

        office = SqliteOffice.Open(folder.File("store"), clock, chance);
        await Send(2, "ZEBRA");
        office.Indexer.CatchUp(null, default);

        Assert.Equal(1, Found(Sender, "zebra"));
        Assert.Equal("not-quarantined", office.Spills.Release(First, spilled, "too late", out _)?.Code);
        Assert.Empty(office.Verify(null, default));
    }

    [Fact]
    public async Task What_took_the_place_of_destroyed_bytes_is_damage()
    {
        var spilled = await Send(1, "KRAKEN");
        office.Spills.Quarantine(First, spilled, "exercise");
        office.Spills.Destroy(First, spilled, "by order", out _);
        office.Spills.Destroy(Second, spilled, "by order", out _);
        using (var session = new Session(Path.Combine(folder.File("store"), "chancery.db")))
        {
            session.Do("UPDATE bytes SET raw = x'41'");
        }

        Assert.Contains(office.Verify(null, default), sentence => sentence.Contains("destroyed", StringComparison.Ordinal));
    }

    private async Task<MessageId> Send(int number, string words)
    {
        var submission = new Submission(Samples.Telegram(number, words: words), new Origin("http", Sender.Name), Sender);
        return (await office.Intake.Accept(submission, default)).Accepted[0].Id;
    }

    private int Found(Reader asking, string query) => office.Archive.Find(asking, new FindRequest(query), default).Rows.Count;

    /// <summary>True where any file of the store holds the text, as it is printed or as the index writes it.</summary>
    private bool HoldsText(string text) =>
        Directory
            .EnumerateFiles(folder.File("store"), "*", SearchOption.AllDirectories)
            .Any(file =>
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(text)) >= 0;
            });

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; tries < 400 && !holds(); tries++)
        {
            await Task.Delay(25);
        }
        Assert.True(holds());
    }
}
