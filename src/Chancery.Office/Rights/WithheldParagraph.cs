namespace Chancery.Office;

/// <summary>A paragraph that an extract leaves out: its number and its place, nothing else (RD-9).</summary>
/// <param name="Number">As printed.</param>
/// <param name="Before">How many shown paragraphs stand in front of it.</param>
public readonly record struct WithheldParagraph(string Number, int Before);
