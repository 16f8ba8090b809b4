namespace Chancery.Office;

/// <summary>The search language: words, phrases, fields, AND by juxtaposition, OR, NOT, brackets.</summary>
public static class SearchLanguage
{
    /// <summary>Reads a query. Never throws; a mistake is located.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="today">The day that words such as <c>last month</c> count from.</param>
    public static SearchParse Parse(string query, DateOnly today) => throw new InvalidOperationException();
}
