using System.Buffers.Text;
using System.Security.Cryptography;

namespace Chancery.Web.Desk;

/// <summary>
/// The queries that people of this server asked lately, each under a word that tells nothing: so that no query stands in an address, a history or a
/// proxy's log. Kept in memory only; the oldest go first.
/// </summary>
public sealed class QueryBook(RandomNumberGenerator chance)
{
    private const int Most = 4096;

    private readonly Lock gate = new();
    private readonly Dictionary<string, AskedQuery> asked = [];
    private readonly Queue<string> order = [];

    /// <summary>Notes a query and gives it a word.</summary>
    public string Note(AskedQuery query)
    {
        Span<byte> bytes = stackalloc byte[16];
        chance.GetBytes(bytes);
        var word = Base64Url.EncodeToString(bytes);
        lock (gate)
        {
            asked[word] = query;
            order.Enqueue(word);
            if (order.Count > Most)
            {
                asked.Remove(order.Dequeue());
            }
        }
        return word;
    }

    /// <summary>The query of a word; null where it is unknown, forgotten or another's.</summary>
    public AskedQuery? Find(string word, string who)
    {
        lock (gate)
        {
            return asked.TryGetValue(word, out var query) && string.Equals(query.Who, who, StringComparison.OrdinalIgnoreCase)
                ? query
                : null;
        }
    }
}
