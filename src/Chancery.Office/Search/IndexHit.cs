namespace Chancery.Office;

/// <summary>A hit of the index.</summary>
/// <param name="Id">The message.</param>
/// <param name="Cursor">Its place in the order asked for.</param>
public readonly record struct IndexHit(MessageId Id, SearchCursor Cursor);
