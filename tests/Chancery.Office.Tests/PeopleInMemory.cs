namespace Chancery.Office.Tests;

/// <summary>People without a database.</summary>
internal sealed class PeopleInMemory : IPeopleStore
{
    private readonly Dictionary<string, KeptPerson> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KeptSession> sessions = [];
    private readonly Dictionary<string, string> tokens = [];
    private readonly Dictionary<(string, string), SignInFailures> failures = [];

    public KeptPerson? Find(string name) => people.GetValueOrDefault(name);

    public IReadOnlyList<Person> All() => [.. people.Values.Select(kept => kept.Person)];

    public bool Change(Person person, AuditNote note)
    {
        people[person.Name] = people[person.Name] with { Person = person };
        return true;
    }

    public bool Add(KeptPerson person, AuditNote note) => people.TryAdd(person.Person.Name, person);

    public bool Remove(string name, AuditNote note)
    {
        foreach (var token in tokens.Where(pair => Same(pair.Value, name)).Select(pair => pair.Key).ToList())
        {
            tokens.Remove(token);
        }
        foreach (var token in sessions.Where(pair => Same(pair.Value.Name, name)).Select(pair => pair.Key).ToList())
        {
            sessions.Remove(token);
        }
        return people.Remove(name);
    }

    public IReadOnlyList<SavedSearch> Saved(string name) => [];

    public void Save(string name, SavedSearch search) { }

    public bool ForgetSaved(string name, string search) => false;

    public void AddSession(ReadOnlySpan<byte> token, KeptSession session) => sessions.Add(Key(token), session);

    public KeptSession? FindSession(ReadOnlySpan<byte> token) => sessions.GetValueOrDefault(Key(token));

    public void TouchSession(ReadOnlySpan<byte> token, DateTimeOffset seen) =>
        sessions[Key(token)] = sessions[Key(token)] with { LastSeen = seen };

    public void RemoveSession(ReadOnlySpan<byte> token) => sessions.Remove(Key(token));

    public void AddToken(ReadOnlySpan<byte> token, string name, DateTimeOffset since, AuditNote note) => tokens.Add(Key(token), name);

    public string? FindToken(ReadOnlySpan<byte> token) => tokens.GetValueOrDefault(Key(token));

    public SignInFailures Failures(string name, string address) =>
        failures.GetValueOrDefault((name.ToLowerInvariant(), address), new SignInFailures(0, DateTimeOffset.UnixEpoch));

    public void NoteFailures(string name, string address, SignInFailures noted, DateTimeOffset forgetBefore) =>
        failures[(name.ToLowerInvariant(), address)] = noted;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Key(ReadOnlySpan<byte> token) => Convert.ToHexString(token);
}
