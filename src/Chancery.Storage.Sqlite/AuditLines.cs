using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>The lines of the audit trail. Adds to them inside a transaction that is under way, whichever process it is in: the end of the chain is read there.</summary>
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

    public static IReadOnlyList<AuditEntry> Find(Session session, AuditQuery query) =>
        session.All(
            query.Message is null ? Sql.FindAudit : Sql.FindAuditOf,
            EntryOf,
            query.Who?.ToLowerInvariant(),
            query.Act,
            query.Message?.ToBytes(),
            query.From?.ToUnixTimeMilliseconds(),
            query.Until?.ToUnixTimeMilliseconds(),
            query.Before,
            query.Limit
        );

    /// <summary>Looks through the chain; each damage is one sentence. Also tells how far it goes.</summary>
    public static IReadOnlyList<string> Verify(Session session, out AuditEntry? last)
    {
        var damage = new List<string>();
        last = null;
        byte[] chain = [];
        var expected = 1L;
        using var line = session.Command(Sql.VerifyAudit).ExecuteReader();
        while (line.Read())
        {
            last = EntryOf(line);
            var hash = line.GetFieldValue<byte[]>(6);
            var kept = line.GetFieldValue<byte[]>(7);
            var isErased = last.Note.Act == AuditActs.Erased;
            if (
                last.Sequence != expected
                || !Next(chain, hash).AsSpan().SequenceEqual(kept)
                || (!isErased && !HashOf(line.GetInt64(1), last.Note).AsSpan().SequenceEqual(hash))
            )
            {
                damage.Add($"The audit trail is broken at line {last.Sequence}: that line, or one before it, was changed or taken out.");
            }
            chain = kept;
            expected = last.Sequence + 1;
        }
        return damage;
    }

    private static AuditEntry EntryOf(SqliteDataReader line) =>
        new(
            line.GetInt64(0),
            DateTimeOffset.FromUnixTimeMilliseconds(line.GetInt64(1)),
            new AuditNote(
                line.GetString(2),
                line.GetString(3),
                line.IsDBNull(4) ? null : MessageId.FromBytes(line.GetFieldValue<byte[]>(4)),
                line.IsDBNull(5) ? null : line.GetString(5)
            )
        );
}
