namespace Chancery.Messages.Writing;

/// <summary>A line of a text that is being written.</summary>
/// <param name="Words">What stands on it.</param>
/// <param name="Start">What may begin with it.</param>
internal readonly record struct SheetLine(string Words, LineStart Start);
