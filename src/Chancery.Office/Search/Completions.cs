namespace Chancery.Office;

/// <summary>
/// Offers how the last word of a query may go on: names of fields, and values that some message has which the reader may see. Each value is counted
/// within his rights before it is offered, so a hidden message is told by none.
/// </summary>
internal sealed class Completions(ISearchIndex index, ReadingScope scope, DateOnly today)
{
    private const int Most = 8;
    private const long CountUpTo = 1000;

    public IReadOnlyList<Completion> Of(string query)
    {
        var start = query.LastIndexOfAny([' ', '\t', '(']) + 1;
        if (start == query.Length || query.Count(c => c == '"') % 2 != 0)
        {
            return [];
        }
        var (before, word) = (query[..start], query[start..]);
        if (word[0] == '-')
        {
            (before, word) = (before + "-", word[1..]);
        }
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? FieldNames(before, word) : Values(before, word[..colon].ToLowerInvariant(), word[(colon + 1)..]);
    }

    private static List<Completion> FieldNames(string before, string word) =>
        word.Length == 0
            ? []
            : QueryFields
                .Names.Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                .Take(Most)
                .Select(name => new Completion($"{before}{name}:", $"{name}:", null, null))
                .ToList();

    private List<Completion> Values(string before, string name, string typed)
    {
        var found = new List<Completion>();
        if (QueryFields.Find(name) is not { } field)
        {
            return found;
        }
        foreach (var (value, meaning) in Candidates(field, name, typed))
        {
            var word = value.All(char.IsLetterOrDigit) ? $"{name}:{value.ToLowerInvariant()}" : $"{name}:\"{value}\"";
            var query = before + word;
            if (SearchLanguage.Parse(query, today).Query is not { } parsed)
            {
                continue;
            }
            var count = index.Count(parsed, scope, after: null, CountUpTo);
            if (count > 0)
            {
                found.Add(new Completion(query, word, meaning, count));
            }
            // Only what is offered counts: stopping at what is looked at would tell of what is hidden.
            if (found.Count == Most)
            {
                break;
            }
        }
        return found;
    }

    private IEnumerable<(string Value, string? Meaning)> Candidates(SearchField field, string name, string typed)
    {
        var fixedValues = QueryFields.Values(field, name);
        if (fixedValues.Length > 0)
        {
            return fixedValues.Where(value => Begins(value, typed)).Select(value => (value, default(string)));
        }
        return field switch
        {
            SearchField.Tag => index
                .Candidates(FacetKind.Tag)
                .Select(code => (code, TagNames.Find(code)))
                .Where(tag => Begins(tag.code, typed) || (tag.Item2 is { } meaning && Holds(meaning, typed)))
                .OrderBy(tag => tag.code, StringComparer.Ordinal),
            SearchField.From or SearchField.To or SearchField.Info => Known(FacetKind.From, typed),
            SearchField.Caption => Known(FacetKind.Caption, typed),
            SearchField.Office => Known(FacetKind.Office, typed),
            _ => [],
        };
    }

    private IEnumerable<(string, string?)> Known(FacetKind kind, string typed) =>
        index
            .Candidates(kind)
            .Where(value => Holds(value, typed))
            .OrderBy(value => value, StringComparer.Ordinal)
            .Select(value => (value, default(string)));

    /// <summary>True where a word of the value begins so.</summary>
    private static bool Holds(string value, string typed) => Begins(value, typed) || value.Split(' ').Any(word => Begins(word, typed));

    private static bool Begins(string value, string typed) => value.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
}
