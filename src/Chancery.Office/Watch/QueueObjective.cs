namespace Chancery.Office;

/// <summary>How long traffic may wait before somebody must look (handling.md 1.2).</summary>
public static class QueueObjective
{
    /// <summary>The objective of a precedence; null where it has none.</summary>
    public static TimeSpan? Of(Precedence precedence) =>
        precedence switch
        {
            >= Precedence.Flash => TimeSpan.FromMinutes(10),
            >= Precedence.Immediate => TimeSpan.FromMinutes(30),
            >= Precedence.Priority => TimeSpan.FromHours(3),
            >= Precedence.Routine => TimeSpan.FromHours(6),
            _ => null,
        };
}
