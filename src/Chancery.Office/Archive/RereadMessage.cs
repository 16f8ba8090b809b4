namespace Chancery.Office;

/// <summary>A message read again with today's reader.</summary>
/// <param name="Number">The row number.</param>
/// <param name="Row">The fields as read now.</param>
/// <param name="Changed">Names of the fields that differ from those stored.</param>
public sealed record RereadMessage(long Number, MessageRow Row, ImmutableArray<string> Changed);
