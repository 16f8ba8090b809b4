namespace Chancery.Messages;

/// <summary>The subject (text.md 10).</summary>
/// <param name="Text">Joined to one line, without its mark.</param>
/// <param name="Portion">Its own mark, or null.</param>
public sealed record Subject(string Text, Marking? Portion);
