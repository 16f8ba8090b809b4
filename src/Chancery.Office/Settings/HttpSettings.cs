namespace Chancery.Office;

/// <summary>The <c>[http]</c> section of the settings.</summary>
public sealed record HttpSettings
{
    /// <summary>Path of the certificate, PEM; null serves plain HTTP.</summary>
    public string? Certificate { get; init; }

    /// <summary>Path of its key, PEM.</summary>
    public string? Key { get; init; }

    /// <summary>The highest level that may be shown over this listener.</summary>
    public Level NetworkLevel { get; init; } = Level.TopSecret;
}
