namespace Chancery.Web.Desk;

/// <summary>A message on screen, with what the screen needs besides.</summary>
/// <param name="Opened">The message.</param>
/// <param name="Links">For each reference its message where it is on file for this reader, else null.</param>
/// <param name="Position">Such as <c>1 of 41</c>, or null.</param>
public sealed record ShownMessage(OpenedMessage Opened, ImmutableArray<MessageId?> Links, string? Position = null)
{
    private const int MostLinks = 40;

    /// <summary>Marks the words of the search it was found by; null outside of a search.</summary>
    public HitMarks? Hits { get; init; }

    /// <summary>What is known of it in lists.</summary>
    public MessageRow Row => Opened.Row;

    /// <summary>The message.</summary>
    public Message Message => Opened.Message;

    /// <summary>Opens a message for a reader; null where it is not there for him.</summary>
    public static ShownMessage? Open(Archive archive, Reader reader, string? id, string? position = null)
    {
        if (!MessageId.TryParse(id, out var known) || archive.Open(reader, known) is not { } opened)
        {
            return null;
        }
        var links = opened
            .Message.References.Select(
                (reference, index) =>
                    index < MostLinks && reference.Mrn is { } number && archive.OpenByNumber(reader, number.Canonical) is [var cited, ..]
                        ? cited.Id
                        : (MessageId?)null
            )
            .ToImmutableArray();
        return new ShownMessage(opened, links, position);
    }

    /// <summary>A reference as it is written on screen.</summary>
    public static string Words(MessageReference reference) =>
        reference.Mrn is { } mrn
            ? $"{(mrn.Year is { } year ? $"{year % 100:00} " : "")}{mrn.Post} {mrn.Number}"
            : reference.Text ?? reference.Raw;
}
