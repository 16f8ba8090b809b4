using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Office;

/// <summary>Who may sign in, and who is signed in.</summary>
public sealed class People
{
    /// <summary>The least that a password has.</summary>
    public const int ShortestPassword = 10;

    /// <summary>Failures of one name from one address after which it waits.</summary>
    public const int FailuresAllowed = 5;

    /// <summary>Who acts where nobody else is named: the holder of the store's files.</summary>
    private const string Owner = "owner";

    private const int Iterations = 210_000;
    private const int HashSize = 64;
    private const int SaltSize = 16;
    private const int TokenSize = 32;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>How often a session in use is noted at most: a page with twenty requests is one note.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <summary>Stands in for the hash of a person who is not there, so that it costs the same to refuse him.</summary>
    private static readonly PasswordHash Nobody = new([.. new byte[SaltSize]], [.. new byte[HashSize]], Iterations);

    private readonly IPeopleStore store;
    private readonly TimeProvider clock;
    private readonly RandomNumberGenerator chance;
    private readonly RightsSettings rules;
    private readonly Func<string, PasswordHash, byte[]> derive;

    /// <summary>People with passwords hashed by PBKDF2 with SHA-512.</summary>
    public People(IPeopleStore store, RightsSettings rules, TimeProvider clock, RandomNumberGenerator chance)
        : this(store, rules, clock, chance, Derive) { }

    internal People(
        IPeopleStore store,
        RightsSettings rules,
        TimeProvider clock,
        RandomNumberGenerator chance,
        Func<string, PasswordHash, byte[]> derive
    )
    {
        this.rules = rules;
        this.store = store;
        this.clock = clock;
        this.chance = chance;
        this.derive = derive;
    }

    /// <summary>Signs a person in. The answer and its time are the same for an unknown name and a wrong password.</summary>
    /// <param name="name">The name.</param>
    /// <param name="password">The password.</param>
    /// <param name="address">From where: failures are counted by name and address together, so that nobody locks another out.</param>
    public SignInAnswer SignIn(string name, string password, string address)
    {
        var now = clock.GetUtcNow();
        var failures = store.Failures(name, address);
        var waits = failures.Count >= FailuresAllowed && now - failures.Last < Wait;
        var kept = store.Find(name);
        // Exactly one hash whatever the case, so that the time tells nothing.
        var hash = kept?.Password ?? Nobody;
        var right =
            CryptographicOperations.FixedTimeEquals(derive(password, hash), hash.Hash.AsSpan()) && kept is { Person.IsDisabled: false };
        if (waits)
        {
            return new SignInAnswer(null, null, "Too many attempts from here: wait a quarter of an hour and try again.");
        }
        if (kept is null || !right)
        {
            // Failures that have been waited off count no more.
            var count = now - failures.Last < Wait ? failures.Count + 1 : 1;
            store.NoteFailures(name, address, new SignInFailures(count, now), now - Longest);
            return new SignInAnswer(null, null, "Name or password is wrong: try again.");
        }
        store.NoteFailures(name, address, new SignInFailures(0, now), now - Longest);
        var token = NewSecret();
        var session = new KeptSession(kept.Person.Name, now, now, address);
        store.AddSession(Hash(token), session);
        return new SignInAnswer(SessionOf(kept.Person, session), token, null);
    }

    /// <summary>The session of a token; null where it has ended: 30 minutes without use, 12 hours in all.</summary>
    /// <param name="token">The token.</param>
    /// <param name="touch">False to look without counting it as use.</param>
    public Session? Resume(string token, bool touch = true)
    {
        var now = clock.GetUtcNow();
        var hash = Hash(token);
        if (store.FindSession(hash) is not { } kept)
        {
            return null;
        }
        if (
            now - kept.LastSeen >= Idle
            || now - kept.Started >= Longest
            || store.Find(kept.Name) is not { Person.IsDisabled: false } person
        )
        {
            store.RemoveSession(hash);
            return null;
        }
        if (touch && now - kept.LastSeen >= Grain)
        {
            store.TouchSession(hash, now);
        }
        return SessionOf(person.Person, kept);
    }

    /// <summary>Ends a session.</summary>
    public void SignOut(string token) => store.RemoveSession(Hash(token));

    /// <summary>The reader a bearer token stands for; null where it stands for none.</summary>
    public Reader? ByToken(string token) => store.FindToken(Hash(token)) is { } name ? AsReader(name) : null;

    /// <summary>A person as reader, as he stands now; null where there is none. Asked anew for every answer, so that a change holds at once.</summary>
    public Reader? AsReader(string name) =>
        store.Find(name) is { Person.IsDisabled: false } kept ? kept.Person.AsReader(rules, clock.GetUtcNow()) : null;

