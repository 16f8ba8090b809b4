using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <summary>What the heading and ending readers found: values, and for the checks the places (in the view) where they stand. Filled once, then left alone.</summary>
internal sealed class HeadingReading(HeadingLists lists)
{
    public Profile Profile { get; set; }
    public ChannelNumber? Channel { get; set; }
    public ImmutableArray<ChannelNumber> EarlierChannels { get; set; } = [];
    public string? SecurityProsign { get; set; }
    public CalledStations? Called { get; set; }

    /// <summary>Places of the called routing indicators, one each.</summary>
    public ImmutableArray<TextSpan> CalledSpans { get; set; } = [];

    /// <summary>Pilots, newest first, and the message's own format line 2 below them.</summary>
    public ImmutableArray<Pilot> Pilots { get; set; } = [];
    public CalledStations? CalledBelowPilots { get; set; }
    public CallingStation? Station { get; set; }

    /// <summary>Place of the station serial number, and of the filing time.</summary>
    public TextSpan SerialSpan { get; set; }
    public TextSpan FiledSpan { get; set; }

    /// <summary>True for the US form of format line 3, <c>#</c> before the serial.</summary>
    public bool HasHash { get; set; }

    /// <summary>ACP 128: a period ends the routing.</summary>
    public bool HasEndOfRouting { get; set; }

    /// <summary>ACP 127: the precedence letter of format line 2 stands twice.</summary>
    public bool IsDoubled { get; set; }

    public SecurityWarning? Security { get; set; }

    /// <summary>Place of the warning with its letters.</summary>
    public TextSpan SecuritySpan { get; set; }
    public ImmutableArray<Instruction> Instructions { get; set; } = [];
    public ImmutableArray<string> MessageInstructions { get; set; } = [];
    public PrecedencePair Precedence { get; set; } = PrecedencePair.None;
    public DateTimeGroup? Dtg { get; set; }

    /// <summary>Place of the date-time group, and what format line 5 looked like.</summary>
    public TextSpan DtgSpan { get; set; }
    public DtgLine DtgShape { get; set; }
    public Originator? From { get; set; }
    public ImmutableArray<Addressee> Action { get; set; } = [];
    public ImmutableArray<Addressee> Info { get; set; } = [];

    /// <summary>Places of <see cref="Action"/> then <see cref="Info"/>, one each.</summary>
    public ImmutableArray<TextSpan> AddresseeSpans { get; set; } = [];

    /// <summary>The addressee to whom place <paramref name="index"/> of <see cref="AddresseeSpans"/> belongs.</summary>
    public Addressee AddresseeAt(int index) => index < Action.Length ? Action[index] : Info[index - Action.Length];

    public ImmutableArray<ExemptedAddressee> Exempt { get; set; } = [];

    /// <summary>The blocks under the newest one, newest first.</summary>
    public ImmutableArray<HeadingBlock> Readdressed { get; set; } = [];

    /// <summary>Format line 5 of each of them.</summary>
    public List<BlockStart> Blocks => lists.Blocks;

    /// <summary>Accounting symbol and group count of format line 10.</summary>
    public string? Accounting { get; set; }
    public int? GroupCount { get; set; }
    public MessageForm Form { get; set; }
    public Ending Ending { get; set; } = Ending.None;

    /// <summary>Places of format lines by number 1 to 16; empty spans where absent. Continuation lines included.</summary>
    public TextSpan[] FormatLines => lists.FormatLines;

    /// <summary>Lines of the view that are page lines, ascending, in heading and text.</summary>
    public List<int> PageLines => lists.PageLines;

    /// <summary>First line of the text and the line after its last.</summary>
    public int TextFirst { get; set; }
    public int TextEnd { get; set; }

    /// <summary>Start and stop of the text in the view (they differ from line bounds only for glued forms, TB-5).</summary>
    public int TextStart { get; set; }
    public int TextStop { get; set; }

    /// <summary>Lines with text before the heading, and behind the end of the message.</summary>
    public TextSpan NoiseBefore { get; set; }
    public TextSpan NoiseBehind { get; set; }

    /// <summary>The highest level of a banner outside the text; null without any.</summary>
    public Level? BannerLevel { get; set; }

    /// <summary>True where no format line was found at all.</summary>
    public bool IsPlain { get; set; }

    /// <summary>True for a cancelled transmission (R-CANCEL).</summary>
    public bool IsCancelled { get; set; }

    /// <summary>True for receipts, answers and what machines made (TX-425, TX-437).</summary>
    public bool IsNeverAnswered { get; set; }

    /// <summary>True where FM stands a second time in the newest block.</summary>
    public bool HasSecondOriginator { get; set; }

    /// <summary>How many BT lines stand in the message.</summary>
    public int BreakCount { get; set; }

    /// <summary>Runs of the view that tile it.</summary>
    public List<MessagePart> Parts => lists.Parts;
    public List<DerivedValue> Derived => lists.Derived;
    public List<Remark> Remarks => lists.Remarks;
}
