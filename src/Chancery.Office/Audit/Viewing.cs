namespace Chancery.Office;

/// <summary>Shows messages to people and notes it: who, what, whole or extract, the level, and why it was allowed (handling.md 8.4).</summary>
public sealed class Viewing(Archive archive, IMessageStore store, AuditQueue audit, AlarmBoard alarms)
{
    /// <summary>The most that is kept of a reason or a query.</summary>
    public const int LongestReason = 500;

    /// <summary>True where a reader must say why before he sees a message, and where it is not exported (handling.md CA-6, CA-7).</summary>
    public static bool NeedsReason(MessageRow row) => row.Protection.Captions.Any(IsNumbered);

    /// <summary>Opens a message for a person and notes it, or notes that it was refused.</summary>
    /// <param name="asking">Who looks.</param>
    /// <param name="id">The message.</param>
    /// <param name="act">What is done with it (<see cref="AuditActs"/>).</param>
    /// <param name="reason">Why; blank where he has not said.</param>
    public View Open(Reader asking, MessageId id, string act, string? reason)
    {
        if (archive.Open(asking, id) is not { } opened)
        {
            Refused(asking, id);
            return View.Nothing;
        }
        var why = Line(reason);
        if (why.Length == 0 && !asking.IsOwner && NeedsReason(opened.Row))
        {
            return new View(null, opened.Row);
        }
        alarms.Opened(asking, id);
        var purpose = why.Length == 0 ? "" : $"; purpose: {why}";
        var note = new AuditNote(
            asking.Name,
            opened.IsExtract ? AuditActs.ViewExtract : act,
            id,
            $"{opened.Row.Level.Name()}; {Allowed(asking, id)}{purpose}"
        );
        if (why.Length == 0)
        {
            audit.Note(note);
        }
        else
        {
            audit.NoteNow(note);
        }
        return new View(opened, null);
    }

    /// <summary>Notes that a query was asked (RD-3).</summary>
    public void Searched(Reader asking, string query, Total total)
    {
        if (!string.IsNullOrWhiteSpace(query))
        {
            audit.Note(
                new AuditNote(asking.Name, AuditActs.Search, null, $"{Line(query)}; found {total.Count}{(total.Exact ? "" : " and more")}")
            );
        }
    }

    /// <summary>Notes that somebody signed in, or was refused.</summary>
    /// <param name="name">His name; blank where there is nobody of the name that was typed, which may be a password.</param>
    /// <param name="isIn">True where he is signed in.</param>
    /// <param name="address">From where.</param>
    public void SignedIn(string name, bool isIn, string address) =>
        audit.Note(
            new AuditNote(name.Length == 0 ? "nobody" : name, isIn ? AuditActs.SignedIn : AuditActs.SignInRefused, null, Line(address))
        );

    /// <summary>Why it was allowed or not, of the message as a whole: rows shown to readers do not say it.</summary>
    private string Allowed(Reader asking, MessageId id) => store.Row(id) is { } row ? ReadingRights.Look(asking, row).Why : "not on file";

    private void Refused(Reader asking, MessageId id) => audit.Note(new AuditNote(asking.Name, AuditActs.Refused, id, Allowed(asking, id)));

    private static bool IsNumbered(string caption) =>
        caption is "NODIS" or "EXDIS" || caption.StartsWith("SPECAT", StringComparison.Ordinal);

    /// <summary>A text as one line of at most <see cref="LongestReason"/> characters.</summary>
    public static string Line(string? text)
    {
        var line = string.Concat((text ?? "").Trim().Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= LongestReason ? line : line[..LongestReason];
    }
}
