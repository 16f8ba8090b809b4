namespace Chancery.Office;

/// <summary>The three keys by which a message is known (transmission.md 5.1), and the hash of its text.</summary>
/// <param name="Logged">Message and transmission identity, section, stations called, text hash.</param>
/// <param name="Channel">Channel, series and number where it came by a circuit; null otherwise.</param>
public sealed record MessageKeys(LoggedMessage Logged, string? Channel)
{
    /// <summary>True where originator, date-time group and section are the same.</summary>
    public bool IsSameMessage(LoggedMessage other) =>
        Logged.MessageIdentity is not null && Logged.MessageIdentity == other.MessageIdentity && Logged.Section == other.Section;
}
