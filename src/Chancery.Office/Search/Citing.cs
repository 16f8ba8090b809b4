namespace Chancery.Office;

/// <summary>The messages that a message refers to, for which it may be the answer (handling.md 3.3 SU-3).</summary>
/// <param name="Sender">Its originator: name and routing indicator, folded.</param>
/// <param name="Numbers">The numbers in its references.</param>
public sealed record Citing(ImmutableArray<string> Sender, ImmutableArray<NumberKey> Numbers)
{
    /// <summary>What a message refers to; null where that is nothing with a number, or nobody knows who sent it.</summary>
    public static Citing? By(MessageRow row, Message message)
    {
        if (row.From is not { } from || message.References.IsEmpty)
        {
            return null;
        }
        ImmutableArray<NumberKey> numbers =
        [
            .. message.References.Select(reference => reference.Mrn).OfType<MessageReferenceNumber>().Select(NumberKey.Of).Distinct(),
        ];
        return numbers.IsEmpty ? null : new Citing([.. Asking.Names(from.Name, from.RoutingIndicator)], numbers);
    }
}
