namespace Chancery.Office;

/// <summary>How a circuit stands at this moment.</summary>
/// <param name="Name">The circuit.</param>
/// <param name="State"><c>up</c>, <c>listening</c>, <c>connecting</c>, <c>closed</c> or <c>down</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Detail">One clause for people, or null.</param>
public sealed record CircuitStatus(string Name, string State, DateTimeOffset Since, string? Detail)
{
    /// <summary>When something last came; null where nothing did.</summary>
    public DateTimeOffset? HeardAt { get; init; }
}
