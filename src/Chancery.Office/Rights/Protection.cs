using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Office;

/// <summary>
/// What protects a message, all that <see cref="ReadingRights"/> looks at. Few messages differ in it, so store and index keep each one once and a
/// reader's rights are decided for it, not for every message.
/// </summary>
public sealed record Protection
{
    private const char Between = '\u001E';
    private const char Within = '\u001F';
    private const int MostPortions = 12;
    private static readonly ImmutableArray<Protection> Ranks =
    [
        .. Enumerable.Range(0, ReadingRights.HighestRank + 1).Select(rank => new Protection { Rank = rank }),
    ];

    private string? key;
    private string? token;

    /// <summary>An empty one, to be filled.</summary>
    public Protection() { }

    // What is derived is derived anew: a changed copy has another key.
    private Protection(Protection other)
    {
        Rank = other.Rank;
        Caveats = other.Caveats;
        Captions = other.Captions;
        Distribution = other.Distribution;
        IsQuarantined = other.IsQuarantined;
        Portions = other.Portions;
    }

    /// <summary>The <see cref="Levels.Rank"/> of the effective level.</summary>
    public required int Rank { get; init; }

    /// <summary>Every caveat found anywhere in the message, in one spelling each, sorted.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];

    /// <summary>The captions that narrow the readers, in upper case, sorted.</summary>
    public ImmutableArray<string> Captions { get; init; } = [];

    /// <summary>
    /// Offices and groups it was distributed to, persons with an @ in front; sorted. Kept only where rights depend on it: with a restrictive
    /// caption, or where need to know is asked for.
    /// </summary>
    public ImmutableArray<string> Distribution { get; init; } = [];

    /// <summary>True where the security officer has closed it (handling.md RX-7).</summary>
    public bool IsQuarantined { get; init; }

    /// <summary>What its open portions ask for, each different need once, sorted; empty where portions are not offered.</summary>
    public ImmutableArray<PortionNeed> Portions { get; init; } = [];

    /// <summary>True where the level alone decides.</summary>
    public bool IsPlain => Caveats.IsEmpty && Captions.IsEmpty && Distribution.IsEmpty && !IsQuarantined;

    /// <summary>All of it as one text by which it is kept.</summary>
    public string Key =>
        key ??= string.Join(
            Between,
            Rank.ToString(CultureInfo.InvariantCulture),
            string.Join(Within, Caveats),
            string.Join(Within, Captions),
            string.Join(Within, Distribution),
            IsQuarantined ? "q" : "",
            string.Join(Within, Portions.Select(portion => portion.Key))
        );

    /// <summary>A short word that stands for it in the index; tells nothing.</summary>
    public string Token => token ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, 10));

    /// <summary>That of a message without caveats and restrictive captions.</summary>
    public static Protection OfRank(int rank) => Ranks[rank];

    /// <summary>What protects a message as read.</summary>
    /// <param name="message">The message.</param>
    /// <param name="level">The level that rights go by.</param>
    /// <param name="rules">The rules of this installation.</param>
    public static Protection Of(Message message, Level level, RightsSettings rules)
    {
        var captions = RestrictiveCaptions.Of(message);
        var caveats = MessageCaveats(message);
        var portions = rules.Portions ? PortionsOf(message) : [];
        if (caveats.IsEmpty && captions.IsEmpty && portions.IsEmpty && !rules.NeedToKnow)
        {
            return OfRank(level.Rank());
        }
        return new Protection
        {
            Rank = level.Rank(),
            Caveats = caveats,
            Captions = captions,
            Distribution = captions.IsEmpty && !rules.NeedToKnow ? [] : PrintedDistribution.Of(message),
            Portions = portions,
        };
    }

    /// <summary>What protects a message of which only the fields of lists are known.</summary>
    public static Protection Of(MessageRow row) =>
        new()
        {
            Rank = row.Level.Rank(),
            Caveats =
            [
                .. Office.Caveats.Normal([
                    .. row.Classification?.Caveats ?? [],
                    .. row.Subject?.Portion?.Caveats ?? [],
                    .. row.Captions.Where(RestrictiveCaptions.IsCaveat),
                ]),
            ],
            Captions = RestrictiveCaptions.Of(row.Captions),
        };

    /// <summary>The stricter of what was and what was read anew: what once closed a message stays until a person lifts it.</summary>
    public Protection Tightened(Protection read) =>
        read with
        {
            Rank = Math.Max(Rank, read.Rank),
            Caveats = [.. Caveats.Union(read.Caveats, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Captions = [.. Captions.Union(read.Captions, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Distribution = Distribution.IsEmpty ? read.Distribution : Distribution,
            IsQuarantined = IsQuarantined || read.IsQuarantined,
        };

    /// <summary>Reads a <see cref="Key"/>.</summary>
    /// <exception cref="StoreException">It is none: the store is damaged.</exception>
    public static Protection Parse(string key)
    {
        var fields = key.Split(Between);
        if (fields.Length != 6 || !int.TryParse(fields[0], CultureInfo.InvariantCulture, out var rank))
        {
            throw new StoreException("The rights kept in the store are damaged: put a backup in its place.");
        }
        return new Protection
        {
            Rank = rank,
            Caveats = Parts(fields[1]),
            Captions = Parts(fields[2]),
            Distribution = Parts(fields[3]),
            IsQuarantined = fields[4] == "q",
            Portions = [.. Parts(fields[5]).Select(PortionNeed.Parse)],
        };
    }

    /// <inheritdoc />
    public bool Equals(Protection? other) => other is not null && Key == other.Key;

    /// <inheritdoc />
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>Caveats of the classification line and the caption lines: these hold for every portion.</summary>
    internal static ImmutableArray<string> CommonCaveats(Message message)
    {
        if (message.Classification is not { Caveats.IsEmpty: false } && !message.Captions.Any(RestrictiveCaptions.IsCaveat))
        {
            return [];
        }
        return
        [
            .. Office.Caveats.Normal([.. message.Classification?.Caveats ?? [], .. message.Captions.Where(RestrictiveCaptions.IsCaveat)]),
        ];
    }

    private static ImmutableArray<string> MessageCaveats(Message message)
    {
        var common = CommonCaveats(message);
        SortedSet<string>? all = null;
        Add(message.Subject?.Portion);
        foreach (var paragraph in message.Paragraphs)
        {
            Add(paragraph.Portion);
        }
        return all is null ? common : [.. all];

        void Add(Marking? mark)
        {
            if (mark is { Caveats.IsEmpty: false })
            {
                all ??= new SortedSet<string>(common, StringComparer.Ordinal);
                all.UnionWith(Office.Caveats.Normal(mark.Caveats));
            }
        }
    }

    private static ImmutableArray<PortionNeed> PortionsOf(Message message)
    {
        var needs = new SortedSet<PortionNeed>(MessagePortions.Of(message).Select(portion => portion.Need).OfType<PortionNeed>());
        return needs.Count <= MostPortions ? [.. needs] : [];
    }

    private static ImmutableArray<string> Parts(string field) => field.Length == 0 ? [] : [.. field.Split(Within)];
}
