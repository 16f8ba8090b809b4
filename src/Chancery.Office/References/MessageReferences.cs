namespace Chancery.Office;

/// <summary>What a message refers to and what refers to it, as far as the reader sees it (handling.md 9, RE-1).</summary>
/// <param name="CiteAs">How it is cited in a paper (<see cref="Citation"/>).</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Copies">Other messages under the same number: sections, repetitions, corrected copies.</param>
/// <param name="Cites">What it refers to, in the order of its references.</param>
/// <param name="CitedBy">What refers to its number, newest first.</param>
/// <param name="More">True where more refer to it than are listed.</param>
public sealed record MessageReferences(
    string CiteAs,
    string? Number,
    IReadOnlyList<MessageRow> Copies,
    IReadOnlyList<CitedMessage> Cites,
    IReadOnlyList<MessageRow> CitedBy,
    bool More
);
