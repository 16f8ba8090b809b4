namespace Chancery.Office;

/// <summary>How long a message may take from release to its reader, by precedence (handling.md 1.2).</summary>
public static class Objectives
{
    /// <summary>The objective; null where there is none.</summary>
    public static TimeSpan? Of(Precedence precedence) =>
        precedence switch
        {
            Precedence.Deferred => null,
            Precedence.Routine => TimeSpan.FromHours(6),
            Precedence.Priority => TimeSpan.FromHours(3),
            Precedence.Immediate or Precedence.NiactImmediate => TimeSpan.FromMinutes(30),
            _ => TimeSpan.FromMinutes(10),
        };

    /// <summary>True where a clock that began at an instant has run out.</summary>
    public static bool IsPast(Precedence precedence, DateTimeOffset since, DateTimeOffset now) =>
        Of(precedence) is { } objective && now - since > objective;
}
