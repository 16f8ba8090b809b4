using System.Security.Cryptography;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>Two persons open one message to a third for a while.</summary>
public sealed class EmergencyTests() : OfficeOnFile("")
{
    private MessageId secret;

    private Reader Kim => Office.People.AsReader("kim")!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Assert.Null(Office.People.Add(new Person("kim", Level.Unclassified, null, Roles.Reader, Clock.GetUtcNow()), "exercise-password-1"));
        var submission = new Submission(
            Samples.Telegram(1, "SECRET", "KRAKEN"),
            new Origin("http", "op"),
            Samples.Person("op", Level.Secret)
        );
        secret = (await Office.Intake.Accept(submission, default)).Accepted[0].Id;
        Office.Indexer.CatchUp(null, default);
    }

    [Fact]
    public void Two_persons_open_one_message_to_a_third_until_the_time_is_over()
    {
        Assert.Null(Office.Emergencies.Open(First, secret, "KIM", "exercise", out var granted));
        Assert.Null(granted);
        Assert.Null(Office.Archive.Open(Kim, secret));

        Assert.Null(Office.Emergencies.Open(Second, secret, "kim", "agreed", out granted));
        Assert.Equal(Clock.GetUtcNow().AddHours(1), granted!.Until);
        Assert.NotNull(Office.Archive.Open(Kim, secret));
        Assert.Equal("emergency access", ReadingRights.Look(Kim, Office.Archive.Row(Reader.Owner, secret)!).Why);
        // By its id only: lists and counts stay as they were.
        Assert.Empty(Office.Archive.List(Kim, null, 10).Rows);
        Assert.Empty(Office.Archive.Find(Kim, new FindRequest("kraken"), default).Rows);

        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(Office.Archive.Open(Kim, secret));
    }

    [Fact]
    public void Nobody_opens_alone_for_himself_or_without_the_role()
    {
        Office.Emergencies.Open(First, secret, "kim", "exercise", out _);

        Assert.Equal("two-persons", Office.Emergencies.Open(First, secret, "kim", "exercise", out _)?.Code);
        Assert.Equal("no-such-person", Office.Emergencies.Open(First, secret, "nobody", "exercise", out _)?.Code);
        Assert.Equal("not-a-security-officer", Office.Emergencies.Open(Kim, secret, "kim", "exercise", out _)?.Code);
        Office.People.Change("kim", person => person with { Roles = Roles.SecurityOfficer });
        Assert.Equal("for-yourself", Office.Emergencies.Open(Kim, secret, "kim", "exercise", out _)?.Code);
        Assert.Null(Office.Archive.Open(Kim, secret));
    }

    [Fact]
    public void What_is_quarantined_or_above_the_network_is_not_opened_by_it()
    {
        Office.Emergencies.Open(First, secret, "kim", "exercise", out _);
        Office.Emergencies.Open(Second, secret, "kim", "exercise", out _);
        Assert.Null(Office.Archive.Open(Kim with { NetworkLevel = Level.Confidential }, secret));

        Office.Spills.Quarantine(First, secret, "exercise");

        Assert.Null(Office.Archive.Open(Kim, secret));
        Assert.Equal("no-such-message", Office.Emergencies.Open(First, secret, "kim", "exercise", out _)?.Code);
    }

    [Fact]
    public void Each_step_stands_in_the_audit_trail_with_who_and_why()
    {
        Office.Emergencies.Open(First, secret, "kim", "fire in the annex", out _);
        Office.Emergencies.Open(Second, secret, "kim", "agreed", out _);

        var lines = Office.Trail.Find(new AuditQuery { Message = secret, Act = "emergency" });

        Assert.Equal(["tom", "sue"], lines.Select(line => line.Note.Who));
        Assert.Contains("proposed by sue: fire in the annex", lines[0].Note.Detail, StringComparison.Ordinal);
        Assert.Empty(Office.Trail.Verify(out _));
        Assert.Empty(Office.Emergencies.Of(Kim));
        Assert.Single(Office.Emergencies.Of(Samples.Person("aud", Level.Unclassified, Roles.Auditor)));
    }
}
