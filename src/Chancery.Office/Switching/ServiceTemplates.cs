namespace Chancery.Office;

/// <summary>The texts of service messages by situation (transmission.md 5.4): data, one row each, that a store may word otherwise.</summary>
public sealed class ServiceTemplates
{
    private readonly Dictionary<string, (Precedence Precedence, string Text)> byName = new(StringComparer.Ordinal);

    private ServiceTemplates() { }

    /// <summary>The carried texts.</summary>
    public static ServiceTemplates Carried { get; } = Load();

    /// <summary>The situations, by name.</summary>
    public IEnumerable<string> Names => byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>Precedence and text for a situation; <c>{no}</c> stands for channel numbers, <c>{id}</c> for an identity, <c>{more}</c> for what else is named.</summary>
    public (Precedence Precedence, string Text) this[string name] => byName[name];

    /// <summary>
    /// The carried texts with those of a file in their place, rows of <c>name;precedence;text</c>. A row that cannot be used is told in
    /// <paramref name="warnings"/> and left out.
    /// </summary>
    public static ServiceTemplates Parse(string text, string file, ICollection<string> warnings)
    {
        var templates = new ServiceTemplates();
        foreach (var (name, carried) in Carried.byName)
        {
            templates.byName.Add(name, carried);
        }
        templates.Take(text, file, warnings, isCarried: false);
        return templates;
    }

    private static ServiceTemplates Load()
    {
        using var stream = typeof(ServiceTemplates).Assembly.GetManifestResourceStream("service-messages")!;
        using var reader = new StreamReader(stream);
        var templates = new ServiceTemplates();
        templates.Take(reader.ReadToEnd(), "service-messages", [], isCarried: true);
        return templates;
    }

    private void Take(string text, string file, ICollection<string> warnings, bool isCarried)
    {
        foreach (var (line, fields) in CsvRows.Read(text, ';'))
        {
            if (fields is [""] or ["name", ..] || fields[0].StartsWith('#'))
            {
                continue;
            }
            if (
                fields is not [var name, [var letter], { Length: > 0 } words, ..]
                || Precedences.FromLetter((byte)letter) is not { } precedence
                || (!isCarried && !byName.ContainsKey(name))
            )
            {
                warnings.Add(
                    $"{file}:{line}: a row is name;precedence;text with a precedence letter and a name of {string.Join(", ", Names)}: it is left out."
                );
                continue;
            }
            byName[name] = (precedence, words);
        }
    }
}
