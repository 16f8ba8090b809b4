namespace Chancery.Office;

/// <summary>The rule of <see cref="ReadingRights"/> for one reader in the form by which stores and indexes filter.</summary>
/// <param name="HighestRank">The highest <see cref="Levels.Rank"/> he may see.</param>
/// <param name="Restricted">True where restrictive captions do not close a message to him.</param>
/// <param name="Nothing">True where he may see no message at all.</param>
public sealed record ReadingScope(int HighestRank, bool Restricted, bool Nothing)
{
    /// <summary>Everything.</summary>
    public static ReadingScope All { get; } = new(5, Restricted: true, Nothing: false);

    /// <summary>True where every message is in it.</summary>
    public bool IsAll => HighestRank >= 5 && Restricted && !Nothing;

    /// <summary>True where a message of this rank, with or without a restrictive caption, is in it.</summary>
    public bool Holds(int rank, bool restricted) => !Nothing && rank <= HighestRank && (Restricted || !restricted);
}
