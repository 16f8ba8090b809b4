namespace Chancery.Exercise.Words;

/// <summary>A sentence with slots in it.</summary>
/// <param name="Pieces">Words between the slots; one more than there are slots.</param>
/// <param name="Slots">The letters of the slots, lower-case.</param>
internal sealed record SentencePattern(ImmutableArray<string> Pieces, ImmutableArray<char> Slots)
{
    /// <summary>Reads a line of the sentence list, such as <c>{b} {v} {n}.</c></summary>
    public static SentencePattern Parse(string line)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        var slots = ImmutableArray.CreateBuilder<char>();
        var start = 0;
        for (var open = line.IndexOf('{', StringComparison.Ordinal); open >= 0; open = line.IndexOf('{', start))
        {
            pieces.Add(line[start..open]);
            slots.Add(char.ToLowerInvariant(line[open + 1]));
            start = open + 3;
        }
        pieces.Add(line[start..]);
        return new SentencePattern(pieces.ToImmutable(), slots.ToImmutable());
    }
}
