namespace Chancery.Office;

/// <summary>Where people, sessions and tokens are kept. Names are compared without case. Tokens come as SHA-256 hashes only.</summary>
public interface IPeopleStore
{
    /// <summary>A person by name.</summary>
    KeptPerson? Find(string name);

    /// <summary>Everyone, by name.</summary>
    IReadOnlyList<Person> All();

    /// <summary>Adds a person; false where the name is taken. The note is kept where, and only where, it was done.</summary>
    bool Add(KeptPerson person, AuditNote note);

    /// <summary>Puts new clearance, nationality, roles, offices and grants in the place of the old ones; false where there is none of the name.</summary>
    bool Change(Person person, AuditNote note);

    /// <summary>Removes a person with his sessions and tokens; false where there is none.</summary>
    bool Remove(string name, AuditNote note);

    /// <summary>The searches that a person keeps, by name; those of the owner of the store for an empty name.</summary>
    IReadOnlyList<SavedSearch> Saved(string name);

    /// <summary>Keeps a search of a person, in the place of one of the same name.</summary>
    void Save(string name, SavedSearch search);

    /// <summary>Keeps a search no longer; false where there is none of the name.</summary>
    bool ForgetSaved(string name, string search);

    /// <summary>Begins a session.</summary>
    void AddSession(ReadOnlySpan<byte> token, KeptSession session);

    /// <summary>A session by its token.</summary>
    KeptSession? FindSession(ReadOnlySpan<byte> token);

    /// <summary>Notes that a session was used.</summary>
    void TouchSession(ReadOnlySpan<byte> token, DateTimeOffset seen);

    /// <summary>Ends a session.</summary>
    void RemoveSession(ReadOnlySpan<byte> token);

    /// <summary>Adds a bearer token of a person.</summary>
    void AddToken(ReadOnlySpan<byte> token, string name, DateTimeOffset since, AuditNote note);

    /// <summary>The person a bearer token belongs to.</summary>
    string? FindToken(ReadOnlySpan<byte> token);

    /// <summary>Failed sign-ins of a name from an address.</summary>
    SignInFailures Failures(string name, string address);

    /// <summary>Notes failed sign-ins; a count of 0 forgets them. Forgets all that are older than <paramref name="forgetBefore"/>.</summary>
    void NoteFailures(string name, string address, SignInFailures failures, DateTimeOffset forgetBefore);
}
