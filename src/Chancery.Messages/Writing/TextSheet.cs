namespace Chancery.Messages.Writing;

/// <summary>The text of a message in lines of a page's width, before it is cut into sections and pages.</summary>
internal sealed class TextSheet(Keyboard keyboard)
{
    /// <summary>Characters on a line (transmission.md 1.3).</summary>
    public const int Width = 69;

    private readonly List<SheetLine> body = [];
    private readonly SortedSet<int> missing = [];
    private LineStart next = LineStart.Section;

    /// <summary>The classification line for a section, or null where the text has none.</summary>
    public Func<Section?, string>? ClassLine { get; init; }

    /// <summary>Lines between classification line and body.</summary>
    public List<SheetLine> Opening { get; } = [];

    /// <summary>What of <see cref="Opening"/> each further section repeats (text.md MS-4).</summary>
    public List<SheetLine> Repeated { get; } = [];

    /// <summary>The body: what is cut into sections.</summary>
    public IReadOnlyList<SheetLine> Body => body;

    /// <summary>Characters that this keyboard cannot type and no table row replaces, as code points.</summary>
    public IReadOnlyCollection<int> Missing => missing;

    /// <summary>True where signs or letters were typed otherwise than they came.</summary>
    public bool IsRetyped { get; private set; }

    /// <summary>True where a line was too long and was broken.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The lines of the classification line for a section; none where the text has none.</summary>
    public List<string> ClassLines(Section? section)
    {
        var lines = new List<string>();
        if (ClassLine is { } print)
        {
            Break(Type(print(section)), lines);
        }
        return lines;
    }

    /// <summary>Adds words to the opening, broken into lines that stay together; the first line has room behind <paramref name="label"/>.</summary>
    public void Open(string label, string words, bool isRepeated)
    {
        var lines = new List<string>();
        Break(Type(label + words), lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = new SheetLine(lines[i], i == 0 ? LineStart.Page : LineStart.Nothing);
            Opening.Add(line);
            if (isRepeated)
            {
                Repeated.Add(line);
            }
        }
    }

    /// <summary>Adds a blank line to the opening.</summary>
    public void OpenBlank(bool isRepeated)
    {
        Opening.Add(new SheetLine("", LineStart.Nothing));
        if (isRepeated)
        {
            Repeated.Add(new SheetLine("", LineStart.Nothing));
        }
    }

    /// <summary>What follows is a paragraph of its own.</summary>
    public void BeginParagraph() => next = LineStart.Section;

    /// <summary>Adds words to the body, each of their lines broken where it is too long; the first follows <paramref name="opening"/>.</summary>
    public void Add(string opening, string words)
    {
        var lines = new List<string>();
        var first = body.Count;
        foreach (var line in Type(opening + words).Split('\n'))
        {
            Break(line.TrimEnd(), lines);
            foreach (var part in lines)
            {
                body.Add(new SheetLine(part, next));
                next = LineStart.Page;
            }
            lines.Clear();
        }
        if (body.Count > first + 1)
        {
            // The last line stays with the one before: alone below a page line it could be taken for a signature.
            body[^1] = body[^1] with
            {
                Start = LineStart.Nothing,
            };
        }
    }

    /// <summary>Adds a blank line to the body.</summary>
    public void AddBlank() => body.Add(new SheetLine("", LineStart.Nothing));

    private string Type(string words)
    {
        var typed = keyboard.Type(words, missing);
        IsRetyped |= typed != words;
        return typed;
    }

    private void Break(string words, List<string> lines)
    {
        IsBroken |= words.Length > Width;
        LineBreaks.Break(words, lines);
    }
}
