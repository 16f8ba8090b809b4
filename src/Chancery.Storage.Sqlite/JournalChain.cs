using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Storage.Sqlite;

/// <summary>The running hash over the journal: a line that was changed, added or taken out breaks it from there on.</summary>
internal static class JournalChain
{
    private const int OnStack = 1024;

    public static byte[] Next(ReadOnlySpan<byte> before, long at, string kind, string who, MessageId? message, string? detail)
    {
        detail ??= "";
        var most =
            before.Length
            + MessageId.Size
            + (4 * sizeof(long))
            + Encoding.UTF8.GetMaxByteCount(kind.Length + who.Length + detail.Length + 3);
        var line = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        before.CopyTo(line);
        var rest = line[before.Length..];
        rest = Put(rest, at);
        if (message is { } id)
        {
            id.Write(rest);
            rest = rest[MessageId.Size..];
        }
        rest = Put(Put(Put(rest, kind), who), detail);
        return SHA256.HashData(line[..^rest.Length]);
    }

    private static Span<byte> Put(Span<byte> line, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(line, number);
        return line[sizeof(long)..];
    }

    /// <summary>The length in front keeps "a", "bc" apart from "ab", "c".</summary>
    private static Span<byte> Put(Span<byte> line, string text)
    {
        var rest = Put(line, Encoding.UTF8.GetByteCount(text));
        return rest[Encoding.UTF8.GetBytes(text, rest)..];
    }
}
