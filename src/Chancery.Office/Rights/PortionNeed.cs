namespace Chancery.Office;

/// <summary>What must hold of a reader for him to see one portion of a message whose whole is closed to him.</summary>
/// <param name="Rank">The least <see cref="Levels.Rank"/> of his clearance.</param>
/// <param name="Caveats">The caveats he must satisfy, sorted.</param>
public sealed record PortionNeed(int Rank, ImmutableArray<string> Caveats) : IComparable<PortionNeed>
{
    internal string Key => Caveats.IsEmpty ? $"{Rank}" : $"{Rank},{string.Join(',', Caveats)}";

    /// <summary>Lowest rank first, then by caveats.</summary>
    public int CompareTo(PortionNeed? other) => other is null ? 1 : string.CompareOrdinal(Key, other.Key);

    /// <inheritdoc />
    public bool Equals(PortionNeed? other) => other is not null && Key == other.Key;

    /// <inheritdoc />
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    internal static PortionNeed Parse(string key)
    {
        var words = key.Split(',');
        return new PortionNeed(int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), [.. words[1..]]);
    }
}
