namespace Chancery.Office;

/// <summary>What the index answers.</summary>
/// <param name="Hits">The hits of the page.</param>
/// <param name="More">True where more follow.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record IndexAnswer(IReadOnlyList<IndexHit> Hits, bool More, Total Total);
