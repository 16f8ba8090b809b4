namespace Chancery.Office;

/// <summary>
/// The terms of what was just filed, made while the message is at hand, so that the indexer need not fetch and read it a second time. Holds so
/// much and no more; what finds no room is read again.
/// </summary>
internal sealed class JustFiled
{
    /// <summary>The most bytes of messages whose terms wait here.</summary>
    private const long Room = 48L * 1024 * 1024;
    private readonly Lock gate = new();
    private readonly Queue<Group> groups = new();
    private long held;

    /// <summary>True while nothing is to be made here: the machine has more urgent work.</summary>
    public bool Rests { get; set; }

    /// <summary>Takes what one commit filed, in the order of its numbers; makes the terms on another thread.</summary>
    public void Keep(IReadOnlyList<CommitResult> results, IReadOnlyList<NewMessage> messages)
    {
        if (Rests)
        {
            return;
        }
        var filed = new List<(StoredMessage Stored, Message Message)>(results.Count);
        var size = 0L;
        for (var i = 0; i < results.Count; i++)
        {
            if (results[i].Row is { } row)
            {
                var message = messages[i].Message;
                filed.Add((new StoredMessage(results[i].Number, row, message.Raw) { Supersedes = results[i].Supersedes }, message));
                size += message.Raw.Length;
            }
        }
        if (filed.Count == 0)
        {
            return;
        }
        lock (gate)
        {
            if (held + size > Room)
            {
                return;
            }
            held += size;
            groups.Enqueue(
                new Group(filed[0].Stored.Number, filed[^1].Stored.Number, size, Task.Run(() => new IndexTerms().MakeAll(filed)))
            );
        }
    }

    /// <summary>The terms of the messages that follow a number without a gap, at least so many where they are here; empty where the next is not.</summary>
    /// <param name="after">The number before the first one wanted.</param>
    /// <param name="atLeast">How many are enough.</param>
    /// <param name="missing">How many must be fetched from the store before the next one that is here.</param>
    public List<IndexedMessage> Take(long after, int atLeast, out long missing)
    {
        var taken = new List<IndexedMessage>();
        missing = 0;
        while (taken.Count < atLeast && Next(after, out missing) is { } group)
        {
            taken.AddRange(group.Terms.GetAwaiter().GetResult());
            after = group.Last;
        }
        return taken;
    }

    private Group? Next(long after, out long missing)
    {
        lock (gate)
        {
            while (groups.TryPeek(out var group))
            {
                missing = group.First - after - 1;
                if (missing > 0)
                {
                    return null;
                }
                groups.Dequeue();
                held -= group.Size;
                if (missing == 0)
                {
                    return group;
                }
            }
            missing = long.MaxValue;
            return null;
        }
    }

    private sealed record Group(long First, long Last, long Size, Task<IndexedMessage[]> Terms);
}
