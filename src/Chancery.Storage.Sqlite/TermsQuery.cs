using System.Globalization;
using System.Text;

namespace Chancery.Storage.Sqlite;

/// <summary>A query in the words of FTS5, with the bounds of the date that are taken out of it.</summary>
/// <param name="Match">The expression; it names the scope of every reader who may not see everything.</param>
/// <param name="From">First minute since year 1.</param>
/// <param name="Before">The minute after the last one.</param>
internal sealed record TermsQuery(string Match, long From, long Before)
{
    /// <summary>The year after the last one that dates inside OR and NOT are looked for in.</summary>
    private const int EndOfYears = 2200;
    private const int StartOfYears = 1900;

    /// <summary>The first and last row that its dates leave.</summary>
    public (long First, long Last) Rows => IndexRow.Span(From, Before);

    /// <summary>Builds it.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="scope">Who asks.</param>
    /// <param name="protections">What protects messages of the index, as far as the level alone does not decide.</param>
    public static TermsQuery Of(SearchQuery query, ReadingScope scope, IReadOnlyList<Protection> protections)
    {
        var from = 0L;
        var before = DateTime.MaxValue.Ticks / TimeSpan.TicksPerMinute;
        var rest = ImmutableArray.CreateBuilder<SearchQuery>();
        foreach (var part in query is SearchQuery.And and ? and.Parts : [query])
        {
            if (part is SearchQuery.Dated dated)
            {
                from = Math.Max(from, dated.From is { } first ? Minute(first) : 0);
                before = Math.Min(before, dated.Before is { } end ? Minute(end) : before);
            }
            else if (part is not SearchQuery.Everything)
            {
                rest.Add(part);
            }
        }
        var match = new StringBuilder();
        var open = Scope(scope, protections);
        // Who may see everything needs no term for it, unless nothing else is asked for or extracts are to be passed over.
        if (!scope.IsAll || rest.All(part => part is SearchQuery.Not) || protections.Any(protection => !protection.Portions.IsEmpty))
        {
            match.Append(open);
        }
        new Writer(match, open, Beside(TermPrefix.Later, scope, protections), Beside(TermPrefix.Answered, scope, protections)).Write(rest);
        return new TermsQuery(match.ToString(), from, before);
    }

    /// <summary>The same with one more expression that must hold.</summary>
    public string And(string expression) => $"({Match}) AND {expression}";

    /// <summary>A word in quotes, so that nothing in it is taken for a sign of the language.</summary>
    public static string Quote(string words) => '"' + words.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';

    /// <summary>The terms that open rows to a reader: of the rows of one message exactly one has any of them, or none.</summary>
    private static string Scope(ReadingScope scope, IReadOnlyList<Protection> protections)
    {
        if (scope.IsAll)
        {
            return Quote(TermPrefix.Whole);
        }
        var terms = new List<string>();
        if (scope.HighestPlainRank is >= 0 and var rank)
        {
            terms.Add(TermPrefix.Open + rank.ToString(CultureInfo.InvariantCulture));
        }
        foreach (var protection in protections)
        {
            var sight = scope.Of(protection);
            if (sight.Reading == Reading.Full && !protection.IsPlain)
            {
                terms.Add(TermPrefix.OpenBy + protection.Token);
            }
            else if (sight.Reading == Reading.Portions)
            {
                terms.Add($"{TermPrefix.Extract}{protection.Token}:{sight.Open.ToString(CultureInfo.InvariantCulture)}");
            }
        }
        // Who may see nothing gets a term that no message has.
        return terms.Count <= 1 ? Quote(terms is [var one] ? one : TermPrefix.Open) : $"({string.Join(" OR ", terms.Select(Quote))})";
    }

    /// <summary>The terms of rows to which a message that the reader may see whole is what the prefix says.</summary>
    private static string Beside(string prefix, ReadingScope scope, IReadOnlyList<Protection> protections)
    {
        if (scope.IsAll)
        {
            return Quote(prefix);
        }
        var terms = protections
            .Where(protection => !protection.IsPlain && scope.Of(protection).Reading == Reading.Full)
            .Select(protection => prefix + protection.Token);
        if (scope.HighestPlainRank is >= 0 and var rank)
        {
            terms = terms.Append(prefix + rank.ToString(CultureInfo.InvariantCulture));
        }
        // Who may see nothing whole gets a term that no message has.
        return $"({string.Join(" OR ", terms.DefaultIfEmpty(prefix + TermPrefix.Gap).Select(Quote))})";
    }

