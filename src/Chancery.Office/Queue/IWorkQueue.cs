namespace Chancery.Office;

/// <summary>
/// What waits to be delivered, per destination by precedence and then by acceptance. Every change is on disk when a call returns, and stands in the
/// journal. Thread-safe.
/// </summary>
public interface IWorkQueue
{
    /// <summary>
    /// Leases what comes next for a destination, and gives it its channel number in the same commit; null where nothing waits. With
    /// <paramref name="delivered"/> the one before is finished in the same commit: one flush for both.
    /// </summary>
    WorkItem? Lease(string destination, TimeSpan length, OutChannel? channel, WorkItem? delivered = null);

    /// <summary>Leases what comes next for a destination, as many as there are up to <paramref name="most"/>, in one commit; empty where nothing waits.</summary>
    IReadOnlyList<WorkItem> Lease(string destination, TimeSpan length, OutChannel? channel, int most);

    /// <summary>Finishes deliveries in one commit; those whose fence is no longer their own are left alone.</summary>
    void Deliver(IReadOnlyList<WorkItem> items, string detail);

    /// <summary>Finishes a delivery; false where the fence is no longer its own.</summary>
    bool Deliver(WorkItem item, string detail);

    /// <summary>Gives a delivery back to be tried again after a pause; false where the fence is no longer its own.</summary>
    bool GiveBack(WorkItem item, TimeSpan pause, string why);

    /// <summary>
    /// Gives a delivery back whose transmission was broken off: its channel number stays used, and it goes again under a new one (transmission.md 8.6);
    /// false where the fence is no longer its own.
    /// </summary>
    bool BreakOff(WorkItem item, OutChannel channel, string why);

    /// <summary>Keeps a lease so long from now on; false where the fence is no longer its own.</summary>
    bool Keep(WorkItem item, TimeSpan length);

    /// <summary>True where something of a precedence or above waits for a destination and is due.</summary>
    bool IsWaiting(string destination, Precedence least);

    /// <summary>Gives back everything that a program leased which is no longer there. Called when a server starts.</summary>
    void ReturnLeases();

    /// <summary>How much waits, of messages within a scope.</summary>
    IReadOnlyList<QueueDepth> Depths(ReadingScope scope);

    /// <summary>The deliveries of a message, oldest first.</summary>
    IReadOnlyList<QueuedDelivery> Of(MessageId message);
}
