namespace Chancery.Exercise.Traffic;

using Forms;
using Words;

/// <summary>The last messages of each theme, for references and answers. Of fixed size, so that traffic can run on for ever.</summary>
internal sealed class History
{
    private const int Depth = 48;

    private readonly (Draft Draft, string File)?[][] rings = [.. Lexicon.Instance.Themes.Select(_ => new (Draft, string)?[Depth])];
    private readonly int[] counts = new int[Lexicon.Instance.Themes.Length];

    /// <summary>Remembers a message.</summary>
    public void Add(Draft draft, string file)
    {
        var theme = draft.Theme.Index;
        rings[theme][counts[theme]++ % Depth] = (draft, file);
    }

    /// <summary>One of the last messages of a theme; null where there is none yet.</summary>
    public (Draft Draft, string File)? Recall(Theme theme, Dice dice)
    {
        var count = Math.Min(Depth, counts[theme.Index]);
        return count == 0 ? null : rings[theme.Index][dice.Below(count)];
    }

    /// <summary>How another message cites this one.</summary>
    public static Citation Cite(Draft draft, bool isNotal = false) =>
        new(
            draft.From,
            draft.Number,
            draft.Time,
            draft.Subject,
            draft.Family == TextFamily.State2000 ? ReferenceKind.Cable : ReferenceKind.Military
        )
        {
            IsNotal = isNotal,
        };
}
