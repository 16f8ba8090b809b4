using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>Looks through the truth for damage, as it stood at one moment, also beside a running writer. Each damage is one sentence.</summary>
internal static class Verification
{
    /// <summary>Looks at pages, bytes, journal, and the queue against the journal.</summary>
    /// <param name="file">The store file.</param>
    /// <param name="progress">Told how many messages have been looked at.</param>
    /// <param name="cancellation">Stops it.</param>
    public static List<string> Of(string file, IProgress<long>? progress, CancellationToken cancellation)
    {
        var damage = new List<string>();
        Look(
            file,
            damage,
            session =>
            {
                Pages(file, session, damage);
                Bytes(session, damage, progress, cancellation);
                Journal(session, damage, cancellation);
                Queue(session, damage);
            }
        );
        return damage;
    }

    /// <summary>Looks at the audit trail.</summary>
    public static List<string> OfTrail(string file)
    {
        var damage = new List<string>();
        Look(file, damage, session => damage.AddRange(AuditLines.Verify(session, out _)));
        return damage;
    }

    /// <summary>Looks at the pages of the index; what stands in them only who has the store alone can look at.</summary>
    public static List<string> OfIndex(string file)
    {
        var damage = new List<string>();
        Look(file, damage, session => Integrity(file, session, damage));
        return damage;
    }

    private static void Look(string file, List<string> damage, Action<Session> look)
    {
        try
        {
            using var session = new Session(file, "PRAGMA query_only = 1");
            // One transaction: everything is looked at as it stood at one moment.
            session.Do(Sql.BeginReading);
            look(session);
            session.Do(Sql.End);
        }
        catch (SqliteException fault)
        {
            damage.Add(Faults.Tell(fault, file).Message);
        }
    }

    private static void Integrity(string file, Session session, List<string> damage) =>
        damage.AddRange(
            session.All(Sql.IntegrityCheck, line => line.GetString(0)).Where(line => line != "ok").Select(line => $"{file}: {line}")
        );

    /// <summary>What went and what waits is what the journal says: neither holds a delivery that the other does not know.</summary>
    private static void Queue(Session session, List<string> damage)
    {
        damage.AddRange(
            session.All(
                QueueSql.Unjournaled,
                line =>
                    $"Message {MessageId.FromBytes(line.GetFieldValue<byte[]>(0))}: queue and journal differ on what went to {line.GetString(1)}."
            )
        );
        damage.AddRange(
            session.All(
                QueueSql.Unqueued,
                line =>
                    $"Message {MessageId.FromBytes(line.GetFieldValue<byte[]>(0))}: the journal says that it went to {line.GetString(1)}, the queue does not."
            )
        );
        if (session.One<long>(QueueSql.OrphanDeliveries) is > 0 and var orphans)
        {
            damage.Add($"{orphans} deliveries in the queue have no message.");
        }
        if (session.One<long>(QueueSql.UnjournaledHolds) is > 0 and var holds)
        {
            damage.Add($"{holds} messages are held without a line \"held\" in the journal.");
        }
    }

    private static void Pages(string file, Session session, List<string> damage)
    {
        Integrity(file, session, damage);
        if (session.One<long>(Sql.Orphans) is > 0 and var orphans)
        {
            damage.Add($"{file}: the bytes of {orphans} messages have no message.");
        }
        if (session.One<long>(Sql.Unjournaled) is > 0 and var unjournaled)
        {
            damage.Add($"{file}: {unjournaled} messages have no line \"accepted\" in the journal.");
        }
    }

    private static void Bytes(Session session, List<string> damage, IProgress<long>? progress, CancellationToken cancellation)
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

    private static void Journal(Session session, List<string> damage, CancellationToken cancellation)
    {
        byte[] chain = [];
        var expected = 1L;
        using var line = session.Command(Sql.VerifyJournal).ExecuteReader();
        while (line.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            var id = line.IsDBNull(4) ? default(MessageId?) : MessageId.FromBytes(line.GetFieldValue<byte[]>(4));
            var next = JournalChain.Next(
                chain,
                line.GetInt64(1),
                line.GetString(2),
                line.GetString(3),
                id,
                line.IsDBNull(5) ? null : line.GetString(5)
            );
            chain = line.GetFieldValue<byte[]>(6);
            if (line.GetInt64(0) != expected || !next.AsSpan().SequenceEqual(chain))
            {
                damage.Add($"The journal is broken at line {line.GetInt64(0)}: that line, or one before it, was changed or taken out.");
            }
            expected = line.GetInt64(0) + 1;
        }
    }
}
