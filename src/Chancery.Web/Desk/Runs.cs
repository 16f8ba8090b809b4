using System.Text;

namespace Chancery.Web.Desk;

/// <summary>Cuts a line into runs: where findings stand in it, where control characters are, where a search hit.</summary>
internal static class Runs
{
    private const int MostMarks = 64;

    private static readonly string[] Names =
        "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".Split(' ');

    /// <summary>
    /// A line of <paramref name="text"/> that was read from <paramref name="place"/> in the raw bytes. Where the reading left something out of the
    /// line, positions behind it are clamped to the line.
    /// </summary>
    public static ImmutableArray<TextRun> Of(
        string text,
        TextSpan place,
        ReadOnlySpan<byte> raw,
        ReadOnlySpan<FindingNote> notes,
        bool marks
    )
    {
        Severity?[]? found = null;
        foreach (var note in notes)
        {
            var span = note.Finding.Span;
            if (text.Length == 0 || place.IsEmpty || span.Start >= place.End || Math.Max(span.End, span.Start + 1) <= place.Start)
            {
                continue;
            }
            found ??= new Severity?[text.Length];
            var start = Math.Clamp(Column(raw, place, span.Start), 0, text.Length - 1);
            var end = Math.Clamp(Column(raw, place, span.End), start + 1, text.Length);
            for (var i = start; i < end; i++)
            {
                if (found[i] is null || found[i] < note.Finding.Severity)
                {
                    found[i] = note.Finding.Severity;
                }
            }
        }
        var runs = ImmutableArray.CreateBuilder<TextRun>();
        var from = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i < text.Length && found?[i] == found?[i - 1] && IsMark(text[i], marks) == IsMark(text[i - 1], marks))
            {
                continue;
            }
            var mark = IsMark(text[from], marks);
            runs.Add(new TextRun(mark ? Marks(text.AsSpan(from, i - from)) : text[from..i], found?[from], mark));
            from = i;
        }
        return runs.DrainToImmutable();
    }

    /// <summary>Control characters by their names, such as <c>CR LF</c> and <c>BEL</c>: few fonts have pictures of them.</summary>
    public static string Marks(ReadOnlySpan<char> controls)
    {
        var names = new StringBuilder();
        foreach (var control in controls[..Math.Min(controls.Length, MostMarks)])
        {
            names.Append(names.Length > 0 ? " " : "").Append(Name(control));
        }
        return names.ToString();
    }

    private static string Name(char control) =>
        control < Names.Length ? Names[control]
        : control == 0x7F ? "DEL"
        : $"{(int)control:X2}";

    private static bool IsMark(char c, bool marks) => marks && char.IsControl(c);

    private static int Column(ReadOnlySpan<byte> raw, TextSpan place, int offset) =>
        offset <= place.Start ? 0 : RawLines.Decode(raw[place.Start..Math.Min(offset, place.End)]).Length;
}
