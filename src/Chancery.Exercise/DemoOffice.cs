namespace Chancery.Exercise;

/// <summary>The office of the demo: its name, its people and its traffic. Invented throughout.</summary>
public static class DemoOffice
{
    /// <summary>The office's name.</summary>
    public const string Name = "MINFOR HOMECITY";

    /// <summary>The exercise all of it belongs to.</summary>
    public const string ExerciseName = "EXERCISE NORTHERN LANTERN";

    /// <summary>Who may sign in.</summary>
    public static ImmutableArray<DemoPerson> People { get; } =
    [
        new("officer", "lantern-officer", Level.Confidential, ["reader", "sender"], "action officer"),
        new("records", "lantern-records", Level.Secret, ["reader", "sender", "records officer"], "records officer"),
        new("comms", "lantern-comms", Level.TopSecret, ["reader", "sender", "communicator"], "communicator"),
        new("security", "lantern-security", Level.Secret, ["reader", "security officer"], "security officer"),
        new("second", "lantern-second", Level.Secret, ["reader", "security officer"], "second security officer"),
        new("admin", "lantern-admin", Level.Unclassified, ["administrator"], "keeps people, reads nothing"),
        new("auditor", "lantern-auditor", Level.Unclassified, ["auditor"], "reads the audit trail"),
        new("reader", "lantern-reader", Level.Unclassified, ["reader"], "reader without clearance"),
    ];

    /// <summary>About two thousand messages of the two weeks that end at <paramref name="now"/>.</summary>
    public static ExerciseOptions Traffic(DateTimeOffset now) =>
        new()
        {
            Seed = 8127,
            Count = 2000,
            From = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-13),
            Days = 14,
            Until = now,
            Damage = 0.03,
        };
}
