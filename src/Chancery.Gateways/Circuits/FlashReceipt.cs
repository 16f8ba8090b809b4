namespace Chancery.Gateways.Circuits;

/// <summary>Whether the other station owes a receipt for what is sent: for FLASH, but where ZGC says not (transmission.md 3.2 P8b).</summary>
internal static class FlashReceipt
{
    /// <summary>The delivery, marked where a receipt is owed for it.</summary>
    public static WorkItem Awaited(WorkItem item, CircuitSettings circuit, MessageReader reader) =>
        item with
        {
            AwaitsReceipt =
                item.Precedence >= Precedence.Flash
                && circuit.ReceiptAfter > TimeSpan.Zero
                && reader.Read(item.Raw) is var message
                && message.Form != MessageForm.ShortService
                && !DuplicateTable.Says(message, "ZGC"),
        };
}
