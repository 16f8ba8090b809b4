namespace Chancery.Messages.Heading;

/// <summary>Format line 5 of a heading that was readdressed.</summary>
/// <param name="Line">The line of the view.</param>
/// <param name="Dtg">Its parts.</param>
/// <param name="FirstEntry">The first of its addresses in the list of all.</param>
internal readonly record struct BlockStart(int Line, DtgLine Dtg, int FirstEntry);
