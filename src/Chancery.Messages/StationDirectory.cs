using System.Collections.Frozen;
using Chancery.Messages.Tables;

namespace Chancery.Messages;

/// <summary>
/// The posts and routing indicators that a reader knows. Immutable, safe to share. An office that has a directory of its own uses it
/// instead of the carried tables, so that the name of an invented post is never taken for a slip of a real one.
/// </summary>
public sealed partial class StationDirectory
{
    private const int LongestName = 64;

    private static readonly Lazy<StationDirectory> Carried = new(LoadCarried);

    private readonly Dictionary<string, (string Post, PostMatchKind Kind)> posts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> postsByAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Station> stations = new(StringComparer.Ordinal);
    private readonly HashSet<string> collectives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Station>> stationsByAddress = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<int, (string Key, uint Letters, string Post)[]> keysByLength;

    private StationDirectory(IEnumerable<(Station Station, string? LastIndicator, string[] Aliases)> rows)
    {
        var aliases = new List<(string Key, string Post)>();
        foreach (var (station, last, others) in rows)
        {
            AddIndicators(station, last);
            if (station.IsCollective)
            {
                collectives.Add(Key(station.Name));
            }
            if (station.Post is { } post)
            {
                posts.TryAdd(Key(post), (post, PostMatchKind.Exact));
                postsByAddress.TryAdd(Key(station.Name), post);
                aliases.AddRange(others.Select(alias => (Key(alias), post)));
            }
        }
        keysByLength = posts
            .GroupBy(pair => pair.Key.Length, pair => (pair.Key, EditDistance.Letters(pair.Key), pair.Value.Post))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        foreach (var (key, post) in aliases)
        {
            posts.TryAdd(key, (post, PostMatchKind.Alias));
        }
    }

    /// <summary>The tables compiled into the library, read at first use (docs/tables.md).</summary>
    public static StationDirectory Standard => Carried.Value;

