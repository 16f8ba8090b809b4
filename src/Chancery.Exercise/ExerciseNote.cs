namespace Chancery.Exercise;

/// <summary>What the maker of an exercise message knows of it that the message itself does not say.</summary>
/// <param name="Kind">What it was made as: <c>report</c>, <c>request</c>, <c>promise</c>, <c>general message</c> ...</param>
public sealed record ExerciseNote(string Kind)
{
    /// <summary>Number of the equipment request this message belongs to, or null.</summary>
    public int? Thread { get; init; }

    /// <summary>File of the message that this one answers, or null.</summary>
    public string? Answers { get; init; }

    /// <summary>File of the message of which this is another copy, or null.</summary>
    public string? CopyOf { get; init; }

    /// <summary>How the copy differs: <c>duplicate</c>, <c>repetition</c>, <c>corrected</c>; null where it is none.</summary>
    public string? Copy { get; init; }

    /// <summary>What was done to the bytes after they were written, or null where they are whole.</summary>
    public string? Damage { get; init; }
}
