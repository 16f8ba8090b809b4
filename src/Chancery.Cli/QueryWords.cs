namespace Chancery.Cli;

/// <summary>The words of a query as they come from a command line.</summary>
internal static class QueryWords
{
    /// <summary><c>find fuel -water</c> asks for fuel without water, not for an option: such words become the search language's NOT.</summary>
    public static string[] SpellOutNot(string[] arguments) =>
        [.. arguments.SelectMany(word => word.Length > 2 && word[0] == '-' && word[1] != '-' ? new[] { "NOT", word[1..] } : [word])];
}
