namespace Chancery.Web.Desk;

/// <summary>The one table of keys (desk: keyboard). A screen's keys are its own and those of every screen.</summary>
public static class Keys
{
    /// <summary>Keys that work on every screen.</summary>
    public static ImmutableArray<Key> Everywhere { get; } =
    [
        new("/", "search or go", "find", InLine: true),
        new("g t", "go to Traffic"),
        new("g s", "go to Search"),
        new("g q", "go to Queues"),
        new("g a", "go to the Registry, for those who have one"),
        new("g m", "go to my settings"),
        new("?", "all keys", "keys", InLine: true),
        new("Esc", "close, leave a field"),
    ];

    /// <summary>Keys of Traffic.</summary>
    public static ImmutableArray<Key> Traffic { get; } =
    [
        new("j", "next message", "next", InLine: true),
        new("k", "previous message", "previous", InLine: true),
        new("enter|o", "open", "open", InLine: true),
        new(".", "show new messages"),
        new("[", "newer page"),
        new("]", "older page"),
        new("w", "wrap or 69 columns", "wrap"),
    ];

    /// <summary>Keys of a message.</summary>
    public static ImmutableArray<Key> Message { get; } =
    [
        new("u", "back to the list"),
        new("n", "next finding", "finding", InLine: true),
        new("N", "previous finding", "findingBack", InLine: true),
        new("w", "wrap or 69 columns", "wrap", InLine: true),
        new("1", "Reading"),
        new("2", "Raw"),
        new("3", "History"),
    ];

    /// <summary>Keys of Search.</summary>
    public static ImmutableArray<Key> Search { get; } =
    [
        new("j", "next message", "next", InLine: true),
        new("k", "previous message", "previous", InLine: true),
        new("enter|o", "open", "open", InLine: true),
        new("n", "next hit", "finding"),
        new("N", "previous hit", "findingBack"),
        new("s", "keep this search"),
        new("[", "first page"),
        new("]", "next page"),
    ];

    /// <summary>Keys of Queues.</summary>
    public static ImmutableArray<Key> Queues { get; } = [new("b", "send by the offered circuit")];

    /// <summary>Keys of a held message.</summary>
    public static ImmutableArray<Key> Held { get; } =
    [
        new("f", "use what is proposed"),
        new("a", "ask for repeat"),
        new("h", "keep holding"),
        new("n", "next finding", "finding", InLine: true),
        new("N", "previous finding", "findingBack"),
    ];

    /// <summary>Name and keys of each screen, for the help.</summary>
    public static ImmutableArray<(string Screen, ImmutableArray<Key> Keys)> All { get; } =
    [
        ("Traffic", Traffic),
        ("Message", Message),
        ("Search", Search),
        ("Queues", Queues),
        ("Held message", Held),
        ("Every screen", Everywhere),
    ];
}
