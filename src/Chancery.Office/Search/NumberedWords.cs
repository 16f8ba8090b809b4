namespace Chancery.Office;

/// <summary>What a piece of text is cut from: the words of a paragraph.</summary>
/// <param name="Number">The paragraph's number as printed, or null.</param>
/// <param name="Words">Its words.</param>
public readonly record struct NumberedWords(string? Number, Passage Words);
