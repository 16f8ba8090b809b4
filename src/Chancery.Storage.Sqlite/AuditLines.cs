using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Storage.Sqlite;

/// <summary>Adds to the audit trail inside a transaction that is under way, whichever process it is in: the end of the chain is read there.</summary>
internal static class AuditLines
{
    public static void Append(Session session, TimeProvider clock, AuditNote note)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var hash = HashOf(at, note);
        session.Do(
            Sql.AddAudit,
            at,
            note.Who,
            note.Act,
            note.Message?.ToBytes(),
            note.Detail,
            hash,
            Next(session.One<byte[]>(Sql.LastAudit) ?? [], hash)
        );
    }

    public static byte[] Next(byte[] before, byte[] hash) => SHA256.HashData([.. before, .. hash]);

    public static byte[] HashOf(long at, AuditNote note)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, at);
        hash.AppendData(number);
        hash.AppendData(note.Message is { } id ? id.ToBytes() : []);
        foreach (var text in new[] { note.Who, note.Act, note.Detail ?? "" })
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
