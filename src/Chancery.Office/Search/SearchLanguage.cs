using Parlot.Fluent;
using static Parlot.Fluent.Parsers;

namespace Chancery.Office;

/// <summary>
/// The search language: words, <c>"phrases"</c>, <c>word*</c>, <c>=printed</c>, <c>NEAR(a b, 5)</c>, fields, AND by juxtaposition, <c>OR</c>,
/// <c>NOT</c> or <c>-</c>, brackets. AND binds closer than OR.
/// </summary>
public static class SearchLanguage
{
    private const int LongestQuery = 2_000;

    /// <summary>Cuts a query into pieces; it takes any text whatever, so that what is wrong is told by <see cref="QueryReader"/> at its place.</summary>
    private static readonly Parser<IReadOnlyList<Lexeme>> Lexemes = ZeroOrMany(
        SkipWhiteSpace(
            OneOf(
                Piece(LexemeKind.Open, Literals.Char('(')),
                Piece(LexemeKind.Close, Literals.Char(')')),
                Piece(
                    LexemeKind.Quoted,
                    Literals.Char('"').And(ZeroOrOne(Literals.Pattern(c => c != '"'))).And(ZeroOrOne(Literals.Char('"')))
                ),
                Piece(LexemeKind.Word, Literals.Pattern(c => !char.IsWhiteSpace(c) && c is not ('(' or ')' or '"')))
            )
        )
    );

    /// <summary>Reads a query. Never throws; a mistake is located.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="today">The day that words such as <c>last month</c> count from.</param>
    public static SearchParse Parse(string query, DateOnly today)
    {
        if (query.Length > LongestQuery)
        {
            return new SearchParse(
                null,
                new QueryMistake(
                    LongestQuery,
                    query.Length - LongestQuery,
                    $"A query has at most {LongestQuery} characters: ask for less at once.",
                    null
                )
            );
        }
        var lexemes = Lexemes.TryParse(query, out var pieces) && pieces is not null ? pieces : [];
        return new QueryReader(query, lexemes, today).Read();
    }

    private static Parser<Lexeme> Piece<T>(LexemeKind kind, Parser<T> parser) =>
        Capture(parser).Then(span => new Lexeme(kind, span.Offset, span.ToString()));
}
