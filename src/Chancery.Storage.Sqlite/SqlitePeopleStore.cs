using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>People, sessions and tokens in the database of truth. On a connection of its own, so that it also works beside a running server.</summary>
public sealed class SqlitePeopleStore : IPeopleStore, IDisposable
{
    private readonly Lock gate = new();
    private readonly string file;
    private readonly Session session;

    /// <summary>Opens a store file, made where it is missing.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public SqlitePeopleStore(string file)
    {
        this.file = file;
        session = StoreFile.Open(file);
    }

    /// <inheritdoc />
    public KeptPerson? Find(string name) =>
        Use(() =>
            session
                .All(
                    Sql.FindPerson,
                    line => new KeptPerson(
                        PersonOf(line),
                        new PasswordHash(Bytes(line.GetFieldValue<byte[]>(5)), Bytes(line.GetFieldValue<byte[]>(6)), line.GetInt32(7))
                    ),
                    Key(name)
                )
                .FirstOrDefault()
        );

    /// <inheritdoc />
    public IReadOnlyList<Person> All() => Use(() => session.All(Sql.AllPeople, PersonOf));

    /// <inheritdoc />
    public bool Add(KeptPerson person) =>
        Use(() =>
            session.Do(
                Sql.AddPerson,
                Key(person.Person.Name),
                person.Person.Name,
                (int)person.Person.Level,
                person.Person.Nationality,
                (int)person.Person.Roles,
                person.Person.Since.ToUnixTimeMilliseconds(),
                person.Password.Salt.AsSpan().ToArray(),
                person.Password.Hash.AsSpan().ToArray(),
                person.Password.Iterations
            ) == 1
        );

    /// <inheritdoc />
    public bool Remove(string name) => Use(() => session.Do(Sql.RemovePerson, Key(name)) == 1);

    /// <inheritdoc />
    public void AddSession(ReadOnlySpan<byte> token, KeptSession session)
    {
        var (hash, kept) = (token.ToArray(), session);
        Use(() =>
            this.session.Do(
                Sql.AddSession,
                hash,
                Key(kept.Name),
                kept.Started.ToUnixTimeMilliseconds(),
                kept.LastSeen.ToUnixTimeMilliseconds(),
                kept.Address
            )
        );
    }

    /// <inheritdoc />
    public KeptSession? FindSession(ReadOnlySpan<byte> token)
    {
        var hash = token.ToArray();
        return Use(() =>
            session
                .All(
                    Sql.FindSession,
                    line => new KeptSession(line.GetString(0), Time(line.GetInt64(1)), Time(line.GetInt64(2)), line.GetString(3)),
                    hash
                )
                .FirstOrDefault()
        );
    }

    /// <inheritdoc />
    public void TouchSession(ReadOnlySpan<byte> token, DateTimeOffset seen)
    {
        var hash = token.ToArray();
        Use(() => session.Do(Sql.TouchSession, hash, seen.ToUnixTimeMilliseconds()));
    }

    /// <inheritdoc />
    public void RemoveSession(ReadOnlySpan<byte> token)
    {
        var hash = token.ToArray();
        Use(() => session.Do(Sql.RemoveSession, hash));
    }

    /// <inheritdoc />
    public void AddToken(ReadOnlySpan<byte> token, string name, DateTimeOffset since)
    {
        var hash = token.ToArray();
        Use(() => session.Do(Sql.AddToken, hash, Key(name), since.ToUnixTimeMilliseconds()));
    }

    /// <inheritdoc />
    public string? FindToken(ReadOnlySpan<byte> token)
    {
        var hash = token.ToArray();
        return Use(() => session.One<string>(Sql.FindToken, hash));
    }

    /// <inheritdoc />
    public SignInFailures Failures(string name, string address) =>
        Use(() =>
            session
                .All(Sql.Failures, line => new SignInFailures(line.GetInt32(0), Time(line.GetInt64(1))), Key(name), address)
                .FirstOrDefault(new SignInFailures(0, DateTimeOffset.UnixEpoch))
        );

    /// <inheritdoc />
    public void NoteFailures(string name, string address, SignInFailures failures, DateTimeOffset forgetBefore) =>
        Use(() =>
        {
            session.Do(Sql.ForgetFailures, forgetBefore.ToUnixTimeMilliseconds());
            return failures.Count == 0
                ? session.Do(Sql.DropFailures, Key(name), address)
                : session.Do(Sql.NoteFailures, Key(name), address, failures.Count, failures.Last.ToUnixTimeMilliseconds());
        });

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            session.Dispose();
        }
    }

    private T Use<T>(Func<T> work)
    {
        lock (gate)
        {
            try
            {
                return work();
            }
            catch (SqliteException fault)
            {
                throw Faults.Tell(fault, file);
            }
        }
    }

    private static Person PersonOf(SqliteDataReader line) =>
        new(
            line.GetString(0),
            (Level)line.GetInt32(1),
            line.IsDBNull(2) ? null : line.GetString(2),
            (Roles)line.GetInt32(3),
            Time(line.GetInt64(4))
        );

    private static string Key(string name) => name.ToLowerInvariant();

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static ImmutableArray<byte> Bytes(byte[] bytes) => ImmutableCollectionsMarshal.AsImmutableArray(bytes);
}
