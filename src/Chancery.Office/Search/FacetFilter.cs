namespace Chancery.Office;

/// <summary>Puts a value of a facet into the text of a query, or takes it out; several values of one facet are alternatives.</summary>
public static class FacetFilter
{
    /// <summary>True where a query is narrowed by the value.</summary>
    public static bool IsOn(string query, FacetKind kind, string value) => Place(query, FacetFields.Ask(kind, value)) >= 0;

    /// <summary>The query with the value where it had it not, without it where it had.</summary>
    /// <param name="query">The query as typed.</param>
    /// <param name="kind">The facet.</param>
    /// <param name="value">The value.</param>
    /// <param name="others">The other values of the facet.</param>
    public static string Toggle(string query, FacetKind kind, string value, IEnumerable<string> others)
    {
        var asked = FacetFields.Ask(kind, value);
        var on = others
            .Append(value)
            .Select(other => FacetFields.Ask(kind, other))
            .Where(other => Place(query, other) >= 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(other => Place(query, other))
            .ToList();
        var rest = Without(query, Group(on));
        if (rest is null)
        {
            // Typed in another form: what is there stays, and the value is asked for besides.
            return on.Contains(asked, StringComparer.OrdinalIgnoreCase) ? query : $"{query} {asked}".Trim();
        }
        var now = on.Contains(asked, StringComparer.OrdinalIgnoreCase)
            ? on.Where(other => !other.Equals(asked, StringComparison.OrdinalIgnoreCase)).ToList()
            : [.. on, asked];
        return $"{rest} {Group(now)}".Trim();
    }

    private static string Group(List<string> asked) => asked.Count > 1 ? $"({string.Join(" OR ", asked)})" : string.Concat(asked);

    private static string? Without(string query, string group)
    {
        if (group.Length == 0)
        {
            return query.Trim();
        }
        var at = query.IndexOf(group, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : $"{query[..at].TrimEnd()} {query[(at + group.Length)..].TrimStart()}".Trim();
    }

    /// <summary>Where it stands by itself, with nothing but a blank or a bracket beside it.</summary>
    private static int Place(string query, string asked)
    {
        for (var at = query.IndexOf(asked, StringComparison.OrdinalIgnoreCase); at >= 0; )
        {
            var end = at + asked.Length;
            if ((at == 0 || query[at - 1] is ' ' or '(') && (end == query.Length || query[end] is ' ' or ')'))
            {
                return at;
            }
            at = query.IndexOf(asked, end, StringComparison.OrdinalIgnoreCase);
        }
        return -1;
    }
}
