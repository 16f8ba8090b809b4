namespace Chancery.Office;

/// <summary>Somebody who saw a message or was sent it.</summary>
/// <param name="At">When.</param>
/// <param name="Who">A person, an office or a destination.</param>
/// <param name="How"><c>brought it</c>, <c>opened</c>, <c>opened an extract</c>, <c>took the bytes</c>, <c>exported</c>, <c>delivered</c>, <c>copy for action</c>, <c>copy for information</c>.</param>
/// <param name="More">Channel number, why it was allowed and so on; null where there is nothing to say.</param>
public sealed record ExposureLine(DateTimeOffset At, string Who, string How, string? More);
