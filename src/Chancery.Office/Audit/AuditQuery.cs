namespace Chancery.Office;

/// <summary>Which lines of the audit trail are wanted; what is null is not asked.</summary>
public sealed record AuditQuery
{
    /// <summary>The person.</summary>
    public string? Who { get; init; }

    /// <summary>The beginning of the act.</summary>
    public string? Act { get; init; }

    /// <summary>The message.</summary>
    public MessageId? Message { get; init; }

    /// <summary>Not before this.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only lines older than this one.</summary>
    public long? Before { get; init; }

    /// <summary>How many at most, newest first.</summary>
    public int Limit { get; init; } = 100;
}
