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

    private readonly string?[] names = new string?[Slots];

    /// <summary>The words as a string.</summary>
    public string Of(ReadOnlySpan<byte> words)
    {
        if (words.Length is 0 or > Longest)
        {
            return Encoding.UTF8.GetString(words);
        }
        ref var slot = ref names[Slot(words)];
        if (slot is { } known && Ascii.Equals(words, known))
        {
            return known;
        }
        return slot = Encoding.UTF8.GetString(words);
    }

    private static ulong Mix(ulong hash, ulong bytes)
    {
        hash = (hash ^ bytes) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 29);
    }

    /// <summary>One to seven bytes in one number.</summary>
    private static ulong Short(ReadOnlySpan<byte> words) =>
        words.Length >= sizeof(uint)
            ? BinaryPrimitives.ReadUInt32LittleEndian(words)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(words[^sizeof(uint)..]) << 32)
            : words[0] | ((ulong)words[words.Length / 2] << 8) | ((ulong)words[^1] << 16);

    private static int Slot(ReadOnlySpan<byte> words)
    {
        var hash = (ulong)words.Length;
        var last = words.Length - sizeof(ulong);
        for (var at = 0; at < last; at += sizeof(ulong))
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(words[at..]));
        }
        // The last eight bytes overlap those before; a shorter word is all there is.
        hash = Mix(hash, last >= 0 ? BinaryPrimitives.ReadUInt64LittleEndian(words[last..]) : Short(words));
        return (int)((hash * 0x9E3779B97F4A7C15) >> 54);
    }
}
