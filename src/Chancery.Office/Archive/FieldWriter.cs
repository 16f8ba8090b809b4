using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Chancery.Office;

/// <summary>Writes values one behind the other, each in as few bytes as it needs. <see cref="FieldReader"/> reads them in the same order.</summary>
internal readonly struct FieldWriter(ArrayBufferWriter<byte> to)
{
    private const int LongestNumber = 10;

    /// <summary>A number of any sign: seven bits a byte, the lowest first, small ones of either sign in one byte.</summary>
    public void Number(long value)
    {
        var rest = (ulong)((value << 1) ^ (value >> 63));
        var bytes = to.GetSpan(LongestNumber);
        var length = 0;
        while (rest >= 0x80)
        {
            bytes[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }
        bytes[length++] = (byte)rest;
        to.Advance(length);
    }

    /// <summary>A number that may be absent.</summary>
    public void Number(long? value)
    {
        Flag(value is not null);
        if (value is { } number)
        {
            Number(number);
        }
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Byte(byte value)
    {
        to.GetSpan(1)[0] = value;
        to.Advance(1);
    }

    /// <summary>Notes whether a value is there; where it is, its fields follow.</summary>
    public bool Has<T>([NotNullWhen(true)] T? value)
        where T : class
    {
        Flag(value is not null);
        return value is not null;
    }

    /// <summary>Its length in bytes and one more, then the text as UTF-8; 0 where it is absent.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Number(0);
            return;
        }
        var length = Encoding.UTF8.GetByteCount(value);
        Number(length + 1);
        to.Advance(Encoding.UTF8.GetBytes(value, to.GetSpan(length)));
    }

    public void Texts(ImmutableArray<string> values)
    {
        Number(values.Length);
        foreach (var value in values)
        {
            Text(value);
        }
    }
}
