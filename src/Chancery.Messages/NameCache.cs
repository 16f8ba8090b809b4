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

    private static int Slot(ReadOnlySpan<byte> words)
    {
        var hash = (ulong)words.Length;
        while (words.Length >= sizeof(ulong))
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(words)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
            words = words[sizeof(ulong)..];
        }
        foreach (var b in words)
        {
            hash = (hash ^ b) * 0x100000001B3;
        }
        return (int)((hash * 0x9E3779B97F4A7C15) >> 54);
    }
}
