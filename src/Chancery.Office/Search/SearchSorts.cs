namespace Chancery.Office;

/// <summary>The orders of search results as people write them: <c>date</c>, <c>filed</c>, <c>relevance</c>.</summary>
public static class SearchSorts
{
    /// <summary>The word of an order.</summary>
    public static string Word(this SearchSort sort) =>
        sort switch
        {
            SearchSort.Filed => "filed",
            SearchSort.Relevance => "relevance",
            _ => "date",
        };

    /// <summary>The order of a word, that of the date where there is none; null for another word.</summary>
    public static SearchSort? Of(string? word) =>
        word switch
        {
            null or "" or "date" => SearchSort.Date,
            "filed" => SearchSort.Filed,
            "relevance" => SearchSort.Relevance,
            _ => null,
        };
}
