using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <summary>People, sessions and tokens in the database of truth. On a connection of its own, so that it also works beside a running server.</summary>
public sealed partial class SqlitePeopleStore : IPeopleStore, IDisposable
{
    private readonly Lock gate = new();
    private readonly string file;
    private readonly TimeProvider clock;
    private Session? opened;

    /// <summary>Opens a store file, made where it is missing.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="whenAsked">True to open it at the first question: most commands of the owner have none about people.</param>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public SqlitePeopleStore(string file, TimeProvider clock, bool whenAsked = false)
    {
        this.file = file;
        this.clock = clock;
        opened = whenAsked ? null : StoreFile.Open(file);
    }

    private Session Store => opened ??= StoreFile.Open(file);

    /// <inheritdoc />
    public KeptPerson? Find(string name) =>
        Use(() =>
        {
            var found = Store
                .All(
                    Sql.FindPerson,
                    line => new KeptPerson(
                        PersonOf(line),
                        new PasswordHash(Bytes(line.GetFieldValue<byte[]>(8)), Bytes(line.GetFieldValue<byte[]>(9)), line.GetInt32(10))
                    ),
                    Key(name)
                )
                .FirstOrDefault();
            return found is null ? null : found with { Person = found.Person with { Emergencies = EmergenciesOf(name) } };
        });

    /// <inheritdoc />
    public IReadOnlyList<Person> All() => Use(() => Store.All(Sql.AllPeople, PersonOf));

    /// <inheritdoc />
    public bool Add(KeptPerson person, AuditNote note) =>
        Noted(
            note,
            () =>
                Store.Do(
                    Sql.AddPerson,
                    Key(person.Person.Name),
                    person.Person.Name,
                    (int)person.Person.Level,
                    person.Person.Nationality,
                    (int)person.Person.Roles,
                    person.Person.Since.ToUnixTimeMilliseconds(),
                    Lines(person.Person.Offices),
                    Grants(person.Person.Grants),
                    person.Password.Salt.AsSpan().ToArray(),
                    person.Password.Hash.AsSpan().ToArray(),
                    person.Password.Iterations
                ) == 1
        );

    /// <inheritdoc />
    public bool Change(Person person, AuditNote note) =>
        Noted(
            note,
            () =>
                Store.Do(
                    Sql.SetPerson,
                    Key(person.Name),
                    (int)person.Level,
                    person.Nationality,
                    (int)person.Roles,
                    Lines(person.Offices),
                    Grants(person.Grants),
                    person.IsDisabled
                ) == 1
        );

    /// <inheritdoc />
    public bool Remove(string name, AuditNote note) => Noted(note, () => Store.Do(Sql.RemovePerson, Key(name)) == 1);

    /// <inheritdoc />
    public void AddSession(ReadOnlySpan<byte> token, KeptSession session)
    {
        var (hash, kept) = (token.ToArray(), session);
        Use(() =>
            Store.Do(
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
            Store
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
        Use(() => Store.Do(Sql.TouchSession, hash, seen.ToUnixTimeMilliseconds()));
    }

    /// <inheritdoc />
    public void RemoveSession(ReadOnlySpan<byte> token)
    {
        var hash = token.ToArray();
        Use(() => Store.Do(Sql.RemoveSession, hash));
    }

    /// <inheritdoc />
    public void AddToken(ReadOnlySpan<byte> token, string name, DateTimeOffset since, AuditNote note)
    {
        var hash = token.ToArray();
        Noted(note, () => Store.Do(Sql.AddToken, hash, Key(name), since.ToUnixTimeMilliseconds()) == 1);
    }

    /// <inheritdoc />
    public string? FindToken(ReadOnlySpan<byte> token)
    {
        var hash = token.ToArray();
        return Use(() => Store.One<string>(Sql.FindToken, hash));
    }

    /// <inheritdoc />
    public SignInFailures Failures(string name, string address) =>
        Use(() =>
            Store
                .All(Sql.Failures, line => new SignInFailures(line.GetInt32(0), Time(line.GetInt64(1))), Key(name), address)
                .FirstOrDefault(new SignInFailures(0, DateTimeOffset.UnixEpoch))
        );

    /// <inheritdoc />
    public void NoteFailures(string name, string address, SignInFailures failures, DateTimeOffset forgetBefore) =>
        Use(() =>
        {
            Store.Do(Sql.ForgetFailures, forgetBefore.ToUnixTimeMilliseconds());
            return failures.Count == 0
                ? Store.Do(Sql.DropFailures, Key(name), address)
                : Store.Do(Sql.NoteFailures, Key(name), address, failures.Count, failures.Last.ToUnixTimeMilliseconds());
        });

    /// <summary>Closes the connection.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            opened?.Dispose();
        }
    }

    /// <summary>Does something and notes it in the same transaction, where it was done.</summary>
    private bool Noted(AuditNote note, Func<bool> work) =>
        Use(() =>
            Store.InTransaction(() =>
            {
                var done = work();
                if (done)
                {
                    AuditLines.Append(Store, clock, note);
                }
                return done;
            })
        );

    private T Use<T>(Func<T> work)
    {
        lock (gate)
        {
            return Faults.Told(file, work);
        }
    }

    private static Person PersonOf(SqliteDataReader line) =>
        new(
            line.GetString(0),
            (Level)line.GetInt32(1),
            line.IsDBNull(2) ? null : line.GetString(2),
            (Roles)line.GetInt32(3),
            Time(line.GetInt64(4))
        )
        {
            Offices = [.. Lines(line.GetString(5))],
            Grants = [.. Lines(line.GetString(6)).Select(GrantOf)],
            IsDisabled = line.GetBoolean(7),
        };

    private ImmutableArray<EmergencyGrant> EmergenciesOf(string name) =>
        [
            .. Store.All(
                SecuritySql.Emergencies,
                line => new EmergencyGrant(MessageId.FromBytes(line.GetFieldValue<byte[]>(0)), Time(line.GetInt64(1))),
                Key(name),
                clock.GetUtcNow().ToUnixTimeMilliseconds()
            ),
        ];

    private static string Lines(IEnumerable<string> names) => string.Join('\n', names);

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');

    private static string Grants(ImmutableArray<AccessGrant> grants) =>
        Lines(grants.Select(grant => $"{grant.Name}\t{grant.By}\t{grant.Until?.ToUnixTimeMilliseconds()}"));

    private static AccessGrant GrantOf(string line)
    {
        var parts = line.Split('\t');
        return new AccessGrant(
            parts[0],
            parts[1],
            parts[2].Length == 0 ? null : Time(long.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    private static string Key(string name) => name.ToLowerInvariant();

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static ImmutableArray<byte> Bytes(byte[] bytes) => ImmutableCollectionsMarshal.AsImmutableArray(bytes);
}
