using Chancery.Cli.Output;
using Chancery.Office;

namespace Chancery.Cli.Offices;

/// <summary>Shows where a query is wrong.</summary>
internal static class QueryTrouble
{
    /// <summary>The query with the mistake underlined, what is wrong, and the query as it was perhaps meant.</summary>
    public static RefusalException Refusal(string query, QueryMistake mistake)
    {
        var shown = MessageSheet.Clean(query);
        var at = Math.Clamp(mistake.Position, 0, shown.Length);
        var underline = new string(' ', at) + new string('^', Math.Max(1, Math.Min(mistake.Length, shown.Length - at)));
        var hint = mistake.Suggestion is { } suggestion ? $" Try: {MessageSheet.Clean(suggestion)}" : "";
        return new RefusalException(ExitCodes.WrongUsage, mistake.Message + hint, $"  {shown}\n  {underline}");
    }

    /// <summary>Refuses a query that cannot be understood, before anybody is asked.</summary>
    public static void Check(string query, TimeProvider clock)
    {
        if (SearchLanguage.Parse(query, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Mistake is { } mistake)
        {
            throw Refusal(query, mistake);
        }
    }
}
