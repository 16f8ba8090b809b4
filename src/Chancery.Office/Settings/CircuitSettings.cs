namespace Chancery.Office;

/// <summary>A <c>[[circuit]]</c> of the settings: a line to one other station.</summary>
public sealed record CircuitSettings
{
    /// <summary>The name, which is the channel designator of three letters (transmission.md 1.4).</summary>
    public string Name { get; init; } = "";

    /// <summary>The channel designator of what we send; the name where nothing is set.</summary>
    public string? Out { get; init; }

    /// <summary>HOST:PORT to listen at, or null.</summary>
    public string? Listen { get; init; }

    /// <summary>HOST:PORT of the other station, or null.</summary>
    public string? Connect { get; init; }

    /// <summary>True where each side answers <c>QSL</c> after its commit and the sender keeps a message until then.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>How long a number may be open before it is reported (transmission.md 5.3).</summary>
    public TimeSpan ReportGapsAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After so long a silence the last number is told for comparison (transmission.md 5.3); zero never.</summary>
    public TimeSpan IdleCheck { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// After so long without the receipt that the other station owes for a FLASH (<c>R Z</c>) it is an alarm (transmission.md 3.2 P8b, TX-311; the source
    /// gives no limit); zero never.
    /// </summary>
    public TimeSpan ReceiptAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The highest level that may go out here; what is above never does (TX-512).</summary>
    public Level Level { get; init; } = Level.Unclassified;

    /// <summary>Prefixes of the routing indicators that lie behind the circuit.</summary>
    public ImmutableArray<string> Routes { get; init; } = [];

    /// <summary>The routing indicator of the station at the other end; null where only its routes are known.</summary>
    public string? Station { get; init; }

    /// <summary>The last number of a cycle, after which 001 comes; [K] in the source, so a setting.</summary>
    public int LastNumber { get; init; } = 999;

    /// <summary>True where a copy for information addressees only goes at their precedence (transmission.md 3.2 P3a).</summary>
    public bool LowersInfo { get; init; }

    /// <summary>True where our numbers begin anew at 001 with each day (UTC); else only after the last number (transmission.md 5.1; [K], so a setting).</summary>
    public bool IsDaily { get; init; }

    /// <summary>
    /// Bits a second that the line carries; 0 where nobody has said. Where it is set, a FLASH breaks off what would take more than ten seconds on the line
    /// (transmission.md 3.2 P8).
    /// </summary>
    public int Baud { get; init; }

    /// <summary>Path of the certificate, PEM; with a key the line is TLS.</summary>
    public string? Certificate { get; init; }

    /// <summary>Path of its key, PEM.</summary>
    public string? Key { get; init; }

    /// <summary>Path of the authority, PEM, that must have signed the other station's certificate; needed with TLS.</summary>
    public string? Authority { get; init; }

    /// <summary>The designator of what we send.</summary>
    public string OutDesignator => Out ?? Name;

    /// <summary>How the other station is called in format line 2 of a service message: its indicator, else the first route that can be one.</summary>
    public string Called => Station ?? Routes.FirstOrDefault(route => route.Length >= 4) ?? Name;
}
