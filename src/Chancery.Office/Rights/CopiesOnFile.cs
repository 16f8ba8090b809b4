using System.Globalization;
using System.Text;

namespace Chancery.Office;

/// <summary>
/// Finds the copies of a message that are on file, whichever door they came by: the same bytes, or copies by <see cref="CopyKeys"/>. Traffic is found by its
/// keys; what was only filed has none and is found by the index.
/// </summary>
public sealed class CopiesOnFile(IMessageStore store, ISecurityRecord record, Archive archive, Indexer indexer, MessageReader reader)
{
    /// <summary>How many messages of one day, or with the same words, are looked at.</summary>
    private const int Most = 20_000;
    private const int PageSize = 500;

    /// <summary>So many of the longest words of a text are looked for; those that have them all are read.</summary>
    private const int WordCount = 12;

    /// <summary>By what copies of a message are told.</summary>
    public CopyKeys KeysOf(MessageId id) => CopyKeys.Of(Read(id));

    /// <summary>The copies of a message that are not closed, each once.</summary>
    public IReadOnlyList<MessageRow> Open(MessageRow row)
    {
        var message = Read(row.Id);
        var known = CopyKeys.Of(message);
        var identity = known.Logged.MessageIdentity;
        var found = new Dictionary<MessageId, MessageRow>();
        foreach (var other in record.SameBytes(row.Id).Select(store.Row).OfType<MessageRow>())
        {
            Add(other);
        }
        foreach (var other in record.SameKeys(row.Id, known).Select(store.Row).OfType<MessageRow>())
        {
            AddCopy(other);
        }
        indexer.CatchUp(null, CancellationToken.None);
        if (identity is not null)
        {
            var day = IndexTerms.DateOf(row).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            foreach (var other in Found($"date:{day}").Where(other => other.MessageIdentity == identity))
            {
                AddCopy(other);
            }
        }
        if (LongestWords(message) is { Length: > 0 } words)
        {
            foreach (var other in Found(words))
            {
                AddCopy(other);
            }
        }
        return [.. found.Values];

        void AddCopy(MessageRow other)
        {
            if (!found.ContainsKey(other.Id) && known.IsCopyOf(KeysOf(other.Id)))
            {
                Add(other);
            }
        }

        void Add(MessageRow other)
        {
            if (!other.Protection.IsQuarantined && other.Id != row.Id)
            {
                found[other.Id] = other;
            }
        }
    }

    private Message Read(MessageId id) => reader.Read(store.Raw(id) ?? ReadOnlyMemory<byte>.Empty);

    private IEnumerable<MessageRow> Found(string query)
    {
        var request = new FindRequest(query, Limit: PageSize) { Snippets = false, Totals = false };
        for (var seen = 0; seen < Most; seen += PageSize)
        {
            var page = archive.Find(Reader.Owner, request, CancellationToken.None);
            foreach (var row in page.Rows)
            {
                yield return row;
            }
            if (page.Next is null)
            {
                yield break;
            }
            request = request with { Before = page.Next };
        }
    }

    /// <summary>A query for the longest words of the text; empty where it has none.</summary>
    private static string LongestWords(Message message)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in message.Parts)
        {
            if (part.FormatLine == 12)
            {
                words.UnionWith(Words.Fold(Encoding.Latin1.GetString(message.Raw.Span.Slice(part.Span.Start, part.Span.Length))));
            }
        }
        return string.Join(
            ' ',
            words
                .Where(word => Ascii.IsValid(word))
                .OrderByDescending(word => word.Length)
                .ThenBy(word => word, StringComparer.Ordinal)
                .Take(WordCount)
                .Select(word => $"\"{word}\"")
        );
    }
}
