namespace Chancery.Messages.Text;

/// <summary>A set as it stands in the view.</summary>
/// <param name="Id">Identifier as read.</param>
/// <param name="Start">Its first byte.</param>
/// <param name="Content">What stands behind its identifier and separator, ending marks left out.</param>
/// <param name="End">The byte after its ending mark.</param>
/// <param name="Damaged">True where the identifier is printed otherwise.</param>
/// <param name="Ended">How it ends: by two slants, by one, or not at all.</param>
internal readonly record struct TextSet(string Id, int Start, TextSpan Content, int End, bool Damaged, SetEnd Ended);
