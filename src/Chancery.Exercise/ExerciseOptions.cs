namespace Chancery.Exercise;

/// <summary>What traffic is wanted. The same options give the same bytes on every machine.</summary>
public sealed record ExerciseOptions
{
    /// <summary>The seed of everything that looks like chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many messages, 0 or more. Sections and copies count as messages.</summary>
    public int Count { get; init; } = 1000;

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; } = new(2026, 1, 5);

    /// <summary>Over how many days the messages are spread, 1 or more.</summary>
    public int Days { get; init; } = 28;

    /// <summary>
    /// Before this instant all messages are filed, where it is earlier than the end of the last day; for traffic that ends now.
    /// </summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The share of messages that arrive damaged, 0 to 1.</summary>
    public double Damage { get; init; }
}
