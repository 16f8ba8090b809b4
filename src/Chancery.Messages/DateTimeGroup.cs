namespace Chancery.Messages;

/// <summary>A date-time group as printed, with the instant it means (transmission.md 7.1).</summary>
/// <param name="Raw">As printed, without precedence, such as <c>141207Z APR 26</c>.</param>
/// <param name="Utc">The instant; null where the group is damaged (TX-207) or its year cannot be known.</param>
public sealed record DateTimeGroup(string Raw, DateTimeOffset? Utc)
{
    /// <summary>True where the year was not printed and was inferred (TX-212).</summary>
    public bool YearInferred { get; init; }
}
