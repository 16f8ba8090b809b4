namespace Chancery.Messages;

/// <summary>How grave a finding is (transmission.md 11).</summary>
public enum Severity : byte
{
    /// <summary>Worth knowing, nothing to do.</summary>
    Info,

    /// <summary>Deliver with a mark.</summary>
    Warning,

    /// <summary>Hold for a person before it goes on.</summary>
    Error,
}
