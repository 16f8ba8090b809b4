namespace Chancery.Web.Desk;

/// <summary>What the frame around a screen needs to know: set by each page, read by the layout.</summary>
public sealed record Frame
{
    /// <summary>Title of the window; never a subject.</summary>
    public string Title { get; init; } = Texts.Product;

    /// <summary>The highest level of what the view holds.</summary>
    public Level Level { get; init; } = Level.Unclassified;

    /// <summary>Right end of the banner where the view is an extract, such as <c>extract of a SECRET message</c>.</summary>
    public string? Extract { get; init; }

    /// <summary>Which menu item is this screen: <c>traffic</c>, <c>search</c> or none.</summary>
    public string Screen { get; init; } = "";

    /// <summary>The screen's own keys.</summary>
    public ImmutableArray<Key> Keys { get; init; } = [];

    /// <summary>The highest of some levels; UNCLASSIFIED for none.</summary>
    public static Level Highest(IEnumerable<Level> levels) =>
        levels.Aggregate(Level.Unclassified, static (highest, level) => level > highest ? level : highest);
}
