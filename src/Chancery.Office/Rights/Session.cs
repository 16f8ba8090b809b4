namespace Chancery.Office;

/// <summary>A person who is signed in.</summary>
/// <param name="Person">Who.</param>
/// <param name="Reader">The person as reader of messages.</param>
/// <param name="Started">When he signed in.</param>
/// <param name="LastSeen">When he was seen before this.</param>
/// <param name="Address">From where he signed in.</param>
public sealed record Session(Person Person, Reader Reader, DateTimeOffset Started, DateTimeOffset LastSeen, string Address);
