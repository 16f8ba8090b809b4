namespace Chancery.Office;

/// <summary>The rule of <see cref="ReadingRights"/> for one reader in the form by which stores and indexes filter.</summary>
/// <param name="Reader">Who asks.</param>
public sealed record ReadingScope(Reader Reader)
{
    /// <summary>Everything.</summary>
    public static ReadingScope All { get; } = new(Reader.Owner);

    /// <summary>True where every message is in it, whole.</summary>
    public bool IsAll => Reader.IsOwner;

    /// <summary>What of messages that are protected so is in it.</summary>
    public Sight Of(Protection protection) => ReadingRights.Look(Reader, protection);

    /// <summary>The highest rank of plain messages that are in it whole; -1 for none.</summary>
    public int HighestPlainRank
    {
        get
        {
            var rank = ReadingRights.HighestRank;
            while (rank >= 0 && Of(Protection.OfRank(rank)).Reading != Reading.Full)
            {
                rank--;
            }
            return rank;
        }
    }
}
