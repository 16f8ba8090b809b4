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

    /// <summary>A later message that the asker may see has taken its place.</summary>
    public sealed record Superseded : SearchQuery;

    /// <summary>It asks for something, and none of those who were asked has referred to it in a later message that the asker of the query may see.</summary>
    public sealed record Unanswered : SearchQuery;

    /// <summary>The facets by which the whole query is narrowed.</summary>
    public IEnumerable<FacetKind> Filters() => Whole().Select(FilterOf).OfType<FacetKind>().Distinct();

    /// <summary>The same without what narrows it by a facet.</summary>
    public SearchQuery Without(FacetKind kind)
    {
        var rest = Whole().Where(part => FilterOf(part) != kind).ToImmutableArray();
        return rest.Length switch
        {
            0 => new Everything(),
            1 => rest[0],
            _ => new And(rest),
        };
    }

    private IEnumerable<SearchQuery> Whole() => this is And and ? and.Parts : [this];

    private static FacetKind? FilterOf(SearchQuery part) =>
        part switch
        {
            Phrase phrase => FacetFields.KindOf(phrase.Field),
            Or either when either.Parts.Select(FilterOf).Distinct().ToList() is [{ } kind] => kind,
            _ => null,
        };

    /// <summary>The words of the text that a hit must or may show: what snippets mark and scores count.</summary>
    public IEnumerable<string> Wanted() =>
        this switch
        {
            And and => and.Parts.SelectMany(part => part.Wanted()),
            Or or => or.Parts.SelectMany(part => part.Wanted()),
            Phrase { Field: SearchField.Text or SearchField.Subject } phrase => phrase.Prefix ? phrase.Words[..^1] : phrase.Words,
            Near near => near.Words,
            _ => [],
        };

    /// <summary>The beginnings of words of the text that a hit may show.</summary>
    public IEnumerable<string> Beginnings() =>
        this switch
        {
            And and => and.Parts.SelectMany(part => part.Beginnings()),
            Or or => or.Parts.SelectMany(part => part.Beginnings()),
            Phrase { Field: SearchField.Text or SearchField.Subject, Prefix: true } phrase => [phrase.Words[^1]],
            _ => [],
        };
}
