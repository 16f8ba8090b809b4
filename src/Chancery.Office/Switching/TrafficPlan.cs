namespace Chancery.Office;

/// <summary>What the rules have decided about a message so far.</summary>
internal sealed class TrafficPlan
{
    public List<ChannelState> Channels { get; } = [];

    public List<NumberEntry> Numbers { get; } = [];

    public List<MessageLink> Links { get; } = [];

    public ImmutableArray<long> Supersedes { get; set; } = [];

    public List<NewDelivery> Deliveries { get; } = [];

    public ImmutableArray<OfficeCopy> Copies { get; set; } = [];

    public List<SwitchNote> Notes { get; } = [];

    public List<NewMessage> Services { get; } = [];

    public List<Repetition> Repetitions { get; } = [];

    public HoldReason? Hold { get; set; }

    /// <summary>The highest precedence that it has for anybody.</summary>
    public Precedence Precedence { get; set; } = Precedence.Routine;

    /// <summary>True where it is delivered here.</summary>
    public bool IsForUs { get; set; }

    /// <summary>True where it goes to an area under MINIMIZE and does not say that this was considered (handling.md PR-10).</summary>
    public bool IsAgainstMinimize { get; set; }

    /// <summary>Channel, series and number, by which the same number is known again.</summary>
    public string? ChannelKey { get; set; }

    /// <summary>The channel number that it is filed under, as printed; null where it has none.</summary>
    public string? Number { get; set; }

    /// <summary>The second number it came under, as printed; null where there is none.</summary>
    public string? Blanked { get; set; }

    /// <summary>True where a transmission came by a circuit without a number of its own.</summary>
    public bool LacksNumber { get; set; }

    /// <summary>The last number of a series that has just ended; 0 where none has.</summary>
    public int LastOfOld { get; set; }

    public TrafficDecision Decided(MessageKeys? keys) =>
        new()
        {
            Keys = keys,
            Channels = [.. Channels],
            Numbers = [.. Numbers],
            Links = [.. Links],
            Supersedes = Supersedes,
            Deliveries = [.. Deliveries],
            Copies = Copies,
            Notes = [.. Notes],
            Services = [.. Services],
            Repetitions = [.. Repetitions],
            Hold = Hold,
            States = [.. Hold is null ? [] : (string[])["held"], .. IsAgainstMinimize ? (string[])["minimize"] : []],
            Precedence = Precedence,
            // What goes through here only is the business of the stations it is for.
            IsUrgent = Precedence >= Precedence.NiactImmediate && (IsForUs || Hold is not null),
        };
}
