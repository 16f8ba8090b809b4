namespace Chancery.Office;

/// <summary>Kinds of <see cref="Lexeme"/>.</summary>
internal enum LexemeKind
{
    Open,
    Close,
    Quoted,
    Word,
}

/// <summary>The smallest piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it stands in the query.</param>
/// <param name="Text">As typed, quotes included.</param>
internal readonly record struct Lexeme(LexemeKind Kind, int Start, string Text)
{
    public int End => Start + Text.Length;

    /// <summary>What stands between the quotes.</summary>
    public string Inner => Text.Trim('"');
}
