namespace Chancery.Office;

/// <summary>What one kind of reader finds a message by: a row of the index.</summary>
/// <param name="Minute">Its date in minutes since year 1.</param>
/// <param name="Terms">Its words and field terms (<see cref="IndexTerms"/>), UTF-8, separated by blanks.</param>
/// <param name="Row">The fields it shows.</param>
/// <param name="Offices">The offices of its addressees and passing lines.</param>
public readonly record struct IndexedView(long Minute, ReadOnlyMemory<byte> Terms, MessageRow Row, ImmutableArray<string> Offices);
