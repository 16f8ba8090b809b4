using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Office;

/// <summary>Reads values in the order in which <see cref="FieldWriter"/> wrote them.</summary>
/// <exception cref="FormatException">From every member: there is no such value at this place.</exception>
internal ref struct FieldReader(ReadOnlySpan<byte> bytes)
{
    private const int LongestShift = 63;
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public long Number()
    {
        ulong value = 0;
        for (var shift = 0; shift <= LongestShift; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }
        throw new FormatException();
    }

    public int Small() => Number() is var value and >= int.MinValue and <= int.MaxValue ? (int)value : throw new FormatException();

    public long? MaybeNumber() => Flag() ? Number() : null;

    public int? MaybeSmall() => Flag() ? Small() : null;

    public bool Flag() =>
        Byte() switch
        {
            0 => false,
            1 => true,
            _ => throw new FormatException(),
        };

    public byte Byte() => Bytes(1)[0];

    public ReadOnlySpan<byte> Bytes(int length)
    {
        if ((uint)length > (uint)rest.Length)
        {
            throw new FormatException();
        }
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    public string Text() => MaybeText() ?? throw new FormatException();

    public string? MaybeText()
    {
        var length = Small();
        return length == 0 ? null : Encoding.UTF8.GetString(Bytes(length - 1));
    }

    public ImmutableArray<string> Texts()
    {
        var values = Room<string>();
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Text();
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>Room for a list of as many values as are written here; each takes a byte at least.</summary>
    public T[] Room<T>()
    {
        var count = Small();
        return count == 0 ? []
            : (uint)count <= (uint)rest.Length ? new T[count]
            : throw new FormatException();
    }

    /// <summary>A value of an enumeration with this many values, numbered from 0 on without a gap.</summary>
    public int OneOf(int values) => Small() is var value && (uint)value < (uint)values ? value : throw new FormatException();
}