    /// <summary>Makes a bearer token, shown this once; null where there is no such person.</summary>
    /// <param name="name">For whom.</param>
    /// <param name="by">Who makes it.</param>
    public string? NewToken(string name, string by = Owner)
    {
        if (store.Find(name) is not { } kept)
        {
            return null;
        }
        var token = NewSecret();
        store.AddToken(Hash(token), kept.Person.Name, clock.GetUtcNow(), new AuditNote(by, AuditActs.TokenMade, null, kept.Person.Name));
        return token;
    }

    /// <summary>Adds a person; null where done, else one sentence that says why not.</summary>
    /// <param name="person">The person.</param>
    /// <param name="password">The password.</param>
    /// <param name="by">Who adds him.</param>
    public string? Add(Person person, string password, string by = Owner)
    {
        if (
            string.IsNullOrWhiteSpace(person.Name)
            || person.Name.Length > 64
            || person.Name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        )
        {
            return "A name has 1 to 64 characters and no blank: choose another.";
        }
        if (password.Length < ShortestPassword)
        {
            return $"A password has at least {ShortestPassword} characters: choose a longer one.";
        }
        if (Conflict(person) is { } conflict)
        {
            return conflict;
        }
        person = Normal(person);
        var salt = new byte[SaltSize];
        chance.GetBytes(salt);
        var empty = new PasswordHash(ImmutableCollectionsMarshal.AsImmutableArray(salt), [], Iterations);
        var hash = empty with { Hash = ImmutableCollectionsMarshal.AsImmutableArray(derive(password, empty)) };
        return store.Add(new KeptPerson(person, hash), new AuditNote(by, AuditActs.PersonAdded, null, person.Words()))
            ? null
            : $"There is a person named {person.Name} already: choose another name, or remove that one first.";
    }

    /// <summary>Changes a person; null where done, else one sentence. In force from the next answer on.</summary>
    /// <param name="name">Who.</param>
    /// <param name="change">Makes the new one of the old one.</param>
    /// <param name="by">Who changes him.</param>
    public string? Change(string name, Func<Person, Person> change, string by = Owner)
    {
        if (store.Find(name) is not { } kept)
        {
            return $"There is nobody called {name}: look at the list of people.";
        }
        var changed = Normal(change(kept.Person)) with { Name = kept.Person.Name, Since = kept.Person.Since };
        if (Conflict(changed) is { } conflict)
        {
            return conflict;
        }
        store.Change(changed, new AuditNote(by, AuditActs.PersonChanged, null, $"{changed.Words()}; before: {kept.Person.Words()}"));
        return null;
    }

    /// <summary>Removes a person; false where there is none.</summary>
    /// <param name="name">Who.</param>
    /// <param name="by">Who removes him.</param>
    public bool Remove(string name, string by = Owner) => store.Remove(name, new AuditNote(by, AuditActs.PersonRemoved, null, name));

    /// <summary>Everyone, by name.</summary>
    public IReadOnlyList<Person> List() => store.All();

    /// <summary>A person by name.</summary>
    public Person? Find(string name) => store.Find(name)?.Person;

    /// <summary>Roles are separate: who keeps people, or reads the audit trail, does neither for himself nor reads messages beside it.</summary>
    private static string? Conflict(Person person) =>
        (person.Roles & Roles.Administrator) != 0 && person.Roles != Roles.Administrator
            ? "The role administrator stands alone: who keeps people reads nothing. Give the other roles to another person."
        : (person.Roles & Roles.Auditor) != 0 && person.Roles != Roles.Auditor
            ? "The role auditor stands alone: who reads the audit trail reads no message. Give the other roles to another person."
        : null;

    /// <summary>Names of offices and accesses in one spelling each.</summary>
    private static Person Normal(Person person) =>
        person with
        {
            Offices =
            [
                .. person
                    .Offices.Select(PrintedDistribution.Normal)
                    .Where(office => office.Length > 0)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            Grants =
            [
                .. person
                    .Grants.Select(grant => grant with { Name = RestrictiveCaptions.Normal(grant.Name) })
                    .Where(grant => grant.Name.Length > 0)
                    .DistinctBy(grant => grant.Name)
                    .OrderBy(grant => grant.Name, StringComparer.Ordinal),
            ],
        };

    private Session SessionOf(Person person, KeptSession kept) =>
        new(person, person.AsReader(rules, clock.GetUtcNow()), kept.Started, kept.LastSeen, kept.Address);

    private static byte[] Derive(string password, PasswordHash hash) =>
        Rfc2898DeriveBytes.Pbkdf2(password, hash.Salt.AsSpan(), hash.Iterations, HashAlgorithmName.SHA512, HashSize);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private string NewSecret()
    {
        Span<byte> secret = stackalloc byte[TokenSize];
        chance.GetBytes(secret);
        return Base64Url.EncodeToString(secret);
    }
}
