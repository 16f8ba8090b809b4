using Chancery.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Web.Desk;

/// <summary>A message on screen, with what the screen needs besides.</summary>
/// <param name="Opened">The message.</param>
/// <param name="Links">For each reference its message where it is on file for this reader, else null.</param>
public sealed record ShownMessage(OpenedMessage Opened, ImmutableArray<MessageId?> Links)
{
    private const int MostLinks = 40;

    /// <summary>Marks the words of the search it was found by; null outside of a search.</summary>
    public HitMarks? Hits { get; init; }

    /// <summary>What is known of it in lists.</summary>
    public MessageRow Row => Opened.Row;

    /// <summary>The message.</summary>
    public Message Message => Opened.Message;

    /// <summary>True where the reader must say why before the text is shown: nothing but its row is here then.</summary>
    public bool AsksWhy { get; private init; }

    /// <summary>Opens a message for a reader, and notes it; null where it is not there for him.</summary>
    /// <param name="page">The page that shows it.</param>
    /// <param name="id">The message.</param>
    /// <param name="act">What is done with it (<see cref="AuditActs"/>).</param>
    public static ShownMessage? Open(DeskPage page, string? id, string act = AuditActs.View)
    {
        if (!MessageId.TryParse(id, out var known))
        {
            return null;
        }
        var services = page.HttpContext.RequestServices;
        var reason = services.GetRequiredService<ReasonBook>().Find(SignedIn.Of(page.HttpContext), known);
        var view = services.GetRequiredService<Viewing>().Open(page.Me, known, act, reason);
        return view.Opened is { } opened ? Of(opened, services.GetRequiredService<Archive>(), page.Me)
            : view.NeedsReason is { } row
                ? new ShownMessage(new OpenedMessage(row, new Message(), ReadOnlyMemory<byte>.Empty), []) { AsksWhy = true }
            : null;
    }

    private static ShownMessage Of(OpenedMessage opened, Archive archive, Reader reader)
    {
        var links = opened
            .Message.References.Select(
                (reference, index) =>
                    index < MostLinks && reference.Mrn is { } number && archive.OpenByNumber(reader, number.Canonical) is [var cited, ..]
                        ? cited.Id
                        : (MessageId?)null
            )
            .ToImmutableArray();
        return new ShownMessage(opened, links);
    }

    /// <summary>A reference as it is written on screen.</summary>
    public static string Words(MessageReference reference) =>
        reference.Mrn is { } mrn
            ? $"{(mrn.Year is { } year ? $"{year % 100:00} " : "")}{mrn.Post} {mrn.Number}"
            : reference.Text ?? reference.Raw;
}
