using System.Collections.Frozen;
using Chancery.Messages.Tables;

namespace Chancery.Messages;

/// <summary>What a directory knows, by all the names that it is asked by.</summary>
internal sealed class StationEntries
{
    /// <summary>Letters of the longest name that is looked for.</summary>
    public const int LongestName = 64;

    public StationEntries(IEnumerable<(Station Station, string? LastIndicator, string[] Aliases)> rows)
    {
        var aliases = new List<(string Key, string Post)>();
        foreach (var (station, last, others) in rows)
        {
            var address = Key(station.Name);
            AddIndicators(address, station, last);
            Addresses.Add((address, EditDistance.Letters(address), station.Name));
            if (station.IsCollective)
            {
                Collectives.Add(address);
            }
            if (station.Post is { } post)
            {
                Posts.TryAdd(Key(post), (post, PostMatchKind.Exact));
                PostsByAddress.TryAdd(address, post);
                aliases.AddRange(others.Select(alias => (Key(alias), post)));
            }
        }
        KeysByLength = Posts
            .GroupBy(pair => pair.Key.Length, pair => (pair.Key, EditDistance.Letters(pair.Key), pair.Value.Post))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        foreach (var (key, post) in aliases)
        {
            Posts.TryAdd(key, (post, PostMatchKind.Alias));
        }
    }

    public Dictionary<string, (string Post, PostMatchKind Kind)> Posts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> PostsByAddress { get; } = new(StringComparer.Ordinal);

    /// <summary>Every address, where near spellings are looked for.</summary>
    public List<(string Key, uint Letters, string Name)> Addresses { get; } = [];

    public Dictionary<string, Station> Stations { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Collectives { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<Station>> StationsByAddress { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of posts by their length, where near spellings are looked for.</summary>
    public FrozenDictionary<int, (string Key, uint Letters, string Post)[]> KeysByLength { get; }

    /// <summary>Enters a range such as <c>RHFJAAA</c> to <c>RHFJAAZ</c> letter by letter; ranges differ in their last letter only.</summary>
    private void AddIndicators(string address, Station station, string? last)
    {
        if (station.RoutingIndicator is not { } first)
        {
            return;
        }
        Stations.TryAdd(first, station);
        if (!StationsByAddress.TryGetValue(address, out var others))
        {
            StationsByAddress.Add(address, others = new List<Station>(1));
        }
        others.Add(station);
        if (last is null || last.Length != first.Length)
        {
            return;
        }
        for (var letter = first[^1]; letter < last[^1]; letter++)
        {
            var next = first[..^1] + (char)(letter + 1);
            Stations.TryAdd(next, station with { RoutingIndicator = next });
        }
    }

    private static string Key(string name)
    {
        Span<char> buffer = stackalloc char[LongestName];
        return Squeeze(name, buffer).ToString();
    }

    /// <summary>Upper-case, without blanks, hyphens, apostrophes and full stops; nothing where the name is too long to be one.</summary>
    public static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> name, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (c is ' ' or '\t' or '-' or '\'' or '\u2019' or '.')
            {
                continue;
            }
            if (length == buffer.Length)
            {
                return [];
            }
            buffer[length++] = char.ToUpperInvariant(c);
        }
        return buffer[..length];
    }
}
