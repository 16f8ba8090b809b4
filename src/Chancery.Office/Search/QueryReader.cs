namespace Chancery.Office;

/// <summary>Makes the tree of a query out of its pieces, or says what is wrong and where.</summary>
internal sealed class QueryReader(string query, IReadOnlyList<Lexeme> lexemes, DateOnly today)
{
    private const int Deepest = 40;
    private QueryMistake? mistake;
    private int next;
    private int depth;

    public SearchParse Read()
    {
        if (lexemes.Count == 0)
        {
            return new SearchParse(new SearchQuery.Everything(), null);
        }
        var tree = ReadOr();
        if (mistake is null && next < lexemes.Count)
        {
            Wrong(lexemes[next], "A closing bracket without an opening one.", Without(lexemes[next]));
        }
        return mistake is null ? new SearchParse(tree, null) : new SearchParse(null, mistake);
    }

    private Lexeme? Peek => mistake is null && next < lexemes.Count ? lexemes[next] : null;

    private SearchQuery? ReadOr()
    {
        var parts = new List<SearchQuery?> { ReadAnd() };
        while (Peek is { Kind: LexemeKind.Word, Text: "OR" } or)
        {
            next++;
            if (Peek is null or { Kind: LexemeKind.Close })
            {
                return Wrong(or, "OR stands between two things to find: something is missing behind it.", Without(or));
            }
            parts.Add(ReadAnd());
        }
        return mistake is not null ? null
            : parts.Count == 1 ? parts[0]
            : new SearchQuery.Or([.. parts!]);
    }

    private SearchQuery? ReadAnd()
    {
        var parts = new List<SearchQuery?>();
        while (Peek is { } piece && piece.Kind != LexemeKind.Close && piece.Text != "OR")
        {
            if (piece is { Kind: LexemeKind.Word, Text: "AND" })
            {
                next++;
                if (parts.Count == 0 || Peek is null or { Kind: LexemeKind.Close } or { Text: "OR" or "AND" })
                {
                    return Wrong(piece, "AND stands between two things to find: something is missing beside it.", Without(piece));
                }
                continue;
            }
            parts.Add(ReadOne());
        }
        if (mistake is not null)
        {
            return null;
        }
        if (parts.Count == 0)
        {
            var at = Peek ?? lexemes[^1];
            return Wrong(
                at,
                at.Kind == LexemeKind.Close
                    ? "Nothing to find stands in front of this bracket."
                    : "Something to find is missing in front of OR.",
                Without(at)
            );
        }
        return parts.Count == 1 ? parts[0] : new SearchQuery.And([.. parts!]);
    }

    private SearchQuery? ReadOne()
    {
        var piece = lexemes[next++];
        if (piece is { Kind: LexemeKind.Word, Text: "NOT" or "-" })
        {
            if (Peek is null or { Kind: LexemeKind.Close } or { Text: "OR" or "AND" })
            {
                return Wrong(piece, "What is not wanted is missing behind it.", Without(piece));
            }
            return Deeper(piece, () => ReadOne() is { } part ? new SearchQuery.Not(part) : null);
        }
        return piece.Kind switch
        {
            LexemeKind.Open => ReadBrackets(piece),
            LexemeKind.Quoted => ReadPhrase(SearchField.Text, piece, exact: false),
            _ => ReadWord(piece),
        };
    }

    private SearchQuery? ReadBrackets(Lexeme open) =>
        Deeper(
            open,
            () =>
            {
                if (Peek is null)
                {
                    return Wrong(open, "This bracket is not closed.", Without(open));
                }
                var inside = ReadOr();
                if (mistake is not null)
                {
                    return null;
                }
                if (Peek is not { Kind: LexemeKind.Close })
                {
                    return Wrong(open, "This bracket is not closed.", query + ")");
                }
                next++;
                return inside;
            }
        );

