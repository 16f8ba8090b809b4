using System.Buffers;

namespace Chancery.Office;

/// <summary>Cuts out of a message what shows why it was found. Made for one query, from the bytes of the hit itself.</summary>
internal sealed class Snippets
{
    private const int Size = 160;
    private readonly List<string> beginnings;
    private readonly HashSet<string> wanted;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> wantedSpans;
    private readonly SearchValues<string> printed;

    public Snippets(SearchQuery query)
    {
        wanted = new HashSet<string>(query.Wanted(), StringComparer.Ordinal);
        beginnings = [.. query.Beginnings()];
        wantedSpans = wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        printed = SearchValues.Create([.. wanted.Concat(beginnings)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True where the query asks for words that a text can show.</summary>
    public bool IsWanted => wanted.Count > 0 || beginnings.Count > 0;

    /// <summary>The best piece of a message; none where no word was asked for or the words stand in no paragraph and no line.</summary>
    public ImmutableArray<Snippet> Of(OpenedMessage opened) =>
        Of(Paragraphs(opened.Message), () => opened.IsExtract ? IndexTerms.ExtractWords(opened.Message) : Words.Decode(opened.Raw.Span));

    /// <summary>The same of a message that is open as a whole; it is read only where nobody noted the places of its paragraphs.</summary>
    /// <param name="text">Its bytes.</param>
    /// <param name="reader">Reads it where it must be.</param>
    public ImmutableArray<Snippet> Of(StoredText text, MessageReader reader) =>
        Of(
            (text.Places is { } places ? ParagraphPlaces.Open(places, text.Raw) : null) ?? Paragraphs(reader.Read(text.Raw)),
            () => Words.Decode(text.Raw.Span)
        );

    private static ImmutableArray<NumberedWords> Paragraphs(Message message) =>
        message.Paragraphs.Select(paragraph => new NumberedWords(paragraph.Number, paragraph.Words)).ToImmutableArray();

    private ImmutableArray<Snippet> Of(ImmutableArray<NumberedWords> paragraphs, Func<string> whole)
    {
        if (!IsWanted)
        {
            return [];
        }
        // Most paragraphs hold none of the words and most that do hold them as they are typed: cutting words costs twenty times a look for them.
        var best = Best(paragraphs, onlyPrinted: true) ?? Best(paragraphs, onlyPrinted: false) ?? Better(null, whole(), null);
        return best is { } found ? [found.Snippet] : [];
    }

    private (Snippet Snippet, int Worth)? Best(ImmutableArray<NumberedWords> paragraphs, bool onlyPrinted)
    {
        var best = default((Snippet Snippet, int Worth)?);
        foreach (var (number, words) in paragraphs)
        {
            var text = words.ToString();
            if (!onlyPrinted || text.AsSpan().ContainsAny(printed))
            {
                best = Better(best, text, number);
            }
            if (best is { } found && found.Worth >= wanted.Count + beginnings.Count)
            {
                break;
            }
        }
        return best;
    }

    private (Snippet Snippet, int Worth)? Better((Snippet Snippet, int Worth)? best, string text, string? paragraph)
    {
        var words = new List<Word>(text.Length / 5);
        Words.Cut(text, words);
        var hits = Hits(text, words);
        if (hits.Count == 0)
        {
            return best;
        }
        var (first, worth) = BestWindow(hits);
        return worth > (best?.Worth ?? 0) ? (Cut(text, hits, first, paragraph), worth) : best;
    }

    /// <summary>The words asked for, printed as one or split.</summary>
    private List<(TextSpan Span, string Word)> Hits(string text, List<Word> words)
    {
        var hits = new List<(TextSpan, string)>();
        Span<char> folded = stackalloc char[Words.Longest * 2];
        for (var i = 0; i < words.Count; i++)
        {
            var length = Folding.Fold(text.AsSpan(words[i].Start, words[i].Length), folded);
            if (wantedSpans.TryGetValue(folded[..length], out var word))
            {
                hits.Add((new TextSpan(words[i].Start, words[i].Length), word));
            }
            else if (beginnings.Count > 0 && Beginning(folded[..length]) is { } beginning)
            {
                hits.Add((new TextSpan(words[i].Start, words[i].Length), beginning));
            }
            else if (Words.SplitRun(text, words, i) is > 1 and var run)
            {
                var joined = string.Concat(words.Skip(i).Take(run).Select(part => Words.Fold(text.AsSpan(part.Start, part.Length))));
                if (wanted.Contains(joined))
                {
                    hits.Add((TextSpan.FromBounds(words[i].Start, words[i + run - 1].End), joined));
                    i += run - 1;
                }
            }
        }
        return hits;
    }

    private string? Beginning(ReadOnlySpan<char> word)
    {
        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
            {
                return beginning;
            }
        }
        return null;
    }

    /// <summary>Where a piece begins that holds the most different words, and how many.</summary>
    private static (int First, int Worth) BestWindow(List<(TextSpan Span, string Word)> hits)
    {
        var best = (First: 0, Worth: 0);
        for (var i = 0; i < hits.Count; i++)
        {
            var end = hits[i].Span.Start + Size;
            var worth = hits.Skip(i).TakeWhile(hit => hit.Span.End <= end).Select(hit => hit.Word).Distinct(StringComparer.Ordinal).Count();
            if (worth > best.Worth)
            {
                best = (i, worth);
            }
        }
        return best;
    }

    private static Snippet Cut(string text, List<(TextSpan Span, string Word)> hits, int first, string? paragraph)
    {
        var start = Math.Max(0, hits[first].Span.Start - (Size / 4));
        while (start > 0 && start < hits[first].Span.Start && !char.IsWhiteSpace(text[start - 1]))
        {
            start++;
        }
        var end = Math.Min(text.Length, Math.Max(start + Size, hits[first].Span.End));
        while (end < text.Length && end > hits[first].Span.End && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }
        // One character for one character, so that the places of the hits hold.
        var line = string.Create(
            end - start,
            (text, start),
            static (line, from) =>
            {
                for (var i = 0; i < line.Length; i++)
                {
                    var c = from.text[from.start + i];
                    line[i] = char.IsControl(c) ? ' ' : c;
                }
            }
        );
        return new Snippet(
            line,
            [
                .. hits.Where(hit => hit.Span.Start >= start && hit.Span.End <= end)
                    .Select(hit => new TextSpan(hit.Span.Start - start, hit.Span.Length)),
            ],
            paragraph
        );
    }
}
