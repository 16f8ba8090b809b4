namespace Chancery.EndToEnd.Tests.Day;

/// <summary>How a message was sent.</summary>
internal enum DayEvent
{
    Whole,

    /// <summary>Left out, and sent under its number when the office asked.</summary>
    Late,

    /// <summary>The same transmission twice.</summary>
    Twice,

    /// <summary>The same message again under a new number.</summary>
    Again,

    GarbledHeading,

    GarbledText,
}
