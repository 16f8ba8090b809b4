namespace Chancery.Office;

/// <summary>What a re-reading changed.</summary>
/// <param name="Messages">Messages read.</param>
/// <param name="Changed">Messages of which a field changed.</param>
/// <param name="Fields">How many messages changed, by field, most frequent first.</param>
/// <param name="LevelsKept">Messages in which today's reader finds a lower level than the stored one, which stays.</param>
public sealed record RereadSummary(long Messages, long Changed, ImmutableArray<KeyValuePair<string, long>> Fields, long LevelsKept);
