namespace Chancery.Messages;

/// <summary>A reason for classification.</summary>
/// <param name="Section">Section of the order, such as <c>1.4</c>.</param>
/// <param name="Letter">Lower-case letter; null where only the section is named.</param>
public sealed record ClassificationReason(string Section, string? Letter);
