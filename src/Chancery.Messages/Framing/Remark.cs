namespace Chancery.Messages.Framing;

/// <summary>Something a reader noticed while reading that a check reports: it would be lost, or found a second time, otherwise.</summary>
/// <param name="Rule">Id of the rule, such as <c>TG-2</c>.</param>
/// <param name="Span">The place in the view.</param>
/// <param name="Message">What was found and what was expected, one sentence.</param>
internal readonly record struct Remark(string Rule, TextSpan Span, string Message);
