namespace Chancery.Messages;

/// <summary>One event of an <see cref="EventReader"/>: a kind and a place.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Span">The place, in the bytes of the input.</param>
public readonly record struct MessageEvent(MessageEventKind Kind, TextSpan Span)
{
    /// <summary>1 to 16 for a format line or what stands on one, else 0.</summary>
    public int FormatLine { get; init; }

    /// <summary>What was found, its span in the bytes of the message; null unless <see cref="Kind"/> is <see cref="MessageEventKind.Finding"/>.</summary>
    public Finding? Finding { get; init; }
}
