namespace Chancery.Office;

/// <summary>A message on its way into the index.</summary>
/// <param name="Number">Its row number in the store.</param>
/// <param name="Id">Its id.</param>
/// <param name="Minute">Its date in minutes since year 1.</param>
/// <param name="Terms">Its words and field terms (<see cref="IndexTerms"/>), UTF-8, separated by blanks.</param>
public sealed record IndexedMessage(long Number, MessageId Id, long Minute, ReadOnlyMemory<byte> Terms);
