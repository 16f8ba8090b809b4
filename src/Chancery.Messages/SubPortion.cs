namespace Chancery.Messages;

/// <summary>A part of a paragraph with a letter, a number or a bullet of its own (text.md PA-7).</summary>
/// <param name="Path">The way to it, such as <c>2.a.(1)</c>; bullets are counted: <c>2.-1</c>.</param>
/// <param name="Portion">Its own mark, or null.</param>
/// <param name="Text">Its words; letter and mark are not part of them.</param>
/// <param name="Span">Its lines in the message's raw bytes; empty in a built message.</param>
public sealed record SubPortion(string Path, Marking? Portion, string Text, TextSpan Span);
