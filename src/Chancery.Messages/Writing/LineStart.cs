namespace Chancery.Messages.Writing;

/// <summary>What may begin with a line of the text.</summary>
internal enum LineStart : byte
{
    /// <summary>It stays with the line before.</summary>
    Nothing,

    /// <summary>A page.</summary>
    Page,

    /// <summary>A section of the message: a paragraph ended before it.</summary>
    Section,
}
