namespace Chancery.Office;

/// <summary>A <c>[[folder]]</c> of the settings: files that are laid there are traffic.</summary>
public sealed record FolderSettings
{
    /// <summary>The name by which it is shown and noted.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where files are taken from; null takes none.</summary>
    public string? In { get; init; }

    /// <summary>How long a file must lie still before it is taken.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(2);
}
