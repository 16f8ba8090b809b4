namespace Chancery.Messages;

/// <summary>Under which circumstances a message is read. Immutable.</summary>
public sealed record ReaderOptions
{
    /// <summary>An archive reading with the carried tables: no receipt time, incoming.</summary>
    public static ReaderOptions Default { get; } = new();

    /// <summary>True on a circuit: a truncated message is an error there (TX-105). Every other door is archive.</summary>
    public bool Live { get; init; }

    /// <summary>True for checks before sending: severities of the outgoing column apply.</summary>
    public bool Outgoing { get; init; }

    /// <summary>When the message was received; gives years that are not printed and centuries (transmission.md 7.1). Null in an archive.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Posts and routing indicators known; the carried tables by default.</summary>
    public StationDirectory Directory { get; init; } = StationDirectory.Standard;

    /// <summary>
    /// True where the bytes show every function of a five-unit circuit: line ends as CR CR LF, LTRS behind NNNN as 1F or DEL, bells (TX-114, TX-312).
    /// Files and gateways lose them.
    /// </summary>
    public bool ShowsFunctions { get; init; }

    /// <summary>What the station knows beside the message; null where nothing is known, and rules that need it are silent.</summary>
    public IStationLog? Log { get; init; }

    /// <summary>False for whoever wants only what a message says: no check is run, and <see cref="Message.Findings"/> stays empty. A fifth of the time.</summary>
    public bool Checks { get; init; } = true;

    /// <summary>Ids of findings that are not reported.</summary>
    public ImmutableHashSet<string> Suppressed { get; init; } = [];
}
