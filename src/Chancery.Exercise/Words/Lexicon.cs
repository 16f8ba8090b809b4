using System.Reflection;

namespace Chancery.Exercise.Words;

/// <summary>The stock of words and sentences, read once from the embedded lists. Immutable.</summary>
internal sealed class Lexicon
{
    private Lexicon(ImmutableArray<Theme> themes, Dictionary<string, ImmutableArray<string>> common)
    {
        Themes = themes;
        Adjectives = common["adjectives"];
        Nouns = common["nouns"];
        Verbs = common["verbs"];
        Adverbs = common["adverbs"];
        Roles = common["roles"];
        Bodies = common["bodies"];
        Units = common["units"];
        Items = common["items"];
    }

    public static Lexicon Instance { get; } = Load();

    public ImmutableArray<Theme> Themes { get; }
    public ImmutableArray<string> Adjectives { get; }
    public ImmutableArray<string> Nouns { get; }
    public ImmutableArray<string> Verbs { get; }
    public ImmutableArray<string> Adverbs { get; }
    public ImmutableArray<string> Roles { get; }
    public ImmutableArray<string> Bodies { get; }
    public ImmutableArray<string> Units { get; }
    public ImmutableArray<string> Items { get; }
    public ImmutableArray<string> Places { get; } = Names.Places();
    public ImmutableArray<string> Surnames { get; } = Names.Surnames();
    public ImmutableArray<string> GivenNames { get; } = Names.GivenNames();
    public ImmutableArray<string> Firms { get; } = Names.Firms();
    public ImmutableArray<string> Ships { get; } = Names.Ships();
    public ImmutableArray<SentencePattern> Reports { get; } = Patterns("report");
    public ImmutableArray<SentencePattern> Opinions { get; } = Patterns("opinion");
    public ImmutableArray<SentencePattern> Instructions { get; } = Patterns("instruction");
    public ImmutableArray<SentencePattern> Naval { get; } = Patterns("naval");

    private static Lexicon Load()
    {
        var themes = ImmutableArray.CreateBuilder<Theme>();
        Dictionary<string, ImmutableArray<string>>? common = null;
        foreach (var (name, lines) in Blocks("words.txt"))
        {
            var lists = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
            foreach (var line in lines)
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                var value = line[(colon + 1)..].Trim();
                var separator = value.Contains('|', StringComparison.Ordinal) ? '|' : ' ';
                lists[line[..colon]] = [.. value.Split(separator, StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
            }
            if (string.Equals(name, "common", StringComparison.Ordinal))
            {
                common = lists;
            }
            else
            {
                themes.Add(
                    new Theme(
                        themes.Count,
                        lists["tags"],
                        lists["orgs"],
                        lists["programs"],
                        lists["titles"],
                        lists["nouns"],
                        lists["verbs"]
                    )
                );
            }
        }
        return new Lexicon(themes.ToImmutable(), common!);
    }

    private static ImmutableArray<SentencePattern> Patterns(string block) =>
        [
            .. Blocks("sentences.txt")
                .Single(b => string.Equals(b.Name, block, StringComparison.Ordinal))
                .Lines.Select(SentencePattern.Parse),
        ];

    private static List<(string Name, List<string> Lines)> Blocks(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var blocks = new List<(string Name, List<string> Lines)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                blocks.Add((line.Trim('[', ']'), []));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                blocks[^1].Lines.Add(line);
            }
        }
        return blocks;
    }
}
