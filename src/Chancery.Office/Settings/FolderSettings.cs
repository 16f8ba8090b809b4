namespace Chancery.Office;

/// <summary>A <c>[[folder]]</c> of the settings: files that are laid there are traffic, and traffic is laid there.</summary>
public sealed record FolderSettings
{
    /// <summary>The name by which it is shown and noted.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where files are taken from; null takes none.</summary>
    public string? In { get; init; }

    /// <summary>Where what is queued for it is laid; null where nothing goes out.</summary>
    public string? Out { get; init; }

    /// <summary>Prefixes of the routing indicators that are served by it.</summary>
    public ImmutableArray<string> Routes { get; init; } = [];

    /// <summary>The highest level that may go out here.</summary>
    public Level Level { get; init; } = Level.Unclassified;

    /// <summary>How long a file must lie still before it is taken.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(2);
}
