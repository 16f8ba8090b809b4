using Chancery.Messages.Tables;

namespace Chancery.Messages;

/// <summary>
/// The posts and routing indicators that a reader knows. Immutable, safe to share. An office that has a directory of its own uses it
/// instead of the carried tables, so that the name of an invented post is never taken for a slip of a real one.
/// </summary>
public sealed class StationDirectory
{
    private readonly Lazy<StationEntries> entries;

    private StationDirectory(Lazy<StationEntries> entries) => this.entries = entries;

    /// <summary>The tables compiled into the library, read at first use (docs/tables.md).</summary>
    public static StationDirectory Standard { get; } =
        new(new Lazy<StationEntries>(() => new StationEntries(Read(Csv.Embedded("stations.csv")))));

    /// <summary>A directory that knows nothing, for whoever wants only the words of a message.</summary>
    public static StationDirectory Empty { get; } = new(new Lazy<StationEntries>(new StationEntries([])));

    /// <summary>
    /// Reads an office's own directory: comma-separated, a header row, columns <c>ri,name,kind,post,aliases</c> in any order
    /// (docs/directory.md).
    /// </summary>
    /// <exception cref="FormatException">The header lacks <c>name</c> or <c>kind</c>, or a row has neither name nor post.</exception>
    public static StationDirectory Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return new StationDirectory(new Lazy<StationEntries>(new StationEntries(Read(csv))));
    }

    /// <summary>
    /// The post meant by a printed name: by exact name, then alias, then the only near spelling (text.md MR-7). Null where nothing
    /// or more than one thing fits. Case, blanks, hyphens, apostrophes and full stops do not count.
    /// </summary>
    public PostMatch? FindPost(ReadOnlySpan<char> printed)
    {
        Span<char> buffer = stackalloc char[StationEntries.LongestName];
        var key = StationEntries.Squeeze(printed, buffer);
        if (key.IsEmpty)
        {
            return null;
        }
        if (entries.Value.Posts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var found))
        {
            return new PostMatch(found.Post, found.Kind);
        }
        return FindNear(key) is { } near ? new PostMatch(near, PostMatchKind.Near) : null;
    }

    /// <summary>The post whose plain-language address this is, such as <c>AMEMBASSY NORTHPORT</c>; null where none has it.</summary>
    public string? FindPostByAddress(ReadOnlySpan<char> address)
    {
        Span<char> buffer = stackalloc char[StationEntries.LongestName];
        return entries
            .Value.PostsByAddress.GetAlternateLookup<ReadOnlySpan<char>>()
            .TryGetValue(StationEntries.Squeeze(address, buffer), out var post)
            ? post
            : null;
    }

    /// <summary>The station under exactly this routing indicator (upper-case); null where it is not known.</summary>
    public Station? FindStation(ReadOnlySpan<char> routingIndicator) =>
        entries.Value.Stations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(routingIndicator, out var station) ? station : null;

    /// <summary>The stations that serve a plain-language address, one for each of its routing indicators; empty where it is not known.</summary>
    public IReadOnlyList<Station> FindStations(ReadOnlySpan<char> address)
    {
        Span<char> buffer = stackalloc char[StationEntries.LongestName];
        return entries
            .Value.StationsByAddress.GetAlternateLookup<ReadOnlySpan<char>>()
            .TryGetValue(StationEntries.Squeeze(address, buffer), out var found)
            ? found
            : [];
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
        Span<char> buffer = stackalloc char[StationEntries.LongestName];
        return entries.Value.Collectives.GetAlternateLookup<ReadOnlySpan<char>>().Contains(StationEntries.Squeeze(address, buffer));
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

    /// <summary>The only address of the directory that differs from this one in a single letter, wrong, lost or too many; null where none or several do.</summary>
    internal string? FindNearAddress(ReadOnlySpan<char> address)
    {
        Span<char> buffer = stackalloc char[StationEntries.LongestName];
        var key = StationEntries.Squeeze(address, buffer);
        var letters = EditDistance.Letters(key);
        string? near = null;
        foreach (var candidate in entries.Value.Addresses)
        {
            if (EditDistance.MayBeWithin(letters, candidate.Letters, 1) && EditDistance.Within(key, candidate.Key, 1) == 1)
            {
                if (near is not null && near != candidate.Name)
                {
                    return null;
                }
                near = candidate.Name;
            }
        }
        return near;
    }

    private string? FindNear(ReadOnlySpan<char> key)
    {
        var limit = key.Length <= 6 ? 1 : 2;
        var best = limit + 1;
        string? post = null;
        var letters = EditDistance.Letters(key);
        for (var length = key.Length - limit; length <= key.Length + limit; length++)
        {
            foreach (var candidate in entries.Value.KeysByLength.GetValueOrDefault(length) ?? [])
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
}
