namespace Chancery.Office;

/// <summary>A <c>[[mail]]</c> of the settings: mailboxes that stand for stations.</summary>
public sealed record MailSettings
{
    /// <summary>The name by which it is shown and noted.</summary>
    public string Name { get; init; } = "";

    /// <summary>The mailboxes.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Prefixes of the routing indicators that are served by it.</summary>
    public ImmutableArray<string> Routes { get; init; } = [];

    /// <summary>The highest level that may go out here.</summary>
    public Level Level { get; init; } = Level.Unclassified;
}
