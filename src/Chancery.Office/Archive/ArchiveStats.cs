namespace Chancery.Office;

/// <summary>Counts of the messages a reader may see, each list with the most frequent first.</summary>
public sealed record ArchiveStats
{
    /// <summary>All of them.</summary>
    public long Total { get; init; }

    /// <summary>By name of the level that rights go by.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Levels { get; init; } = [];

    /// <summary>By name of the action precedence; <c>NONE</c> without one.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Precedences { get; init; } = [];

    /// <summary>By name of the transmission form.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Profiles { get; init; } = [];

    /// <summary>By name of the form of the text.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Families { get; init; } = [];

    /// <summary>Messages with a finding, by id of the finding.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Findings { get; init; } = [];
}