    private SearchQuery? ReadWord(Lexeme piece)
    {
        var text = piece.Text;
        if (text.Length == 0)
        {
            return Wrong(piece with { Start = piece.Start - 1, Text = "-" }, "What is not wanted is missing behind it.", null);
        }
        if (text[0] == '-')
        {
            return Again(piece with { Start = piece.Start + 1, Text = text[1..] }, part => new SearchQuery.Not(part));
        }
        if (text == "=")
        {
            return Adjacent(piece) is { Kind: LexemeKind.Quoted } quoted
                ? Take(() => ReadPhrase(SearchField.Text, quoted, exact: true))
                : Wrong(piece, "Behind = stands the word or phrase that is wanted exactly as printed.", Without(piece));
        }
        if (text[0] == '=')
        {
            return Leaf(SearchField.Text, piece with { Start = piece.Start + 1, Text = text[1..] }, exact: true);
        }
        if (text.Equals("NEAR", StringComparison.Ordinal) && Adjacent(piece) is { Kind: LexemeKind.Open })
        {
            return ReadNear(piece);
        }
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text.AsSpan(0, colon).IndexOfAnyExceptInRange('A', 'z') < 0
            ? ReadField(piece, text[..colon], piece with { Start = piece.Start + colon + 1, Text = text[(colon + 1)..] })
            : Leaf(SearchField.Text, piece, exact: false);
    }

    private SearchQuery? ReadField(Lexeme piece, string name, Lexeme value)
    {
        if (QueryFields.Find(name) is null && !QueryFields.Dates.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            var near = NearestWord.Of(name, QueryFields.Names);
            var place = piece with { Text = name };
            return near is not null
                ? Wrong(
                    place,
                    $"There is no field {name}: perhaps {near} is meant; words with a colon stand in quotes.",
                    Instead(place, near)
                )
                : Wrong(
                    place,
                    $"There is no field {name}: there are {string.Join(", ", QueryFields.Names)}; words with a colon stand in quotes.",
                    null
                );
        }
        if (value.Text.Length == 0)
        {
            if (Adjacent(value) is not { Kind: LexemeKind.Quoted } quoted)
            {
                return Wrong(piece, $"What is looked for is missing behind {name}: without a blank.", null);
            }
            value = quoted;
            next++;
        }
        else if (
            name.ToUpperInvariant() is "AFTER" or "BEFORE" or "DATE"
            && value.Text is "last" or "this"
            && Peek is { Kind: LexemeKind.Word } unit
        )
        {
            // "after:last month" without quotes.
            value = value with
            {
                Text = query[value.Start..unit.End],
            };
            next++;
        }
        return QueryFields.Find(name) is { } field ? ReadValue(field, name, value) : ReadDate(name, value);
    }

    private SearchQuery? ReadValue(SearchField field, string name, Lexeme value)
    {
        var values = QueryFields.Values(field, name);
        if (values.Length > 0)
        {
            var typed = IndexTerms.Term(
                field == SearchField.Level && Levels.TryParse(value.Inner, out var level) ? level.Name() : value.Inner
            );
            if (values.Any(known => IndexTerms.Term(known) == typed))
            {
                return field == SearchField.State && typed == QueryFields.Superseded ? new SearchQuery.Superseded()
                    : field == SearchField.State && typed == QueryFields.Unanswered ? new SearchQuery.Unanswered()
                    : new SearchQuery.Phrase(field, [typed], Exact: true, Prefix: false);
            }
            var near = NearestWord.Of(value.Inner, values);
            return Wrong(
                value,
                $"{name}: has no value {value.Inner}: there are {string.Join(", ", values)}.",
                near is null ? null : Instead(value, near.Contains(' ', StringComparison.Ordinal) ? $"\"{near}\"" : near.ToLowerInvariant())
            );
        }
        switch (field)
        {
            case SearchField.Mrn or SearchField.Reference when NumberKey.TryParse(value.Inner, out var key):
                var term = key.Year is { } year ? $"{year:00}{key.Bare}" : key.Bare;
                return new SearchQuery.Phrase(field, [IndexTerms.Term(term)], Exact: true, Prefix: false);
            case SearchField.Dtg or SearchField.Finding when IndexTerms.Term(value.Inner) is { Length: > 0 } whole:
                return new SearchQuery.Phrase(field, [whole], Exact: true, Prefix: value.Text.EndsWith('*'));
            default:
                return value.Kind == LexemeKind.Quoted ? ReadPhrase(field, value, exact: false) : Leaf(field, value, exact: false);
        }
    }

    private SearchQuery? ReadDate(string name, Lexeme value)
    {
        if (QueryDates.Parse(value.Inner, today, out var problem) is not var (first, end))
        {
            var shorter = QueryDates.Beginning(value.Inner, today);
            return Wrong(
                value,
                $"{char.ToUpperInvariant(problem[0])}{problem[1..]}: write {QueryDates.Forms}.",
                shorter is null ? null : Instead(value, shorter)
            );
        }
        return name.ToUpperInvariant() switch
        {
            "AFTER" => new SearchQuery.Dated(first, null),
            "BEFORE" => new SearchQuery.Dated(null, first),
            _ => new SearchQuery.Dated(first, end),
        };
    }

