namespace Chancery.Web;

/// <summary>How this installation's desk and API behave.</summary>
public sealed record DeskSettings
{
    /// <summary>True where people reach the desk by https: cookies then carry the <c>__Host-</c> prefix and Secure.</summary>
    public bool Https { get; init; }

    /// <summary>Left end of the banner, such as <c>EXERCISE</c>; empty for none.</summary>
    public string Banner { get; init; } = "";

    /// <summary>Largest request body in bytes.</summary>
    public long BodyLimit { get; init; } = 64L << 20;

    /// <summary>How often a live stream tells the time and looks again whether its reader may still read.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>The token of the lock file, by which commands on the store's machine act as its owner; null for none.</summary>
    public string? OwnerToken { get; init; }

    /// <summary>Highest level that may be shown through this listener.</summary>
    public Level NetworkLevel { get; init; } = Level.TopSecret;
}
