namespace Chancery.Web.Desk;

/// <summary>The received bytes for the Raw tab: every line with its number, format line, control characters as marks and findings.</summary>
public sealed class RawText
{
    /// <summary>Lines beyond this many bytes are left to the raw address.</summary>
    public const int Limit = 1 << 18;

    /// <summary>So are lines beyond this many.</summary>
    public const int MostLines = 8_192;

    private RawText(ImmutableArray<RawRow> rows, ImmutableArray<FindingNote> notes, bool isCut)
    {
        Rows = rows;
        Notes = notes;
        IsCut = isCut;
    }

    /// <summary>The lines.</summary>
    public ImmutableArray<RawRow> Rows { get; }

    /// <summary>All findings, by place.</summary>
    public ImmutableArray<FindingNote> Notes { get; }

    /// <summary>True where the message goes on.</summary>
    public bool IsCut { get; }

    /// <summary>Lays the bytes of <paramref name="message"/> out.</summary>
    public static RawText Of(Message message)
    {
        var raw = message.Raw.Span;
        var lines = new RawLines(message.Raw);
        var notes = FindingNote.Of(message, lines);
        var rows = ImmutableArray.CreateBuilder<RawRow>(lines.Count);
        int part = 0,
            note = 0,
            shown = 0;
        string? last = null;
        for (var i = 0; i < lines.Count && i < MostLines && shown < Limit; i++)
        {
            var place = lines[i];
            var end = lines.EndOf(i);
            while (part + 1 < message.Parts.Length && message.Parts[part].Span.End <= place.Start)
            {
                part++;
            }
            var first = note;
            while (note < notes.Length && (notes[note].Finding.Span.Start < end.End || i == lines.Count - 1))
            {
                note++;
            }
            var cut = TextSpan.FromBounds(place.Start, Math.Min(place.End, place.Start + Limit));
            var text = RawLines.Decode(raw.Slice(cut.Start, cut.Length));
            var name = message.Parts.IsEmpty ? null : Name(message.Parts[part]);
            rows.Add(
                new RawRow(
                    i + 1,
                    name == last ? null : name,
                    Runs.Of(text, cut, raw, Touching(notes, place), marks: true),
                    Runs.Marks(RawLines.Decode(raw.Slice(end.Start, Math.Min(end.Length, 64)))),
                    notes[first..note]
                )
            );
            last = name;
            shown += cut.Length;
        }
        var isCut = rows.Count < lines.Count || (rows.Count > 0 && lines[rows.Count - 1].Length > Limit);
        return new RawText(rows.DrainToImmutable(), notes, isCut);
    }

    private static ReadOnlySpan<FindingNote> Touching(ImmutableArray<FindingNote> notes, TextSpan line) =>
        notes.Where(note => note.Finding.Span.Start <= line.End && note.Finding.Span.End >= line.Start).ToArray();

    private static string? Name(MessagePart part) =>
        part.Kind switch
        {
            PartKind.FormatLine => $"FL{part.FormatLine}",
            PartKind.PageLine => "page",
            PartKind.Unparsed => "unread",
            _ => null,
        };
}
