using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Chancery.Office;

/// <summary>
/// Gives ids: the millisecond, then a counter that starts and steps at random, and never one below the last. So ids sort by acceptance and, unlike
/// a running number, tell nobody how many messages he may not see. Not thread-safe: it belongs to the one writer.
/// </summary>
public sealed class MessageIdSource(TimeProvider clock, RandomNumberGenerator chance)
{
    private const int CounterBits = 74;
    private const int LowBits = 62;
    private UInt128 last;

    /// <summary>The newest id that is in use already.</summary>
    public void ContinueAfter(MessageId id) => last = Pack(id.ToNumber());

    /// <summary>The next id.</summary>
    public MessageId Next()
    {
        Span<byte> random = stackalloc byte[9];
        chance.GetBytes(random);
        var now = (UInt128)(ulong)clock.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits;
        // The top bit of a fresh counter is clear: room for some 2^33 steps within the millisecond before the time must be pushed on.
        var start = ((UInt128)random[8] << 64 | BinaryPrimitives.ReadUInt64LittleEndian(random)) & (((UInt128)1 << (CounterBits - 2)) - 1);
        var step = (UInt128)1 + BinaryPrimitives.ReadUInt32LittleEndian(random) + ((UInt128)(random[4] & 0x7F) << 32);
        last = now >> CounterBits > last >> CounterBits ? now | start : last + step;
        return new MessageId(new Guid(Bytes(Unpack(last)), bigEndian: true));
    }

    /// <summary>Takes version and variant out of the 128 bits.</summary>
    private static UInt128 Pack(UInt128 id) =>
        id >> 80 << CounterBits | (id >> 64 & 0xFFF) << LowBits | (id & (((UInt128)1 << LowBits) - 1));

    private static UInt128 Unpack(UInt128 packed) =>
        packed >> CounterBits << 80
        | (UInt128)7 << 76
        | (packed >> LowBits & 0xFFF) << 64
        | (UInt128)2 << 62
        | (packed & (((UInt128)1 << LowBits) - 1));

    private static byte[] Bytes(UInt128 number)
    {
        var bytes = new byte[MessageId.Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return bytes;
    }
}
