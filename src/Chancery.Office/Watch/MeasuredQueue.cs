namespace Chancery.Office;

/// <summary>A queue that tells the meter what is delivered and what comes back.</summary>
internal sealed class MeasuredQueue(IWorkQueue queue, TimeProvider clock) : IWorkQueue
{
    /// <summary>Where it is told; set once the office is wired.</summary>
    public OfficeMeter? Meter { get; set; }

    public WorkItem? Lease(string destination, TimeSpan length, OutChannel? channel, WorkItem? delivered = null)
    {
        var next = queue.Lease(destination, length, channel, delivered);
        if (delivered is not null)
        {
            Tell(delivered);
        }
        return next;
    }

    public IReadOnlyList<WorkItem> Lease(string destination, TimeSpan length, OutChannel? channel, int most) =>
        queue.Lease(destination, length, channel, most);

    public void Deliver(IReadOnlyList<WorkItem> items, string detail)
    {
        queue.Deliver(items, detail);
        foreach (var item in items)
        {
            Tell(item);
        }
    }

    public bool Deliver(WorkItem item, string detail)
    {
        var done = queue.Deliver(item, detail);
        if (done)
        {
            Tell(item);
        }
        return done;
    }

    public bool GiveBack(WorkItem item, TimeSpan pause, string why)
    {
        Meter?.Returned(item.Precedence);
        return queue.GiveBack(item, pause, why);
    }

    public bool BreakOff(WorkItem item, OutChannel channel, string why)
    {
        Meter?.Returned(item.Precedence);
        return queue.BreakOff(item, channel, why);
    }

    public bool Keep(WorkItem item, TimeSpan length) => queue.Keep(item, length);

    public bool IsWaiting(string destination, Precedence least) => queue.IsWaiting(destination, least);

    public void ReturnLeases() => queue.ReturnLeases();

    public IReadOnlyList<QueueDepth> Depths(ReadingScope scope) => queue.Depths(scope);

    public IReadOnlyList<QueuedDelivery> Of(MessageId message) => queue.Of(message);

    private void Tell(WorkItem item) => Meter?.Delivered(item.Precedence, clock.GetUtcNow() - item.AcceptedAt);
}
