namespace Chancery.Office;

/// <summary>What an import did.</summary>
public sealed record ImportSummary
{
    /// <summary>Files read.</summary>
    public long Files { get; init; }

    /// <summary>Messages filed anew.</summary>
    public long Messages { get; init; }

    /// <summary>Messages whose bytes were there already.</summary>
    public long Duplicates { get; init; }

    /// <summary>Bytes of all messages met.</summary>
    public long Bytes { get; init; }

    /// <summary>Messages filed anew with a finding, by id, most frequent first.</summary>
    public ImmutableArray<KeyValuePair<string, long>> Findings { get; init; } = [];

    /// <summary>What could not be read, one sentence each; where there is any the exit code is 3.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>How long it took, the index included.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>True where it was interrupted: run it again for the rest.</summary>
    public bool Interrupted { get; init; }
}
