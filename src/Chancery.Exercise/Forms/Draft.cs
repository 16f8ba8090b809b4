namespace Chancery.Exercise.Forms;

using Words;
using World;

/// <summary>
/// All that a message is to say, before it takes the form of a profile. Immutable: a copy is a draft with another signal.
/// </summary>
internal sealed record Draft(string Kind, Station From, Profile Profile, TextFamily Family, DateTimeOffset Time, Theme Theme)
{
    public Level Level { get; init; }
    public Precedence Action { get; init; } = Precedence.Routine;
    public Precedence? Info { get; init; }
    public ImmutableArray<Target> To { get; init; } = [];
    public ImmutableArray<Target> Copies { get; init; } = [];

    /// <summary>Members of the collective that stands last in <see cref="Copies"/> who are not to get the message.</summary>
    public ImmutableArray<string> Exempt { get; init; } = [];

    /// <summary>The subject without its mark, in the case it is printed in.</summary>
    public string Subject { get; init; } = "";
    public bool SubjectIsMarked { get; init; }
    public ImmutableArray<Citation> References { get; init; } = [];
    public ImmutableArray<DraftParagraph> Body { get; init; } = [];
    public ImmutableArray<string> Captions { get; init; } = [];
    public bool ForNationalsOnly { get; init; }
    public PassingLine? Passing { get; init; }

    /// <summary>The number of a State telegram, and of any station's serial.</summary>
    public long Number { get; init; }
    public DateTimeOffset Filed { get; init; }

    /// <summary>Upper case throughout, as old circuits want it.</summary>
    public bool IsUpperCase { get; init; }
    public string LineEnd { get; init; } = "\n";

    /// <summary>False for an archive copy that has lost its BT lines.</summary>
    public bool HasBreaks { get; init; } = true;

    /// <summary>True where pages are marked by page lines.</summary>
    public bool HasPages { get; init; }

    /// <summary>Title and serial of a general message, or null.</summary>
    public MessageSerial? Serial { get; init; }
    public string Signature { get; init; } = "";
    public string Person { get; init; } = "";

    /// <summary>For which person a visit or welfare case is tagged, or null.</summary>
    public string? TaggedPerson { get; init; }

    /// <summary><c>ZEL</c> of a corrected copy, <c>ZDK</c> of a repetition, or null.</summary>
    public string? Signal { get; init; }

    /// <summary>A whole message may be sent in several sections.</summary>
    public bool MayBeCut { get; init; }

    /// <summary>Small choices that must not change between copies of one message.</summary>
    public int Whim { get; init; }

    /// <summary>What its maker knows of it.</summary>
    public ExerciseNote Note { get; init; } = new("report");

    /// <summary>Its date by Zulu time.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Time.UtcDateTime);

    /// <summary>True for CONFIDENTIAL and above.</summary>
    public bool IsClassified => Level >= Level.Restricted;
}
