namespace Chancery.Office;

/// <summary>The settings of an office, from <c>chancery.toml</c> in the store folder. Immutable.</summary>
public sealed partial record OfficeSettings
{
    /// <summary>What holds where nothing is set.</summary>
    public static OfficeSettings Default { get; } = new();

    /// <summary>The level of a message that bears none.</summary>
    public Level UnmarkedLevel { get; init; } = Level.Secret;

    /// <summary>Path of the office's own directory of posts and routing indicators; null for the carried tables.</summary>
    public string? Directory { get; init; }

    /// <summary>How much is taken in at once.</summary>
    public IntakeLimits Limits { get; init; } = new();

    /// <summary>The listener.</summary>
    public HttpSettings Http { get; init; } = new();

    /// <summary>What was odd in the file, one sentence each: unknown keys, values that cannot be.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
