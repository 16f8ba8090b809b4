using System.Buffers;
using System.Text;
using Chancery.Messages.Framing;
using Chancery.Messages.Heading;

namespace Chancery.Messages;

/// <summary>A set of a naval message (text.md 17.2).</summary>
public sealed record MessageSet
{
    private readonly ImmutableArray<string> given;
    private readonly MessageView? view;
    private readonly TextSpan content;

    /// <summary>A set of given fields, for messages that were built and not read.</summary>
    /// <param name="id">Set identifier, such as <c>MSGID</c>.</param>
    /// <param name="fields">Fields between slants.</param>
    /// <param name="span">The set in the message's raw bytes; empty in a built message.</param>
    public MessageSet(string id, ImmutableArray<string> fields, TextSpan span)
    {
        Id = id;
        given = fields;
        Span = span;
    }

    internal MessageSet(string id, MessageView view, TextSpan content, bool isFreeText, TextSpan span)
    {
        Id = id;
        this.view = view;
        this.content = content;
        IsFreeText = isFreeText;
        Span = span;
    }

    /// <summary>Set identifier, such as <c>MSGID</c>, as read (damage mended).</summary>
    public string Id { get; }

    /// <summary>The set in the message's raw bytes.</summary>
    public TextSpan Span { get; }

    /// <summary>True where slants are text and not separators (AMPN, NARR, RMKS, GENTEXT).</summary>
    public bool IsFreeText { get; }

    /// <summary>
    /// Fields between slants, line ends as blanks, page lines left out; one field in a free-text set, behind its indicator in GENTEXT. Decoded at each call.
    /// </summary>
    public ImmutableArray<string> Fields
    {
        get
        {
            if (view is null)
            {
                return given;
            }
            var fields = ImmutableArray.CreateBuilder<string>();
            var buffer = new byte[content.Length];
            for (var at = 0; at >= 0; )
            {
                fields.Add(Encoding.UTF8.GetString(buffer, 0, TakeField(ref at, buffer)));
            }
            return fields.DrainToImmutable();
        }
    }

    /// <summary>The most bytes that <see cref="TakeField"/> puts; null for given fields, which are strings already.</summary>
    internal int? MostBytes => view is null ? null : content.Length;

    /// <summary>Puts the next field into a buffer, as <see cref="Fields"/> has it.</summary>
    /// <param name="at">Where to go on, from 0; past the last field it is negative.</param>
    /// <param name="buffer">Has room for <see cref="MostBytes"/>.</param>
    /// <returns>How many bytes.</returns>
    internal int TakeField(ref int at, Span<byte> buffer)
    {
        var rest = view!.Bytes.Span.Slice(content.Start, content.Length)[at..];
        var isLast = IsFreeText && (Id != "GENTEXT" || at > 0);
        var end = isLast ? -1 : rest.IndexOf((byte)'/');
        at = end < 0 ? -1 : at + end + 1;
        return OneLine(end < 0 ? rest : rest[..end], buffer);
    }

    private static int OneLine(ReadOnlySpan<byte> text, Span<byte> buffer)
    {
        var length = 0;
        text = Trim(text);
        var isWrapped = text.ContainsAny((byte)'\r', (byte)'\n');
        while (!text.IsEmpty)
        {
            var end = text.IndexOfAny((byte)'\r', (byte)'\n');
            var line = Trim(end < 0 ? text : text[..end]);
            text = end < 0 ? [] : text[(end + 1)..];
            // A page line can fall inside a set; it is none of its words (text.md N-7).
            if (line.IsEmpty || (isWrapped && PageLine.Is(line)))
            {
                continue;
            }
            if (length > 0)
            {
                buffer[length++] = (byte)' ';
            }
            line.CopyTo(buffer[length..]);
            length += line.Length;
        }
        return length;
    }

    /// <summary>Without the white space at both ends, whatever the script it belongs to.</summary>
    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] is > (byte)' ' and < 0x7F && text[^1] is > (byte)' ' and < 0x7F)
        {
            return text;
        }
        while (Rune.DecodeFromUtf8(text, out var first, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(first))
        {
            text = text[length..];
        }
        while (Rune.DecodeLastFromUtf8(text, out var last, out var length) == OperationStatus.Done && Rune.IsWhiteSpace(last))
        {
            text = text[..^length];
        }
        return text;
    }
}
