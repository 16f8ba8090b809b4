namespace Chancery.Office;

/// <summary>A piece of a list.</summary>
/// <param name="Rows">The rows, in the order of the list.</param>
/// <param name="Next">The word to hand back as <c>before</c> for the rest; null where nothing follows.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);
