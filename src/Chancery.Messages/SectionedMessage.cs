namespace Chancery.Messages;

/// <summary>
/// A message that was sent in sections, put together again into one reading (text.md 6). The sections as they came stay addressable.
/// Made by <see cref="Reassembly"/>.
/// </summary>
public sealed record SectionedMessage
{
    /// <summary>
    /// The one reading of what is there: heading of the first section, texts joined, ending of the last. Its raw bytes are the joined ones, its
    /// line and offset count in them; captions and TAGS are those of all sections, the level is the highest, and its findings are those of
    /// the joined text and of the sections together: what is wrong with one transmission is told by that section.
    /// </summary>
    public required Message Whole { get; init; }

    /// <summary>How many sections the message has by what its sections say; 2 or more.</summary>
    public required int Of { get; init; }

    /// <summary>The sections that are there, by number, the best copy of each.</summary>
    public required ImmutableArray<JoinedSection> Sections { get; init; }

    /// <summary>The numbers of the sections that are not there (MS-3).</summary>
    public required ImmutableArray<int> Missing { get; init; }

    /// <summary>Other copies of sections that are there: a corrected copy, a repetition or a better one took their place.</summary>
    public ImmutableArray<Message> Superseded { get; init; } = [];
}
