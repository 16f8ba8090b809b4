namespace Chancery.Messages.Sections;

/// <summary>By what the sections of one message are known: its number, or originator and date-time group where it has none; and the total (MS-1).</summary>
/// <param name="Name">Canonical number, or originator with date-time group.</param>
/// <param name="Total">How many sections there are.</param>
internal readonly record struct SectionKey(string Name, int Total)
{
    /// <summary>The key of a message; null where it is no section or says too little.</summary>
    public static SectionKey? Of(Message message)
    {
        if (message.Section is not { Number: { } number, Of: { } of } || of < 2 || number < 1 || number > of)
        {
            return null;
        }
        var name =
            message.Mrn?.Canonical
            // All sections keep one date-time group (transmission.md 1.8).
            ?? (message.From is { } from && message.Dtg is { } dtg ? $"{from.Name}/{dtg.Utc?.ToString("O") ?? dtg.Raw}" : null);
        return name is null ? null : new SectionKey(name, of);
    }
}
