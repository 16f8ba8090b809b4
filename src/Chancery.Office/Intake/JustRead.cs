using System.Collections.Concurrent;

namespace Chancery.Office;

/// <summary>
/// Messages that were read to be filed, kept until the indexer comes by, so that it need not read them a second time. Forgets the oldest; what is
/// forgotten is read again.
/// </summary>
internal sealed class JustRead
{
    private const int Most = 32_768;
    private const int LargestMessage = 64 * 1024;
    private readonly ConcurrentDictionary<MessageId, Message> messages = new();
    private readonly ConcurrentQueue<MessageId> order = new();

    /// <summary>Keeps a message that was filed under an id.</summary>
    public void Keep(MessageId id, Message message)
    {
        if (message.Raw.Length > LargestMessage)
        {
            return;
        }
        messages[id] = message;
        order.Enqueue(id);
        while (order.Count > Most && order.TryDequeue(out var oldest))
        {
            messages.TryRemove(oldest, out _);
        }
    }

    /// <summary>Hands a message over; null where it was forgotten.</summary>
    public Message? Take(MessageId id) => messages.TryRemove(id, out var message) ? message : null;
}