    private static long Minute(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).Ticks / TimeSpan.TicksPerMinute;

    /// <param name="match">Where the expression is written.</param>
    /// <param name="everything">What every message in the scope has: what NOT is taken from where nothing else is asked for.</param>
    /// <param name="later">What those have whose place a message has taken that is in the scope.</param>
    /// <param name="answered">What those have that a message answers which is in the scope.</param>
    private sealed class Writer(StringBuilder match, string everything, string later, string answered)
    {
        /// <summary>Adds what must hold, behind what stands there already.</summary>
        public void Write(IReadOnlyList<SearchQuery> parts)
        {
            foreach (var part in parts)
            {
                if (part is not SearchQuery.Not)
                {
                    match.Append(match.Length == 0 ? "" : " AND ");
                    Write(part);
                }
            }
            // In FTS5 NOT takes away from what stands in front, and binds closest: brackets make that all of it.
            var without = parts.OfType<SearchQuery.Not>().ToList();
            if (without.Count > 0)
            {
                match.Insert(0, '(').Append(") NOT (");
                WriteAll([.. without.Select(not => not.Part)], " OR ");
                match.Append(')');
            }
        }

        private void Write(SearchQuery query)
        {
            switch (query)
            {
                case SearchQuery.Phrase phrase:
                    Write(phrase);
                    break;
                case SearchQuery.Near near:
                    match.Append("NEAR(").AppendJoin(' ', near.Words.Select(Quote));
                    match.Append(CultureInfo.InvariantCulture, $", {near.Distance})");
                    break;
                case SearchQuery.Or or:
                    match.Append('(');
                    WriteAll(or.Parts, " OR ");
                    match.Append(')');
                    break;
                case SearchQuery.And and:
                    WriteGroup(and.Parts);
                    break;
                case SearchQuery.Not:
                    WriteGroup([query]);
                    break;
                case SearchQuery.Dated dated:
                    WriteDates(dated);
                    break;
                case SearchQuery.Superseded:
                    match.Append(later);
                    break;
                case SearchQuery.Unanswered:
                    match.Append('(').Append(Quote(TermPrefix.Asks)).Append(" NOT ").Append(answered).Append(')');
                    break;
                default:
                    match.Append(everything);
                    break;
            }
        }

        private void WriteGroup(ImmutableArray<SearchQuery> parts)
        {
            var group = new StringBuilder(everything);
            new Writer(group, everything, later, answered).Write(parts);
            match.Append('(').Append(group).Append(')');
        }

        private void WriteAll(ImmutableArray<SearchQuery> parts, string between)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0)
                {
                    match.Append(between);
                }
                Write(parts[i]);
            }
        }

        private void Write(SearchQuery.Phrase phrase)
        {
            var prefix = TermPrefix.Of(phrase.Field);
            var star = phrase.Prefix ? " *" : "";
            match.Append('(').Append(Words(prefix, phrase)).Append(star);
            if (!phrase.Exact)
            {
                match.Append(" OR ").Append(Words(prefix + TermPrefix.Joined, phrase)).Append(star);
            }
            match.Append(')');
        }

        private static string Words(string prefix, SearchQuery.Phrase phrase) =>
            Quote(string.Join(' ', phrase.Words.Select(word => prefix + word)));

        /// <summary>A span of days as the fewest years, months and days that make it up.</summary>
        private void WriteDates(SearchQuery.Dated dated)
        {
            var day = Max(dated.From ?? DateOnly.MinValue, new DateOnly(StartOfYears, 1, 1));
            var end = Min(dated.Before ?? DateOnly.MaxValue, new DateOnly(EndOfYears, 1, 1));
            var terms = new List<string>();
            while (day < end)
            {
                if (day.DayOfYear == 1 && day.AddYears(1) <= end)
                {
                    terms.Add(day.ToString("yyyy", CultureInfo.InvariantCulture));
                    day = day.AddYears(1);
                }
                else if (day.Day == 1 && day.AddMonths(1) <= end)
                {
                    terms.Add(day.ToString("yyyyMM", CultureInfo.InvariantCulture));
                    day = day.AddMonths(1);
                }
                else
                {
                    terms.Add(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
                    day = day.AddDays(1);
                }
            }
            match.Append('(').AppendJoin(" OR ", terms.DefaultIfEmpty("").Select(term => Quote(TermPrefix.Date + term))).Append(')');
        }

        private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

        private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;
    }
}
