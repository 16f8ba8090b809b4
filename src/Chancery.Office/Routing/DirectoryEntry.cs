namespace Chancery.Office;

/// <summary>An addressee that the office knows: how messages for it are delivered.</summary>
/// <param name="Name">The plain-language address, or the title of an AIG or collective.</param>
/// <param name="RoutingIndicator">Its routing indicator; null where it is delivered from here, or is a list known by name only.</param>
/// <param name="Line">The line of the table.</param>
public sealed record DirectoryEntry(string Name, string? RoutingIndicator, int Line)
{
    /// <summary>The office that has it, where the addressee is ours; null where none is named.</summary>
    public string? Office { get; init; }

    /// <summary>The <c>[[mail]]</c> that serves it; null where none does.</summary>
    public string? Mail { get; init; }

    /// <summary>The <c>[[folder]]</c> that serves it; null where none does.</summary>
    public string? Folder { get; init; }

    /// <summary>Members of an AIG or collective, by name; empty for a single addressee.</summary>
    public ImmutableArray<string> Members { get; init; } = [];

    /// <summary>True where the entry names a way of delivery from here.</summary>
    public bool IsServedHere => (Office ?? Mail ?? Folder) is not null;
}
