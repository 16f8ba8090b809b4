using System.Runtime.InteropServices;

namespace Chancery.Storage.Sqlite;

/// <summary>Counts by name.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    public void Add(string name, long count) => CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _) += count;

    /// <summary>The most frequent first; of equals by name.</summary>
    public ImmutableArray<KeyValuePair<string, long>> ByCount() =>
        [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
}
