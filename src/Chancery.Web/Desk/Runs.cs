namespace Chancery.Web.Desk;

/// <summary>Cuts a line into runs: where findings stand in it, where control characters are, where a search hit.</summary>
internal static class Runs
{
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

    /// <summary>Control characters as their pictures, such as ␍ and ␇.</summary>
    public static string Marks(ReadOnlySpan<char> controls)
    {
        Span<char> pictures = stackalloc char[Math.Min(controls.Length, 256)];
        for (var i = 0; i < pictures.Length; i++)
        {
            pictures[i] = controls[i] switch
            {
                < ' ' => (char)(0x2400 + controls[i]),
                '\x7F' => '\x2421',
                _ => '\xFFFD',
            };
        }
        return pictures.ToString();
    }

    private static bool IsMark(char c, bool marks) => marks && char.IsControl(c);

    private static int Column(ReadOnlySpan<byte> raw, TextSpan place, int offset) =>
        offset <= place.Start ? 0 : RawLines.Decode(raw[place.Start..Math.Min(offset, place.End)]).Length;
}
