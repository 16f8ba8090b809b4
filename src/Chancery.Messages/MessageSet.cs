namespace Chancery.Messages;

/// <summary>A set of a naval message (text.md 17.2).</summary>
/// <param name="Id">Set identifier, such as <c>MSGID</c>, as read (damage mended).</param>
/// <param name="Fields">Fields between slants, line ends as blanks; one field in a free-text set.</param>
/// <param name="Span">The set in the message's raw bytes.</param>
public sealed record MessageSet(string Id, ImmutableArray<string> Fields, TextSpan Span);
