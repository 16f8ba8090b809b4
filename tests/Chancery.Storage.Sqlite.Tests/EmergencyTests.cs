using System.Security.Cryptography;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>Two persons open one message to a third for a while.</summary>
public sealed class EmergencyTests : IAsyncLifetime
{
    private static readonly Reader First = Samples.Person("sue", Level.Secret, Roles.SecurityOfficer);
    private static readonly Reader Second = Samples.Person("tom", Level.Secret, Roles.SecurityOfficer);
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = Samples.Clock();
    private readonly RandomNumberGenerator chance = RandomNumberGenerator.Create();
    private RunningOffice office = null!;
    private MessageId secret;

    private Reader Kim => office.People.AsReader("kim")!;

    public async ValueTask InitializeAsync()
    {
        office = SqliteOffice.Open(folder.File("store"), clock, chance);
        Assert.Null(office.People.Add(new Person("kim", Level.Unclassified, null, Roles.Reader, clock.GetUtcNow()), "exercise-password-1"));
        var submission = new Submission(
            Samples.Telegram(1, "SECRET", "KRAKEN"),
            new Origin("http", "op"),
            Samples.Person("op", Level.Secret)
        );
        secret = (await office.Intake.Accept(submission, default)).Accepted[0].Id;
        office.Indexer.CatchUp(null, default);
    }

    public async ValueTask DisposeAsync()
    {
        await office.DisposeAsync();
        chance.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Two_persons_open_one_message_to_a_third_until_the_time_is_over()
    {
        Assert.Null(office.Emergencies.Open(First, secret, "KIM", "exercise", out var granted));
        Assert.Null(granted);
        Assert.Null(office.Archive.Open(Kim, secret));

        Assert.Null(office.Emergencies.Open(Second, secret, "kim", "agreed", out granted));
        Assert.Equal(clock.GetUtcNow().AddHours(1), granted!.Until);
        Assert.NotNull(office.Archive.Open(Kim, secret));
        Assert.Equal("emergency access", ReadingRights.Look(Kim, office.Archive.Row(Reader.Owner, secret)!).Why);
        // By its id only: lists and counts stay as they were.
        Assert.Empty(office.Archive.List(Kim, null, 10).Rows);
        Assert.Empty(office.Archive.Find(Kim, new FindRequest("kraken"), default).Rows);

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(office.Archive.Open(Kim, secret));
    }

    [Fact]
    public void Nobody_opens_alone_for_himself_or_without_the_role()
    {
        office.Emergencies.Open(First, secret, "kim", "exercise", out _);

        Assert.Equal("two-persons", office.Emergencies.Open(First, secret, "kim", "exercise", out _)?.Code);
        Assert.Equal("no-such-person", office.Emergencies.Open(First, secret, "nobody", "exercise", out _)?.Code);
        Assert.Equal("not-a-security-officer", office.Emergencies.Open(Kim, secret, "kim", "exercise", out _)?.Code);
        office.People.Change("kim", person => person with { Roles = Roles.SecurityOfficer });
        Assert.Equal("for-yourself", office.Emergencies.Open(Kim, secret, "kim", "exercise", out _)?.Code);
        Assert.Null(office.Archive.Open(Kim, secret));
    }

    [Fact]
    public void What_is_quarantined_or_above_the_network_is_not_opened_by_it()
    {
        office.Emergencies.Open(First, secret, "kim", "exercise", out _);
        office.Emergencies.Open(Second, secret, "kim", "exercise", out _);
        Assert.Null(office.Archive.Open(Kim with { NetworkLevel = Level.Confidential }, secret));

        office.Spills.Quarantine(First, secret, "exercise");

        Assert.Null(office.Archive.Open(Kim, secret));
        Assert.Equal("no-such-message", office.Emergencies.Open(First, secret, "kim", "exercise", out _)?.Code);
    }

    [Fact]
    public void Each_step_stands_in_the_audit_trail_with_who_and_why()
    {
        office.Emergencies.Open(First, secret, "kim", "fire in the annex", out _);
        office.Emergencies.Open(Second, secret, "kim", "agreed", out _);

        var lines = office.Trail.Find(new AuditQuery { Message = secret, Act = "emergency" });

        Assert.Equal(["tom", "sue"], lines.Select(line => line.Note.Who));
        Assert.Contains("proposed by sue: fire in the annex", lines[0].Note.Detail, StringComparison.Ordinal);
        Assert.Empty(office.Trail.Verify(out _));
        Assert.Empty(office.Emergencies.Of(Kim));
        Assert.Single(office.Emergencies.Of(Samples.Person("aud", Level.Unclassified, Roles.Auditor)));
    }
}
