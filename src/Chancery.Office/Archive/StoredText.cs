namespace Chancery.Office;

/// <summary>The bytes of a message and where the words of its paragraphs stand in them.</summary>
/// <param name="Id">The message.</param>
/// <param name="Raw">Its bytes; empty where they were destroyed.</param>
/// <param name="Places">What <see cref="ParagraphPlaces"/> noted; null where nothing was.</param>
public sealed record StoredText(MessageId Id, ReadOnlyMemory<byte> Raw, byte[]? Places);
