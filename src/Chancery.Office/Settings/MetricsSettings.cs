namespace Chancery.Office;

/// <summary>The <c>[metrics]</c> section of the settings: where what the office counts of itself is sent.</summary>
public sealed record MetricsSettings
{
    /// <summary>Where a collector takes OTLP over HTTP, such as <c>http://127.0.0.1:4318/v1/metrics</c>; null sends nothing.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>How often.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(30);
}
