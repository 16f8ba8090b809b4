namespace Chancery.Messages;

/// <summary>Which section of a longer message this is (text.md 6).</summary>
/// <param name="Number">From 1; null where <c>FINAL SECTION</c> names no total either.</param>
/// <param name="Of">How many there are; null where not printed.</param>
/// <param name="Final">True where it is marked FINAL.</param>
public sealed record Section(int? Number, int? Of, bool Final);
