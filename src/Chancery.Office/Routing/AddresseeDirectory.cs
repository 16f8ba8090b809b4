using System.Text;

namespace Chancery.Office;

/// <summary>
/// The addressees that the office knows, from <c>addressees.csv</c> of the store folder: <c>name;ri;office;mail;folder;members</c>, members parted by
/// <c>|</c>. An AIG or collective with members is expanded here (transmission.md 4.3).
/// </summary>
public sealed class AddresseeDirectory
{
    /// <summary>The first line of a table.</summary>
    public const string Heading = "name;ri;office;mail;folder;members";

    private readonly Dictionary<string, DirectoryEntry> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectoryEntry> listsByIndicator = new(StringComparer.Ordinal);

    /// <summary>A directory of these entries; of two with one name the first counts.</summary>
    public AddresseeDirectory(ImmutableArray<DirectoryEntry> entries)
    {
        Entries = entries;
        foreach (var entry in entries)
        {
            byName.TryAdd(Key(entry.Name), entry);
            if (entry.RoutingIndicator is { } indicator && !entry.Members.IsEmpty)
            {
                listsByIndicator.TryAdd(indicator, entry);
            }
        }
    }

    /// <summary>A directory that knows nobody.</summary>
    public static AddresseeDirectory Empty { get; } = new([]);

    /// <summary>The entries, in the order of the file.</summary>
    public ImmutableArray<DirectoryEntry> Entries { get; }

    /// <summary>The entry of a printed name; null where there is none. Case and the number of blanks do not count.</summary>
    public DirectoryEntry? Find(string name) => byName.GetValueOrDefault(Key(name));

    /// <summary>The AIG or collective whose routing indicator this is; null where it is none that we expand.</summary>
    public DirectoryEntry? ListUnder(string routingIndicator) => listsByIndicator.GetValueOrDefault(routingIndicator);

    /// <summary>
    /// The members of a list but those exempted (XMT), lists inside it expanded as well; each once. A member without an entry comes as an entry that
    /// leads nowhere.
    /// </summary>
    /// <param name="list">The AIG or collective.</param>
    /// <param name="exempt">Names and routing indicators that do not get the message.</param>
    public IReadOnlyList<DirectoryEntry> Members(DirectoryEntry list, IReadOnlySet<string> exempt)
    {
        var members = new List<DirectoryEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { Key(list.Name) };
        var waiting = new Queue<string>(list.Members);
        while (waiting.TryDequeue(out var name))
        {
            if (!seen.Add(Key(name)) || exempt.Contains(Key(name)))
            {
                continue;
            }
            var entry = Find(name) ?? new DirectoryEntry(name, null, list.Line);
            if (entry.RoutingIndicator is { } indicator && exempt.Contains(indicator))
            {
                continue;
            }
            foreach (var inner in entry.Members)
            {
                waiting.Enqueue(inner);
            }
            if (entry.Members.IsEmpty)
            {
                members.Add(entry);
            }
        }
        return members;
    }

    /// <summary>The names and routing indicators that a message exempts, as <see cref="Members"/> takes them.</summary>
    public static IReadOnlySet<string> Exempted(Message message)
    {
        var exempt = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in message.Exempt)
        {
            exempt.Add(Key(one.Name));
            if (one.RoutingIndicator is { } indicator)
            {
                exempt.Add(indicator);
            }
        }
        return exempt;
    }

    /// <summary>Reads a table; a row that cannot be used is told in <paramref name="warnings"/> and left out.</summary>
    public static AddresseeDirectory Parse(string text, string file, ICollection<string> warnings)
    {
        var entries = ImmutableArray.CreateBuilder<DirectoryEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, raw) in CsvRows.Read(text, ';'))
        {
            if (raw is [""] || raw[0].StartsWith('#') || (raw[0] == "name" && raw.Length > 1))
            {
                continue;
            }
            string? Field(int at) => at < raw.Length && raw[at].Trim() is { Length: > 0 } value ? value : null;
            var members = Field(5)?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            var entry = new DirectoryEntry(Field(0)?.ToUpperInvariant() ?? "", Field(1)?.ToUpperInvariant(), line)
            {
                Office = Field(2)?.ToUpperInvariant(),
                Mail = Field(3),
                Folder = Field(4),
                Members = [.. members],
            };
            var wrong =
                entry.Name.Length == 0 ? "a row needs a name"
                : entry.RoutingIndicator is { } indicator && !IsIndicator(indicator) ? $"{indicator} is no routing indicator"
                : entry is { RoutingIndicator: null, IsServedHere: false, Members.IsEmpty: true } ? $"{entry.Name} leads nowhere"
                : !names.Add(Key(entry.Name)) ? $"{entry.Name} stands there twice"
                : null;
            if (wrong is not null)
            {
                warnings.Add($"{file}:{line}: {wrong}: a row is {Heading}; it is left out.");
                continue;
            }
            entries.Add(entry);
        }
        return new AddresseeDirectory(entries.ToImmutable());
    }

    /// <summary>The table as <see cref="Parse"/> reads it.</summary>
    public string ToCsv()
    {
        var text = new StringBuilder(Heading + "\n");
        foreach (var entry in Entries)
        {
            string[] fields =
            [
                entry.Name,
                entry.RoutingIndicator ?? "",
                entry.Office ?? "",
                entry.Mail ?? "",
                entry.Folder ?? "",
                string.Join('|', entry.Members),
            ];
            text.Append(CsvRows.Line(';', fields)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>True for four to eight capital letters of which the first is R or Q.</summary>
    public static bool IsIndicator(string text) =>
        text.Length is >= 4 and <= 8 && text[0] is 'R' or 'Q' && text.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0;

    private static string Key(string name) => string.Join(' ', name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
