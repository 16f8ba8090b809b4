using Chancery.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Web.Desk;

/// <summary>A message on screen, with what the screen needs besides.</summary>
/// <param name="Opened">The message.</param>
/// <param name="Links">For each reference its message where it is on file for this reader, else null.</param>
public sealed record ShownMessage(OpenedMessage Opened, ImmutableArray<MessageId?> Links)
{
    /// <summary>What it refers to and what refers to it, as far as this reader sees; null where it is not asked for or the text is not shown.</summary>
    public MessageReferences? References { get; private init; }

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
    /// <param name="withReferences">True where the screen shows what refers to it, too: a pane that follows the keys does not wait for that.</param>
    public static ShownMessage? Open(DeskPage page, string? id, string act = AuditActs.View, bool withReferences = false)
    {
        if (!MessageId.TryParse(id, out var known))
        {
            return null;
        }
        var services = page.HttpContext.RequestServices;
        var reason = services.GetRequiredService<ReasonBook>().Find(SignedIn.Of(page.HttpContext), known);
        var view = services.GetRequiredService<Viewing>().Open(page.Me, known, act, reason);
        if (view.Opened is not { } opened)
        {
            return view.NeedsReason is { } row
                ? new ShownMessage(new OpenedMessage(row, new Message(), ReadOnlyMemory<byte>.Empty), []) { AsksWhy = true }
                : null;
        }
        var desk = services.GetRequiredService<ReferenceDesk>();
        var references = withReferences ? desk.Of(page.Me, opened, page.HttpContext.RequestAborted) : null;
        return new ShownMessage(
            opened,
            references is null
                ? desk.Links(page.Me, opened.Message, page.HttpContext.RequestAborted)
                : [.. references.Cites.Select(cited => cited.OnFile is [var first, ..] ? first.Id : (MessageId?)null)]
        )
        {
            References = references,
        };
    }

    /// <summary>So many messages that refer to it are listed.</summary>
    public const int MostListed = 20;

    /// <summary>When a message was sent that is not on file, as far as its neighbours tell.</summary>
    public static string Sent(CitedMessage cited) =>
        (cited.After, cited.Before) switch
        {
            ({ } after, { } before) => $", sent {Day(after)} to {Day(before)}",
            ({ } after, null) => $", sent after {Day(after)}",
            (null, { } before) => $", sent before {Day(before)}",
            _ => "",
        };

    private static string Day(DateTime at) => Zulu.Day(new DateTimeOffset(at, TimeSpan.Zero));

    /// <summary>A reference as it is written on screen.</summary>
    public static string Words(MessageReference reference) =>
        reference.Mrn is { } mrn
            ? $"{(mrn.Year is { } year ? $"{year % 100:00} " : "")}{mrn.Post} {mrn.Number}"
            : reference.Text ?? reference.Raw;
}
