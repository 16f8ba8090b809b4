namespace Chancery.Exercise.Forms;

/// <summary>Writes sets one after another and keeps what they say (text.md 17.2).</summary>
internal sealed class SetWriter(Sheet sheet)
{
    private readonly ImmutableArray<MessageSet>.Builder written = ImmutableArray.CreateBuilder<MessageSet>();

    public ImmutableArray<MessageSet> Written => written.ToImmutable();

    /// <summary>Writes a set of fields.</summary>
    public void Add(string id, params ImmutableArray<string> fields)
    {
        var span = sheet.Lines(Sheet.Wrap($"{id}/{string.Join('/', fields)}//", 0));
        written.Add(new MessageSet(id, fields, span));
    }

    /// <summary>Writes a set of free words.</summary>
    public void Free(string id, string text)
    {
        var span = sheet.Lines(Sheet.Wrap($"{id}/{text}//", 0));
        written.Add(new MessageSet(id, [text], span));
    }

    /// <summary>Writes the remarks, each paragraph on a line of its own.</summary>
    public ImmutableArray<Paragraph> Remarks(IEnumerable<(string Number, Marking? Mark, string Text)> numbered)
    {
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        var field = new System.Text.StringBuilder();
        var first = sheet.Length;
        var all = numbered.ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var (number, mark, text) = all[i];
            var opening = mark is null ? $"{number}. " : $"{number}. {mark.Raw} ";
            var indent = i == 0 ? "RMKS/".Length : 0;
            var isLast = i == all.Count - 1;
            var lines = Sheet.Wrap(isLast ? text + "//" : text, indent + opening.Length);
            sheet.Put(i == 0 ? "RMKS/" : "");
            var start = sheet.Length;
            var span = sheet.Put(opening).Lines(lines);
            var words = isLast ? lines[..^2] : lines;
            paragraphs.Add(
                new Paragraph(number, mark, new Passage(words)) { Span = TextSpan.FromBounds(start, isLast ? span.End - 2 : span.End) }
            );
            field.Append(i == 0 ? "" : " ").Append(opening).Append(text);
            if (isLast)
            {
                written.Add(new MessageSet("RMKS", [field.ToString()], TextSpan.FromBounds(first, span.End)));
            }
        }
        return paragraphs.ToImmutable();
    }
}
