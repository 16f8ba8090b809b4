namespace Chancery.Messages.Text;

/// <summary>Flags behind a reference (text.md 11).</summary>
internal static class ReferenceFlags
{
    private static readonly string[] Known = ["NOTAL", "PASEP", "AND PREVIOUS"];

    /// <summary>The flags that stand in the words, each once.</summary>
    public static ImmutableArray<string> In(ReadOnlySpan<char> words)
    {
        ImmutableArray<string> flags = [];
        foreach (var flag in Known)
        {
            if (words.Contains(flag, StringComparison.OrdinalIgnoreCase))
            {
                flags = flags.Add(flag);
            }
        }
        return flags;
    }
}
