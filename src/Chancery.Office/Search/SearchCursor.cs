using System.Buffers.Binary;
using System.Buffers.Text;

namespace Chancery.Office;

/// <summary>
/// The place in a list behind which the next page begins. It holds only what the reader saw in the last row, and is compared, never looked up:
/// it means the same whether or not that row is still there or open to him.
/// </summary>
/// <param name="Key">Minutes since year 1 (by date), the score (by relevance), 0 (by acceptance).</param>
/// <param name="Minute">Minutes since year 1 of the last row.</param>
/// <param name="Id">The last row.</param>
public readonly record struct SearchCursor(long Key, long Minute, MessageId Id)
{
    private const int Size = 8 + 8 + MessageId.Size;

    /// <summary>The URL-safe word handed out.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Key);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Minute);
        Id.Value.TryWriteBytes(bytes[16..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a word that was handed out; false where it is none.</summary>
    public static bool TryParse(string? word, out SearchCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Size + 2];
        if (
            word is null
            || word.Length != Base64Url.GetEncodedLength(Size)
            || !Base64Url.IsValid(word)
            || !Base64Url.TryDecodeFromChars(word, bytes, out var written)
            || written != Size
        )
        {
            return false;
        }
        cursor = new SearchCursor(
            BinaryPrimitives.ReadInt64BigEndian(bytes),
            BinaryPrimitives.ReadInt64BigEndian(bytes[8..]),
            MessageId.FromBytes(bytes[16..Size])
        );
        return true;
    }
}
