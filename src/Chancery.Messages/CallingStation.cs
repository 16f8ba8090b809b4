namespace Chancery.Messages;

/// <summary>Format line 3: who prepared the message for transmission (transmission.md 2.5).</summary>
/// <param name="RoutingIndicator">The calling station.</param>
/// <param name="Serial">Station serial number as printed, with its letter; null in short service messages.</param>
/// <param name="FiledRaw">The filing time as printed, <c>2731221</c> or <c>14/0731Z</c>; null where absent.</param>
/// <param name="Filed">The filing instant; null where absent, damaged or of unknown year.</param>
public sealed record CallingStation(string RoutingIndicator, string? Serial, string? FiledRaw, DateTimeOffset? Filed)
{
    /// <summary>The filing time where it has the Julian form <c>dddhhmm</c>, else null.</summary>
    public string? Julian { get; init; }

    /// <summary>True for the US form, <c>#</c> before the serial.</summary>
    public bool HasHash { get; init; }

    /// <summary>The section number of State form behind the serial, or null.</summary>
    public int? Section { get; init; }
}
