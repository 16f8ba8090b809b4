using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

public sealed partial class SqliteMessageStore
{
    /// <inheritdoc />
    public IEnumerable<string> Verify(IProgress<long>? progress, CancellationToken cancellation)
    {
        var damage = new List<string>();
        try
        {
            using var session = new Session(file, "PRAGMA query_only = 1");
            // One transaction: everything is looked at as it stood at one moment, beside a running writer.
            session.Do("BEGIN");
            VerifyPages(session, damage);
            VerifyBytes(session, damage, progress, cancellation);
            VerifyJournal(session, damage, cancellation);
            session.Do(Sql.End);
        }
        catch (SqliteException fault)
        {
            damage.Add(Faults.Tell(fault, file).Message);
        }
        return damage;
    }

    private void VerifyPages(Session session, List<string> damage)
    {
        foreach (var line in session.All(Sql.IntegrityCheck, line => line.GetString(0)))
        {
            if (line != "ok")
            {
                damage.Add($"{file}: {line}");
            }
        }
        if (session.One<long>(Sql.Orphans) is > 0 and var orphans)
        {
            damage.Add($"{file}: the bytes of {orphans} messages have no message.");
        }
        if (session.One<long>(Sql.Unjournaled) is > 0 and var unjournaled)
        {
            damage.Add($"{file}: {unjournaled} messages have no line \"accepted\" in the journal.");
        }
    }

    private static void VerifyBytes(Session session, List<string> damage, IProgress<long>? progress, CancellationToken cancellation)
    {
        var count = 0L;
        var destroyed = session.All(SecuritySql.DestroyedNumbers, line => line.GetInt64(0)).ToHashSet();
        using var line = session.Command(Sql.VerifyBytes).ExecuteReader();
        while (line.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var id = MessageId.FromBytes(line.GetFieldValue<byte[]>(1));
            if (line.IsDBNull(3))
            {
                damage.Add($"Message {id}: its bytes are missing.");
            }
            else if (destroyed.Contains(line.GetInt64(0)))
            {
                if (line.GetFieldValue<byte[]>(3).Length > 0)
                {
                    damage.Add($"Message {id}: it was destroyed, and there are bytes of it.");
                }
            }
            else if (!SHA256.HashData(line.GetFieldValue<byte[]>(3)).AsSpan().SequenceEqual(line.GetFieldValue<byte[]>(2)))
            {
                damage.Add($"Message {id}: its bytes are not those that were accepted.");
            }
            progress?.Report(++count);
        }
    }

    private static void VerifyJournal(Session session, List<string> damage, CancellationToken cancellation)
    {
        byte[] chain = [];
        var expected = 1L;
        using var line = session.Command(Sql.VerifyJournal).ExecuteReader();
        while (line.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var id = line.IsDBNull(4) ? default(MessageId?) : MessageId.FromBytes(line.GetFieldValue<byte[]>(4));
            var next = JournalChain.Next(chain, line.GetInt64(1), line.GetString(2), line.GetString(3), id, Text(line, 5));
            chain = line.GetFieldValue<byte[]>(6);
            if (line.GetInt64(0) != expected || !next.AsSpan().SequenceEqual(chain))
            {
                damage.Add($"The journal is broken at line {line.GetInt64(0)}: that line, or one before it, was changed or taken out.");
            }
            expected = line.GetInt64(0) + 1;
        }
    }
}
