using System.Buffers;

namespace Chancery.Storage.Sqlite;

/// <summary>
/// The values that rows of the index are counted by, each under a number. A row keeps its numbers, so that ten thousand rows are counted without
/// reading one message. One writer; readers see an array that never changes, in the place of which the writer puts a longer one.
/// </summary>
internal sealed class FacetBook
{
    private readonly Dictionary<(FacetKind, string), int> numbers = [];
    private readonly List<(FacetKind Kind, string Value)> values = [];
    private readonly ArrayBufferWriter<byte> buffer = new();
    private volatile (FacetKind Kind, string Value)[] known = [];

    /// <summary>Every value by its number.</summary>
    public ReadOnlySpan<(FacetKind Kind, string Value)> Known => known;

    /// <summary>Begins anew from what the index holds.</summary>
    public void Load(Session session)
    {
        numbers.Clear();
        values.Clear();
        foreach (var (kind, value) in session.All(IndexSql.FacetValues, line => ((FacetKind)line.GetInt32(1), line.GetString(2))))
        {
            numbers.Add((kind, value), values.Count);
            values.Add((kind, value));
        }
        known = [.. values];
    }

    /// <summary>The numbers of a view's values, for its row; new values are written with the transaction under way.</summary>
    public byte[] Note(Session session, IndexedView view)
    {
        buffer.ResetWrittenCount();
        FacetValues.Of(
            view,
            (kind, value) =>
            {
                if (!numbers.TryGetValue((kind, value), out var number))
                {
                    number = values.Count;
                    numbers.Add((kind, value), number);
                    values.Add((kind, value));
                    session.Do(IndexSql.AddFacetValue, number, (int)kind, value);
                }
                Write(number);
            }
        );
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Lets readers see what was noted: before rows that hold it are.</summary>
    public void Publish()
    {
        if (known.Length != values.Count)
        {
            known = [.. values];
        }
    }

    /// <summary>Counts the numbers of a row.</summary>
    public static void Count(ReadOnlySpan<byte> row, ref long[] counts)
    {
        var (number, shift) = (0, 0);
        foreach (var part in row)
        {
            number |= (part & 0x7F) << shift;
            shift += 7;
            if ((part & 0x80) == 0)
            {
                if (number >= counts.Length)
                {
                    Array.Resize(ref counts, number + 1);
                }
                counts[number]++;
                (number, shift) = (0, 0);
            }
        }
    }

    private void Write(int number)
    {
        var span = buffer.GetSpan(5);
        var length = 0;
        for (var rest = (uint)number; ; rest >>= 7)
        {
            span[length++] = (byte)(rest >= 0x80 ? rest | 0x80 : rest);
            if (rest < 0x80)
            {
                break;
            }
        }
        buffer.Advance(length);
    }
}
