namespace Chancery.Office;

/// <summary>One message that is on disk.</summary>
/// <param name="Id">The id under which it can be opened.</param>
/// <param name="DuplicateOf">An earlier message with the same bytes, or null; the same as <paramref name="Id"/> where nothing was filed.</param>
/// <param name="Message">The message as read.</param>
public sealed record Accepted(MessageId Id, MessageId? DuplicateOf, Message Message);
