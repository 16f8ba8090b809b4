namespace Chancery.Messages;

/// <summary>The distribution printed above a released State telegram (text.md 15, AR-2).</summary>
public sealed record Distribution
{
    /// <summary>Offices that act; of a telegram that came in.</summary>
    public ImmutableArray<OfficeCopies> Action { get; init; } = [];

    /// <summary>Offices that sent it; of a telegram that went out.</summary>
    public ImmutableArray<OfficeCopies> Origin { get; init; } = [];

    /// <summary>Offices that are informed.</summary>
    public ImmutableArray<OfficeCopies> Info { get; init; } = [];

    /// <summary>The printed sum of all copies, or null.</summary>
    public int? Sum { get; init; }

    /// <summary>True where the copies add up to <see cref="Sum"/>; null without one.</summary>
    public bool? IsSumRight => Sum is { } sum ? sum == Action.Concat(Origin).Concat(Info).Sum(office => office.Copies) : null;
}
