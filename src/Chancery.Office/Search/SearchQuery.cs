namespace Chancery.Office;

/// <summary>A query as a tree. Words in it are folded already.</summary>
public abstract record SearchQuery
{
    private SearchQuery() { }

    /// <summary>Finds every message.</summary>
    public sealed record Everything : SearchQuery;

    /// <summary>All parts must hold.</summary>
    public sealed record And(ImmutableArray<SearchQuery> Parts) : SearchQuery;

    /// <summary>One part must hold.</summary>
    public sealed record Or(ImmutableArray<SearchQuery> Parts) : SearchQuery;

    /// <summary>The part must not hold.</summary>
    public sealed record Not(SearchQuery Part) : SearchQuery;

    /// <summary>Words next to each other; a single word is a phrase of one.</summary>
    /// <param name="Field">Where; <see cref="SearchField.Text"/> for anywhere in the message.</param>
    /// <param name="Words">Folded words.</param>
    /// <param name="Exact">Only as printed, not as joined from split words.</param>
    /// <param name="Prefix">The last word is the beginning of one.</param>
    public sealed record Phrase(SearchField Field, ImmutableArray<string> Words, bool Exact, bool Prefix) : SearchQuery;

    /// <summary>Words with at most so many others between them.</summary>
    public sealed record Near(ImmutableArray<string> Words, int Distance) : SearchQuery;

    /// <summary>The date of the message lies on or after <see cref="From"/> and before <see cref="Before"/>; null is open.</summary>
    public sealed record Dated(DateOnly? From, DateOnly? Before) : SearchQuery;

    /// <summary>The words of the text that a hit must or may show: what snippets mark and scores count.</summary>
    public IEnumerable<string> Wanted() =>
        this switch
        {
            And and => and.Parts.SelectMany(part => part.Wanted()),
            Or or => or.Parts.SelectMany(part => part.Wanted()),
            Phrase { Field: SearchField.Text or SearchField.Subject } phrase => phrase.Words,
            Near near => near.Words,
            _ => [],
        };
}
