namespace Chancery.Office;

/// <summary>Traffic that was accepted before, as far as duplicates are told by it.</summary>
/// <param name="Number">Its row number.</param>
/// <param name="Id">Its id.</param>
/// <param name="Keys">Its keys.</param>
/// <param name="Protection">What protects it.</param>
public sealed record KnownMessage(long Number, MessageId Id, MessageKeys Keys, Protection Protection);
