using System.Buffers.Binary;
using System.Text;

namespace Chancery.Messages;

/// <summary>
/// The short words that come again and again in traffic: routing indicators, addresses, offices, marks. Each is made once. A fixed number of slots;
/// a word that meets another in its slot takes its place.
/// </summary>
internal sealed class NameCache
{
    private const int Slots = 1024;
    private const int Longest = 32;

    private readonly Name[] names = new Name[Slots];

    /// <summary>The words as a string.</summary>
    public string Of(ReadOnlySpan<byte> words)
    {
        if (words.Length is 0 or > Longest)
        {
            return Encoding.UTF8.GetString(words);
        }
        var (head, tail) = Ends(words);
        ref var slot = ref names[Slot(words, head, tail)];
        // Two ends of eight bytes are all of a word of sixteen.
        if (
            slot.Length == words.Length
            && slot.Head == head
            && slot.Tail == tail
            && (words.Length <= 2 * sizeof(ulong) || Ascii.Equals(words, slot.Text))
        )
        {
            return slot.Text!;
        }
        var text = Encoding.UTF8.GetString(words);
        slot = new Name(words.Length, head, tail, text);
        return text;
    }

    private static int Slot(ReadOnlySpan<byte> words, ulong head, ulong tail)
    {
        var hash = Mix(Mix((ulong)words.Length, head), tail);
        for (var at = sizeof(ulong); at < words.Length - sizeof(ulong); at += sizeof(ulong))
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(words[at..]));
        }
        return (int)((hash * 0x9E3779B97F4A7C15) >> 54);
    }

    private static ulong Mix(ulong hash, ulong bytes)
    {
        hash = (hash ^ bytes) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }

    /// <summary>The first and the last bytes, eight of each that overlap in a short word; fewer than eight are all in the first number.</summary>
    private static (ulong Head, ulong Tail) Ends(ReadOnlySpan<byte> words) =>
        words.Length switch
        {
            >= sizeof(ulong) => (
                BinaryPrimitives.ReadUInt64LittleEndian(words),
                BinaryPrimitives.ReadUInt64LittleEndian(words[^sizeof(ulong)..])
            ),
            >= sizeof(uint) => (
                BinaryPrimitives.ReadUInt32LittleEndian(words)
                    | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(words[^sizeof(uint)..]) << 32),
                0
            ),
            _ => (words[0] | ((ulong)words[words.Length / 2] << 8) | ((ulong)words[^1] << 16), 0),
        };

    private readonly record struct Name(int Length, ulong Head, ulong Tail, string? Text);
}
