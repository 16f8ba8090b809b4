using System.Buffers.Binary;

namespace Chancery.Office;

/// <summary>The id of a filed message: a UUIDv7 given by the one writer inside the commit, so that ids sort by acceptance.</summary>
public readonly record struct MessageId(Guid Value) : IComparable<MessageId>
{
    /// <summary>Length of the stored form.</summary>
    public const int Size = 16;

    /// <summary>Reads the stored, big-endian form.</summary>
    public static MessageId FromBytes(ReadOnlySpan<byte> bytes) => new(new Guid(bytes, bigEndian: true));

    /// <summary>The stored form: 16 bytes, big-endian, ordered as the ids are.</summary>
    public byte[] ToBytes() => Value.ToByteArray(bigEndian: true);

    /// <summary>Writes the stored form into the first 16 bytes of a span.</summary>
    public void Write(Span<byte> bytes) => Value.TryWriteBytes(bytes, bigEndian: true, out _);

    /// <summary>Reads the form with hyphens that answers show; false where it is none.</summary>
    public static bool TryParse(string? text, out MessageId id)
    {
        var ok = Guid.TryParseExact(text, "D", out var value);
        id = new MessageId(value);
        return ok;
    }

    /// <summary>The id as a number: the order of acceptance.</summary>
    public UInt128 ToNumber()
    {
        Span<byte> bytes = stackalloc byte[Size];
        Write(bytes);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <inheritdoc />
    public int CompareTo(MessageId other) => ToNumber().CompareTo(other.ToNumber());

    /// <summary>Lower-case with hyphens.</summary>
    public override string ToString() => Value.ToString("D");
}
