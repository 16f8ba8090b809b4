using System.Text;
using Chancery.Messages.Checks;

namespace Chancery.Messages.Repairs;

/// <summary>A finding's place in the reading view, and what makes a <see cref="Fix"/> of changes there.</summary>
/// <param name="Reading">The message.</param>
/// <param name="Place">Where the finding stands, in the view.</param>
internal readonly record struct RepairSite(MessageReading Reading, TextSpan Place)
{
    private const int MostCharacters = 69;

    /// <summary>The whole view.</summary>
    public ReadOnlySpan<byte> View => Reading.View.Bytes.Span;

    /// <summary>The bytes of the place.</summary>
    public ReadOnlySpan<byte> Bytes => Reading.Bytes(Place);

    /// <summary>The line of the view on which <paramref name="at"/> stands, without its end.</summary>
    public TextSpan LineAt(int at)
    {
        var start = View[..at].LastIndexOfAny((byte)'\r', (byte)'\n') + 1;
        var length = View[at..].IndexOfAny((byte)'\r', (byte)'\n');
        return TextSpan.FromBounds(start, length < 0 ? View.Length : at + length);
    }

    /// <summary>How lines end in this message: as its first one does.</summary>
    public string LineEnd()
    {
        var raw = Reading.View.Raw.Span;
        var at = raw.IndexOf((byte)'\n');
        if (at < 0)
        {
            return raw.Contains((byte)'\r') ? "\r" : "\n";
        }
        return at > 1 && raw[at - 1] == '\r' && raw[at - 2] == '\r' ? "\r\r\n"
            : at > 0 && raw[at - 1] == '\r' ? "\r\n"
            : "\n";
    }

    /// <summary>One change; null where it cannot be led back to the raw bytes or would make its line too long.</summary>
    public Fix? Replace(string title, TextSpan span, string text, bool isSafe = true) => Change(title, [(span, text)], isSafe);

    /// <summary>Several changes, ascending; null where there is none or one cannot be made.</summary>
    public Fix? Change(string title, ReadOnlySpan<(TextSpan Span, string Text)> changes, bool isSafe = true)
    {
        if (changes.IsEmpty)
        {
            return null;
        }
        var edits = ImmutableArray.CreateBuilder<FixEdit>(changes.Length);
        foreach (var (span, text) in changes)
        {
            // Where the view differs from the raw bytes a change of it says nothing sure about them.
            if (Reading.View.RuleAt(span with { Length = span.Length + 1 }) is not null || !Fits(span, text))
            {
                return null;
            }
            edits.Add(new FixEdit(Reading.View.ToRaw(span), text));
        }
        return new Fix(title, edits.MoveToImmutable()) { IsSafe = isSafe };
    }

    /// <summary>False where the change makes a line that is longer than a message may have (TX-103) and than what stood there.</summary>
    private bool Fits(TextSpan span, string text)
    {
        if (text.AsSpan().ContainsAny('\r', '\n'))
        {
            return true;
        }
        var (first, last) = (LineAt(span.Start), LineAt(span.End));
        var before = Encoding.UTF8.GetCharCount(View[first.Start..span.Start]);
        var behind = Encoding.UTF8.GetCharCount(View[span.End..last.End]);
        return before + text.Length + behind <= MostCharacters || (first == last && text.Length <= span.Length);
    }
}