    /// <summary>
    /// Reads an office's own directory: comma-separated, a header row, columns <c>ri,name,kind,post,aliases</c> in any order
    /// (docs/directory.md).
    /// </summary>
    /// <exception cref="FormatException">The header lacks <c>name</c> or <c>kind</c>, or a row has neither name nor post.</exception>
    public static StationDirectory Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return new StationDirectory(Read(csv));
    }

    /// <summary>
    /// The post meant by a printed name: by exact name, then alias, then the only near spelling (text.md MR-7). Null where nothing
    /// or more than one thing fits. Case, blanks, hyphens, apostrophes and full stops do not count.
    /// </summary>
    public PostMatch? FindPost(ReadOnlySpan<char> printed)
    {
        Span<char> buffer = stackalloc char[LongestName];
        var key = Squeeze(printed, buffer);
        if (key.IsEmpty)
        {
            return null;
        }
        if (posts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var found))
        {
            return new PostMatch(found.Post, found.Kind);
        }
        return FindNear(key) is { } near ? new PostMatch(near, PostMatchKind.Near) : null;
    }

    /// <summary>The post whose plain-language address this is, such as <c>AMEMBASSY NORTHPORT</c>; null where none has it.</summary>
    public string? FindPostByAddress(ReadOnlySpan<char> address)
    {
        Span<char> buffer = stackalloc char[LongestName];
        return postsByAddress.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Squeeze(address, buffer), out var post) ? post : null;
    }

    /// <summary>The station under exactly this routing indicator (upper-case); null where it is not known.</summary>
    public Station? FindStation(ReadOnlySpan<char> routingIndicator) =>
        stations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(routingIndicator, out var station) ? station : null;

    /// <summary>The stations that serve a plain-language address, one for each of its routing indicators; empty where it is not known.</summary>
    public IReadOnlyList<Station> FindStations(ReadOnlySpan<char> address)
    {
        Span<char> buffer = stackalloc char[LongestName];
        return stationsByAddress.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Squeeze(address, buffer), out var found) ? found : [];
    }

    /// <summary>True where this routing indicator (upper-case) is known, itself or by a shorter one it begins with (4 letters or more).</summary>
    public bool KnowsRoutingIndicator(ReadOnlySpan<char> routingIndicator)
    {
        for (var length = routingIndicator.Length; length >= 4; length--)
        {
            if (FindStation(routingIndicator[..length]) is not null)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>True where the plain-language address is a collective of this directory, or says so by ending in <c>COLLECTIVE</c>.</summary>
    public bool IsCollective(ReadOnlySpan<char> address)
    {
        if (address.TrimEnd().EndsWith("COLLECTIVE", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }
        Span<char> buffer = stackalloc char[LongestName];
        return collectives.GetAlternateLookup<ReadOnlySpan<char>>().Contains(Squeeze(address, buffer));
    }

    private static IEnumerable<(Station Station, string? LastIndicator, string[] Aliases)> Read(string csv)
    {
        string[]? header = null;
        foreach (var (line, fields) in Csv.Rows(csv))
        {
            if (header is null)
            {
                header = [.. fields.Select(name => name.Trim())];
                if (!header.Contains("name") || !header.Contains("kind"))
                {
                    throw new FormatException(
                        $"Line {line} of the directory has no columns name and kind; begin it with ri,name,kind,post,aliases."
                    );
                }
                continue;
            }
            var post = Column("post");
            if ((Column("name") ?? post) is not { } name)
            {
                throw new FormatException($"Line {line} of the directory has neither name nor post; fill in one of them.");
            }
            var station = new Station(Column("ri")?.ToUpperInvariant(), name, Column("kind")?.ToLowerInvariant() ?? "office", post)
            {
                Clearance = Levels.TryParse(Column("clearance"), out var clearance) ? clearance : null,
            };
            yield return (station, Column("last")?.ToUpperInvariant(), Column("aliases")?.Split('|') ?? []);

            string? Column(string column)
            {
                var index = Array.IndexOf(header, column);
                var value = index >= 0 && index < fields.Length ? fields[index].Trim() : "";
                return value.Length == 0 ? null : value;
            }
        }
    }

    /// <summary>Enters a range such as <c>RHFJAAA</c> to <c>RHFJAAZ</c> letter by letter; ranges differ in their last letter only.</summary>
    private void AddIndicators(Station station, string? last)
    {
        if (station.RoutingIndicator is not { } first)
        {
            return;
        }
        stations.TryAdd(first, station);
        var key = Key(station.Name);
        if (!stationsByAddress.TryGetValue(key, out var others))
        {
            stationsByAddress.Add(key, others = new List<Station>(1));
        }
        others.Add(station);
        if (last is null || last.Length != first.Length)
        {
            return;
        }
        for (var letter = first[^1]; letter < last[^1]; letter++)
        {
            var next = first[..^1] + (char)(letter + 1);
            stations.TryAdd(next, station with { RoutingIndicator = next });
        }
    }

    private string? FindNear(ReadOnlySpan<char> key)
    {
        var limit = key.Length <= 6 ? 1 : 2;
        var best = limit + 1;
        string? post = null;
        var letters = EditDistance.Letters(key);
        for (var length = key.Length - limit; length <= key.Length + limit; length++)
        {
            foreach (var candidate in keysByLength.GetValueOrDefault(length) ?? [])
            {
                if (!EditDistance.MayBeWithin(letters, candidate.Letters, limit))
                {
                    continue;
                }
                var distance = EditDistance.Within(key, candidate.Key, limit);
                if (distance < best)
                {
                    (best, post) = (distance, candidate.Post);
                }
                else if (distance == best && best <= limit && post != candidate.Post)
                {
                    post = null;
                }
            }
        }
        return post;
    }

    private static string Key(string name)
    {
        Span<char> buffer = stackalloc char[LongestName];
        return Squeeze(name, buffer).ToString();
    }

    /// <summary>Upper-case, without blanks, hyphens, apostrophes and full stops; nothing where the name is too long to be one.</summary>
    private static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> name, Span<char> buffer)
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
