using System.Security.Cryptography;

namespace Chancery.Office;

/// <summary>Who may sign in, and who is signed in.</summary>
public sealed class People(IPeopleStore store, TimeProvider clock, RandomNumberGenerator chance)
{
    /// <summary>Signs a person in. The answer and its time are the same for an unknown name and a wrong password.</summary>
    /// <param name="name">The name.</param>
    /// <param name="password">The password.</param>
    /// <param name="address">From where: failures are counted by name and address together, so that nobody locks another out.</param>
    public SignInAnswer SignIn(string name, string password, string address) => throw new InvalidOperationException();

    /// <summary>The session of a token; null where it has ended: 30 minutes without use, 12 hours in all.</summary>
    public Session? Resume(string token, bool touch = true) => throw new InvalidOperationException();

    /// <summary>Ends a session.</summary>
    public void SignOut(string token) => throw new InvalidOperationException();

    /// <summary>The reader a bearer token stands for; null where it stands for none.</summary>
    public Reader? ByToken(string token) => throw new InvalidOperationException();

    /// <summary>Makes a bearer token, shown this once; null where there is no such person.</summary>
    public string? NewToken(string name) => throw new InvalidOperationException();

    /// <summary>Adds a person; null where done, else one sentence that says why not.</summary>
    public string? Add(Person person, string password) => throw new InvalidOperationException();

    /// <summary>Removes a person; false where there is none.</summary>
    public bool Remove(string name) => throw new InvalidOperationException();

    /// <summary>Everyone, by name.</summary>
    public IReadOnlyList<Person> List() => throw new InvalidOperationException();

    /// <summary>A person by name.</summary>
    public Person? Find(string name) => throw new InvalidOperationException();
}
