using Chancery.Web.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Chancery.Web.Desk;

/// <summary>A message on screen, with what the screen needs besides.</summary>
/// <param name="Opened">The message.</param>
/// <param name="References">What it refers to and what refers to it, as far as this reader sees; null where the text is not shown.</param>
public sealed record ShownMessage(OpenedMessage Opened, MessageReferences? References)
{
    /// <summary>The message that a reference names, where it is on file for this reader.</summary>
    public MessageId? Link(int reference) => References?.Cites[reference].OnFile is [var cited, ..] ? cited.Id : null;

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
        return view.Opened is { } opened
                ? new ShownMessage(
                    opened,
                    services.GetRequiredService<ReferenceDesk>().Of(page.Me, opened, page.HttpContext.RequestAborted)
                )
            : view.NeedsReason is { } row
                ? new ShownMessage(new OpenedMessage(row, new Message(), ReadOnlyMemory<byte>.Empty), null) { AsksWhy = true }
            : null;
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
