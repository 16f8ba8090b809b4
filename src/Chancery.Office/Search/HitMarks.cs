namespace Chancery.Office;

/// <summary>Finds in lines of text the words that a query asks for, as they are printed or split.</summary>
public sealed class HitMarks
{
    private readonly HashSet<string> wanted;
    private readonly List<string> beginnings;

    internal HitMarks(SearchQuery? query)
    {
        wanted = new HashSet<string>(query?.Wanted() ?? [], StringComparer.Ordinal);
        beginnings = [.. query?.Beginnings() ?? []];
    }

    /// <summary>The places of the words in a line, in UTF-16 units, ascending.</summary>
    public ImmutableArray<TextSpan> In(string line)
    {
        if (wanted.Count == 0 && beginnings.Count == 0)
        {
            return [];
        }
        var words = new List<Word>();
        Words.Cut(line, words);
        var hits = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < words.Count; i++)
        {
            var run = IsWanted(Words.Fold(line.AsSpan(words[i].Start, words[i].Length))) ? 1 : Words.SplitRun(line, words, i);
            if (
                run > 1
                && !IsWanted(string.Concat(words.Skip(i).Take(run).Select(part => Words.Fold(line.AsSpan(part.Start, part.Length)))))
            )
            {
                continue;
            }
            if (run > 1 || IsWanted(Words.Fold(line.AsSpan(words[i].Start, words[i].Length))))
            {
                hits.Add(TextSpan.FromBounds(words[i].Start, words[i + run - 1].End));
                i += run - 1;
            }
        }
        return hits.DrainToImmutable();
    }

    private bool IsWanted(string word) =>
        wanted.Contains(word) || beginnings.Exists(beginning => word.StartsWith(beginning, StringComparison.Ordinal));
}
