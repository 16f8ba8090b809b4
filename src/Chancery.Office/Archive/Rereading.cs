using System.Text.Json;

namespace Chancery.Office;

/// <summary>Reads all stored bytes again with today's reader and puts the fields that differ in the place of the old ones.</summary>
public sealed class Rereading(IMessageStore store, MessageReader reader, RightsSettings rules)
{
    private const int GroupSize = 500;

    /// <summary>
    /// Reads everything again. A level may rise by itself; where today's reader finds a lower one the stored one stays, because
    /// lowering waits for a person. Whatever was done before a cancellation is done.
    /// </summary>
    /// <param name="who">Named in the journal.</param>
    /// <param name="progress">Told the number of messages read.</param>
    /// <param name="cancellation">Stops between two groups.</param>
    public RereadSummary Run(string who, IProgress<long>? progress, CancellationToken cancellation)
    {
        var fields = new Dictionary<string, long>(StringComparer.Ordinal);
        long messages = 0,
            changed = 0,
            kept = 0,
            after = 0;
        while (store.Scan(after, GroupSize) is { Count: > 0 } stored)
        {
            cancellation.ThrowIfCancellationRequested();
            var group = new List<RereadMessage>();
            var moved = new List<(long, byte[]?)>();
            foreach (var message in stored)
            {
                after = message.Number;
                if (message.Raw.IsEmpty)
                {
                    // Destroyed: there is nothing to read again.
                    continue;
                }
                var read = reader.Read(message.Raw);
                var row = Row(message.Row, read, out var levelKept);
                kept += levelKept ? 1 : 0;
                var differing = Differing(message.Row, row);
                if (!differing.IsEmpty)
                {
                    group.Add(new RereadMessage(message.Number, row, differing));
                }
                if (ParagraphPlaces.Of(read) is var places && !places.AsSpan().SequenceEqual(message.Places))
                {
                    moved.Add((message.Number, places));
                }
                foreach (var field in differing)
                {
                    fields[field] = fields.GetValueOrDefault(field) + 1;
                }
            }
            if (group.Count > 0)
            {
                store.Rewrite(group, who, cancellation);
            }
            if (moved.Count > 0)
            {
                store.NotePlaces(moved, cancellation);
            }
            changed += group.Count;
            messages += stored.Count;
            progress?.Report(messages);
        }
        return new RereadSummary(
            messages,
            changed,
            [.. fields.OrderByDescending(field => field.Value).ThenBy(field => field.Key, StringComparer.Ordinal)],
            kept
        );
    }

    private MessageRow Row(MessageRow old, Message message, out bool levelKept)
    {
        var row = MessageRow.Of(message, old.Id, old.FiledAt, old.Origin, old.Filing, unmarked: old.Level) with
        {
            States = old.States,
            // What closed it stays, whatever today's reader finds; what it finds besides closes it too.
            Protection = old.Protection.Tightened(Protection.Of(message, message.EffectiveLevel.Level ?? old.Level, rules)),
        };
        levelKept = row.Level < old.Level;
        if (ReadingRights.IsRestricted(old.Captions) && !ReadingRights.IsRestricted(row.Captions))
        {
            // A restrictive caption that vanished would open the message as a lower level does.
            row = row with
            {
                Captions = old.Captions,
            };
        }
        return levelKept ? row with { EffectiveLevel = old.EffectiveLevel } : row;
    }

    /// <summary>Names of the members that differ in the stored form.</summary>
    private static ImmutableArray<string> Differing(MessageRow old, MessageRow row)
    {
        var before = RowJson.ToBytes(old);
        var now = RowJson.ToBytes(row);
        if (before.AsSpan().SequenceEqual(now))
        {
            return old.Protection == row.Protection ? [] : ["protection"];
        }
        var was = JsonElement.Parse(before);
        return
        [
            .. JsonElement
                .Parse(now)
                .EnumerateObject()
                .Where(member => !was.TryGetProperty(member.Name, out var value) || !JsonElement.DeepEquals(value, member.Value))
                .Select(member => member.Name),
        ];
    }
}
