using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>Quoted texts inside a telegram: what stands in them is not parsed as its structure (text.md 1).</summary>
internal static class Quotation
{
    /// <summary>True where a quotation opens on this line.</summary>
    public static bool Opens(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= 80
        && (text[0] & 0xDF) is ('B' or 'Q')
        && (
            Words.StartsWord(text, "BEGIN TEXT"u8)
            || Words.StartsWord(text, "BEGIN QUOTE"u8)
            || Words.StartsWord(text, "BEGIN POINTS"u8)
            || (Words.StartsWord(text, "QUOTE"u8) && text.Length <= 7)
        );

    /// <summary>The line after the one that closes a quotation, looked for from <paramref name="index"/> on; -1 where none does.</summary>
    public static int Close(TextLines lines, int index)
    {
        for (var i = index; i < lines.End; i++)
        {
            if (Closes(lines.Text(i)))
            {
                return i + 1;
            }
        }
        return -1;
    }

    /// <summary>The quoted texts that begin inside a place of the raw bytes, without the lines that open and close them.</summary>
    public static ImmutableArray<TextSpan> Find(ReadOnlyMemory<byte> raw, TextSpan body)
    {
        if (body.IsEmpty || raw.Span.Slice(body.Start, body.Length).IndexOfAny("QB"u8) < 0)
        {
            return [];
        }
        var lines = new LineTable();
        lines.Fill(raw[..body.End]);
        var found = ImmutableArray.CreateBuilder<TextSpan>();
        var from = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Start < body.Start)
            {
                continue;
            }
            var text = lines.Text(i).TrimStart((byte)' ');
            if (from < 0 && Opens(text))
            {
                from = lines[i].Next;
            }
            else if (from >= 0 && Closes(text))
            {
                found.Add(TextSpan.FromBounds(from, lines[i].Start));
                from = -1;
            }
        }
        return found.DrainToImmutable();
    }

    private static bool Closes(ReadOnlySpan<byte> text) =>
        text.Length > 0
        && (text[0] & 0xDF) is ('E' or 'U')
        && (
            Words.StartsWord(text, "END TEXT"u8)
            || Words.StartsWord(text, "END QUOTE"u8)
            || Words.StartsWord(text, "END POINTS"u8)
            || Words.StartsWord(text, "UNQUOTE"u8)
        );
}
