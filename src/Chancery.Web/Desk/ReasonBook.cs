using Chancery.Web.SignIn;

namespace Chancery.Web.Desk;

/// <summary>
/// The reasons that people gave lately for opening a message: for the tabs and panes of the same message in the same session, not for another. In
/// memory only; each view is noted with its reason all the same.
/// </summary>
public sealed class ReasonBook(TimeProvider clock)
{
    private const int Most = 1024;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);
    private readonly Lock gate = new();
    private readonly Dictionary<(string Session, MessageId Message), (string Reason, DateTimeOffset Until)> given = [];

    /// <summary>Notes a reason.</summary>
    public void Note(SignedIn signedIn, MessageId message, string reason)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (given.Count >= Most)
            {
                foreach (var old in given.Where(pair => pair.Value.Until <= now).Select(pair => pair.Key).ToList())
                {
                    given.Remove(old);
                }
            }
            if (given.Count < Most && signedIn.SessionToken is { } session)
            {
                given[(session, message)] = (reason, now + Lasts);
            }
        }
    }

    /// <summary>The reason given for a message; null where there is none any more.</summary>
    public string? Find(SignedIn signedIn, MessageId message)
    {
        lock (gate)
        {
            return
                signedIn.SessionToken is { } session
                && given.TryGetValue((session, message), out var found)
                && clock.GetUtcNow() < found.Until
                ? found.Reason
                : null;
        }
    }
}
