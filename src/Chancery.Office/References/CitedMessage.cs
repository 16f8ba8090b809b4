namespace Chancery.Office;

/// <summary>A reference of a message, and what is on file for it.</summary>
/// <param name="Reference">The reference as read.</param>
/// <param name="OnFile">The messages under its number, or date-time group and originator, newest first; empty where none is on file for the reader.</param>
/// <param name="IsLookedFor">True where it names a message by which one can be looked for; a book or a talk cannot.</param>
/// <param name="After">Where none is: it was sent after this (handling.md 9, RE-3); null where nothing tells it; in Z.</param>
/// <param name="Before">And before this.</param>
public sealed record CitedMessage(
    MessageReference Reference,
    IReadOnlyList<MessageRow> OnFile,
    bool IsLookedFor,
    DateTime? After,
    DateTime? Before
);
