namespace Chancery.Office;

/// <summary>One line of the journal, which is only ever added to.</summary>
/// <param name="Sequence">From 1 within the history of the message.</param>
/// <param name="At">When.</param>
/// <param name="Kind"><c>accepted</c>, <c>duplicate</c>, <c>reread</c> and so on.</param>
/// <param name="Who">The person or program.</param>
/// <param name="Message">The message concerned, or null.</param>
/// <param name="Detail">What else there is to say, or null.</param>
public sealed record JournalEntry(long Sequence, DateTimeOffset At, string Kind, string Who, MessageId? Message, string? Detail);
