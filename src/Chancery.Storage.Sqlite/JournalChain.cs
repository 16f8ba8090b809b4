using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Storage.Sqlite;

/// <summary>The running hash over the journal: a line that was changed, added or taken out breaks it from there on.</summary>
internal static class JournalChain
{
    public static byte[] Next(ReadOnlySpan<byte> before, long at, string kind, string who, MessageId? message, string? detail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, at);
        hash.AppendData(number);
        hash.AppendData(message is { } id ? id.ToBytes() : []);
        foreach (var text in new[] { kind, who, detail ?? "" })
        {
            // The length in front keeps "a", "bc" apart from "ab", "c".
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64BigEndian(number, bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}