    private SearchQuery? ReadNear(Lexeme piece)
    {
        next++;
        var inside = new List<Lexeme>();
        while (Peek is { Kind: LexemeKind.Word or LexemeKind.Quoted } part)
        {
            inside.Add(part);
            next++;
        }
        if (Peek is not { Kind: LexemeKind.Close } close)
        {
            return mistake is not null ? null : Wrong(piece, "NEAR(…) is not closed.", query + ")");
        }
        next++;
        var text = inside.Count == 0 ? "" : query[inside[0].Start..close.Start];
        var comma = text.LastIndexOf(',');
        var distance = 10;
        if (comma >= 0 && (!int.TryParse(text.AsSpan(comma + 1).Trim(), out distance) || distance is < 0 or > 1000))
        {
            return Wrong(
                piece with
                {
                    Text = query[piece.Start..close.End],
                },
                "Behind the comma of NEAR stands a number from 0 to 1000.",
                null
            );
        }
        var words = Words.Fold(comma < 0 ? text : text[..comma]);
        return words.Length >= 2
            ? new SearchQuery.Near(words, distance)
            : Wrong(
                piece with
                {
                    Text = query[piece.Start..close.End],
                },
                "NEAR takes two words or more, as in NEAR(trucks radios, 5).",
                null
            );
    }

    private SearchQuery? ReadPhrase(SearchField field, Lexeme quoted, bool exact)
    {
        if (quoted.Text.Length < 2 || quoted.Text[^1] != '"')
        {
            return Wrong(quoted, "These quotes are not closed.", query + "\"");
        }
        var words = Words.Fold(quoted.Inner);
        return words.IsEmpty
            ? Wrong(quoted, "There is no word between these quotes.", Without(quoted))
            : new SearchQuery.Phrase(field, words, exact, Prefix: false);
    }

    /// <summary>A word as typed: it may hold several, as c-130 does, and may end in a star.</summary>
    private SearchQuery? Leaf(SearchField field, Lexeme piece, bool exact)
    {
        var star = piece.Text.EndsWith('*');
        var text = star ? piece.Text[..^1] : piece.Text;
        if (text.Contains('*', StringComparison.Ordinal))
        {
            return Wrong(
                piece,
                "A star stands only at the end of a word.",
                Instead(piece, text.Replace("*", "", StringComparison.Ordinal) + "*")
            );
        }
        var words = Words.Fold(text);
        if (words.IsEmpty)
        {
            return Wrong(piece, $"There is no word in {piece.Text}: words are letters and digits.", Without(piece));
        }
        var printed = new SearchQuery.Phrase(field, words, exact, star);
        // Typed with a hyphen, it is also meant where it is printed as one word.
        return words.Length > 1 && !exact && text.Contains('-', StringComparison.Ordinal)
            ? new SearchQuery.Or([printed, new SearchQuery.Phrase(field, [string.Concat(words)], exact, star)])
            : printed;
    }

    /// <summary>Goes on with the rest of a word behind its sign; where nothing of it is left, with what follows without a blank.</summary>
    private SearchQuery? Again(Lexeme rest, Func<SearchQuery, SearchQuery> wrap) =>
        Deeper(rest, () => ReadWord(rest) is { } part ? wrap(part) : null);

    private SearchQuery? Deeper(Lexeme at, Func<SearchQuery?> read)
    {
        if (++depth > Deepest)
        {
            return Wrong(at, $"Brackets and NOT go at most {Deepest} deep.", null);
        }
        var answer = read();
        depth--;
        return answer;
    }

    private SearchQuery? Take(Func<SearchQuery?> read)
    {
        next++;
        return read();
    }

    /// <summary>The piece that follows without a blank, or null.</summary>
    private Lexeme? Adjacent(Lexeme piece) => Peek is { } following && following.Start == piece.End ? following : null;

    private SearchQuery? Wrong(Lexeme at, string sentence, string? suggestion)
    {
        mistake ??= new QueryMistake(at.Start, at.Text.Length, sentence, suggestion);
        return null;
    }

    private string? Without(Lexeme piece)
    {
        var rest = (query[..piece.Start].TrimEnd() + " " + query[Math.Min(piece.End, query.Length)..].TrimStart()).Trim();
        return rest.Length == 0 ? null : rest;
    }

    private string Instead(Lexeme piece, string replacement) => query[..piece.Start] + replacement + query[piece.End..];
}
