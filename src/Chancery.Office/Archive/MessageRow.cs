namespace Chancery.Office;

/// <summary>What every list shows of a filed message. Its JSON is written by <see cref="RowJson"/>.</summary>
public sealed record MessageRow
{
    private readonly Protection? protection;

    /// <summary>The id.</summary>
    public required MessageId Id { get; init; }

    /// <summary>When it was accepted.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Where it came in.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Originator and date-time group.</summary>
    public string? MessageIdentity { get; init; }

    /// <summary>Station, serial and filing time.</summary>
    public string? TransmissionIdentity { get; init; }

    /// <summary>Channel designator and number.</summary>
    public string? ChannelIdentity { get; init; }

    /// <summary>The transmission form.</summary>
    public Profile Profile { get; init; }

    /// <summary>The form of the text.</summary>
    public TextFamily Family { get; init; }

    /// <summary>Precedences of format line 5.</summary>
    public PrecedencePair Precedence { get; init; } = new(null, null);

    /// <summary>The date-time group.</summary>
    public DateTimeGroup? Dtg { get; init; }

    /// <summary>The originator.</summary>
    public Originator? From { get; init; }

    /// <summary>The action addressees.</summary>
    public ImmutableArray<Addressee> Action { get; init; } = [];

    /// <summary>The message reference number.</summary>
    public MessageReferenceNumber? Mrn { get; init; }

    /// <summary>Title and serial of a general message.</summary>
    public MessageSerial? Serial { get; init; }

    /// <summary>The section of a longer message.</summary>
    public Section? Section { get; init; }

    /// <summary>The classification line.</summary>
    public Classification? Classification { get; init; }

    /// <summary>The level that rights go by; never without a level: a message that bears none has that of its import or of the settings.</summary>
    public required EffectiveLevel EffectiveLevel { get; init; }

    /// <summary>Captions in printed order.</summary>
    public ImmutableArray<string> Captions { get; init; } = [];

    /// <summary>The TAGS.</summary>
    public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>The subject.</summary>
    public Subject? Subject { get; init; }

    /// <summary>States of its handling, such as <c>held</c>.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    /// <summary>Why it was found; empty outside of a search.</summary>
    public ImmutableArray<Snippet> Snippets { get; init; } = [];

    /// <summary>Ids of the findings, each once, in order of place.</summary>
    public ImmutableArray<string> Findings { get; init; } = [];

    /// <summary>How many findings are errors.</summary>
    public int Errors { get; init; }

    /// <summary>How many findings are warnings.</summary>
    public int Warnings { get; init; }

    /// <summary>How many findings are for information.</summary>
    public int Infos { get; init; }

    /// <summary>True where it was filed only: never held, routed, answered, alarmed or tasked.</summary>
    public bool Filing { get; init; }

    /// <summary>What protects it; where nobody has said, what the fields here tell.</summary>
    public Protection Protection
    {
        get => protection ?? Protection.Of(this);
        init => protection = value;
    }

    /// <summary>True where it tells only of the portions that are open to the reader it was made for.</summary>
    public bool IsExtract { get; init; }

    /// <summary>The level that rights go by, which a row always has.</summary>
    public Level Level => EffectiveLevel.Level ?? Level.TopSecret;

    /// <summary>The row of a message that is being filed.</summary>
    /// <param name="message">The message as read.</param>
    /// <param name="id">Its id.</param>
    /// <param name="filedAt">When it was accepted.</param>
    /// <param name="origin">Where it came in.</param>
    /// <param name="filing">True where it is filed only.</param>
    /// <param name="unmarked">The level of a message that bears none.</param>
    public static MessageRow Of(Message message, MessageId id, DateTimeOffset filedAt, Origin origin, bool filing, Level unmarked) =>
        new()
        {
            Id = id,
            FiledAt = filedAt,
            Origin = origin,
            MessageIdentity = message.MessageIdentity,
            TransmissionIdentity = message.TransmissionIdentity,
            ChannelIdentity = message.ChannelIdentity,
            Profile = message.Profile,
            Family = message.Family,
            Precedence = message.Precedence,
            Dtg = message.Dtg,
            From = message.From,
            Action = message.Action,
            Mrn = message.Mrn,
            Serial = message.Serial,
            Section = message.Section,
            Classification = message.Classification,
            EffectiveLevel = message.EffectiveLevel.Level is null ? new EffectiveLevel(unmarked, "unmarked") : message.EffectiveLevel,
            Captions = message.Captions,
            Tags = message.Tags,
            Subject = message.Subject,
            Findings = [.. message.Findings.Select(finding => finding.Id).Distinct(StringComparer.Ordinal)],
            Errors = message.Findings.Count(finding => finding.Severity == Severity.Error),
            Warnings = message.Findings.Count(finding => finding.Severity == Severity.Warning),
            Infos = message.Findings.Count(finding => finding.Severity == Severity.Info),
            Filing = filing,
        };
}
