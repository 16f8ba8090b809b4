namespace Chancery.Messages.Framing;

/// <summary>
/// What a line may be, told by its first three bytes and its last ones when the lines are found. Each sign is set wherever the real look could say
/// yes, and hardly ever elsewhere: nearly all lines of a text are passed over at the cost of one bit.
/// </summary>
[Flags]
internal enum LineSigns : byte
{
    /// <summary>Prose, or a blank line.</summary>
    None = 0,

    /// <summary>It may start, end, separate or quote a message, or be a page line.</summary>
    Procedure = 1,

    /// <summary>It may begin with a set identifier.</summary>
    Set = 2,

    /// <summary>It may begin with a level, or be a banner.</summary>
    Level = 4,

    /// <summary>It may begin with a paragraph number.</summary>
    Number = 8,

    /// <summary>Anything: the line is too short to tell.</summary>
    All = Procedure | Set | Level | Number,
}
