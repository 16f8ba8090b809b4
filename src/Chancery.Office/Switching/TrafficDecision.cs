namespace Chancery.Office;

/// <summary>What becomes of a message when it is accepted; written in the same commit.</summary>
public sealed record TrafficDecision
{
    /// <summary>True where nothing is filed because the same transmission is there (D1); <see cref="DuplicateOf"/> names it.</summary>
    public bool IsDropped { get; init; }

    /// <summary>The earlier message it repeats, or null.</summary>
    public KnownMessage? DuplicateOf { get; init; }

    /// <summary>The keys under which it is known from now on; null where none are kept.</summary>
    public MessageKeys? Keys { get; init; }

    /// <summary>States of its handling, such as <c>held</c>.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>What it is to earlier messages.</summary>
    public ImmutableArray<MessageLink> Links { get; init; } = [];

    /// <summary>The numbers of earlier messages that it takes the place of.</summary>
    public ImmutableArray<long> Supersedes { get; init; } = [];

    /// <summary>Where it goes.</summary>
    public ImmutableArray<NewDelivery> Deliveries { get; init; } = [];

    /// <summary>Which office gets a copy, and why.</summary>
    public ImmutableArray<OfficeCopy> Copies { get; init; } = [];

    /// <summary>The precedence by which its clocks run.</summary>
    public Precedence Precedence { get; init; } = Precedence.Routine;

    /// <summary>True where somebody must be told at once, day or night (handling.md PR-8).</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Channels that moved.</summary>
    public ImmutableArray<ChannelState> Channels { get; init; } = [];

    /// <summary>Channel numbers that changed; those without a message of their own get this one's where they are received.</summary>
    public ImmutableArray<NumberEntry> Numbers { get; init; } = [];

    /// <summary>Why it is held, with the rule; null where it is not.</summary>
    public HoldReason? Hold { get; init; }

    /// <summary>Journal lines about it.</summary>
    public ImmutableArray<SwitchNote> Notes { get; init; } = [];

    /// <summary>Messages of our own that it calls for: filed and queued behind it, in the same commit.</summary>
    public ImmutableArray<NewMessage> Services { get; init; } = [];

    /// <summary>Messages sent earlier that are to go again under a new number (ZDK).</summary>
    public ImmutableArray<Repetition> Repetitions { get; init; } = [];
}
