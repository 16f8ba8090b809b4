using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Chancery.Messages.Framing;

/// <summary>
/// Makes the reading view of a message (text.md 3, N-1 to N-5). A clean message is its own view; otherwise the bytes are copied once, with every
/// difference kept as an edit. Page lines (N-7) and dashes (N-6) are left to the readers.
/// </summary>
internal static class ViewMaker
{
    private const byte FormFeed = 0x0C;

    /// <summary>Bytes that may need an edit: controls but BEL, TAB, CR, LF; what opens mark-up; what is not ASCII.</summary>
    private static readonly SearchValues<byte> Triggers = SearchValues.Create([
        .. Enumerable
            .Range(0, 256)
            .Where(b => IsDropped(b) || b == FormFeed || b >= 0x80 || "&<[\\".Contains((char)b))
            .Select(b => (byte)b),
    ]);

    /// <summary>The view of <paramref name="raw"/>; never throws, linear.</summary>
    public static MessageView Make(ReadOnlyMemory<byte> raw) =>
        QuotedPrintable.Restore(raw) is { } mail ? MessageView.Over(mail, Clean(mail.Bytes)) : Clean(raw);

    private static MessageView Clean(ReadOnlyMemory<byte> raw)
    {
        var first = raw.Span.IndexOfAny(Triggers);
        if (first < 0)
        {
            return new MessageView(raw, raw, []) { IsAscii = true };
        }
        var isUtf8 = Utf8.IsValid(raw.Span);
        var isAscii = true;
        var edits = new ViewEdits(raw);
        var at = first;
        while (at < raw.Length)
        {
            // An entity may stand for anything.
            isAscii &= raw.Span[at] is < 0x80 and not (byte)'&';
            at = Edit(raw.Span, at, isUtf8, edits);
            var next = raw.Span[at..].IndexOfAny(Triggers);
            at = next < 0 ? raw.Length : at + next;
        }
        return edits.ToView(isAscii);
    }

    private static bool IsDropped(int b) => (b < 0x20 && b is not (0x07 or '\t' or '\n' or '\r' or FormFeed)) || b == 0x7F;

    /// <summary>Looks at the trigger at <paramref name="at"/> and returns where to go on.</summary>
    private static int Edit(ReadOnlySpan<byte> raw, int at, bool isUtf8, ViewEdits edits)
    {
        var rest = raw[at..];
        switch (rest[0])
        {
            case (byte)'&':
                return WebMarkUp.TryEntity(rest, out var character, out var length, out var rule)
                    ? edits.Replace(at, length, character, rule)
                    : at + 1;
            case (byte)'<':
                length = WebMarkUp.TagLength(rest, out var isLine);
                return length > 0 ? edits.Replace(at, length, isLine && PartsWords(raw, at, length) ? "\n"u8 : [], "N-3") : at + 1;
            case (byte)'[':
                return Link(rest, at, edits);
            case (byte)'\\':
                return IsLineEnd(rest[1..]) ? edits.Replace(at, 1, [], "N-2") : at + 1;
            case FormFeed:
                return edits.Replace(at, 1, "\n"u8, "N-2");
            case < 0x80:
                return edits.Replace(at, 1, [], "N-2");
            default:
                return isUtf8 ? Utf8Character(rest, at, edits) : Windows1252Character(rest[0], at, edits);
        }
    }

    /// <summary>A tag that begins a line on the page, with words on both sides of it: the line end is nowhere else.</summary>
    private static bool PartsWords(ReadOnlySpan<byte> raw, int at, int length) =>
        at > 0
        && raw[at - 1] is not ((byte)'\n' or (byte)'\r')
        && !IsLineEnd(raw[(at + length)..])
        && !(raw[at - 1] == '>' && raw[(at + length)..].StartsWith("<"u8));

    private static int Link(ReadOnlySpan<byte> rest, int at, ViewEdits edits)
    {
        // Words that need an edit of their own keep their link: nothing of them must get lost.
        if (!WebMarkUp.TryLink(rest, out var words, out var length) || rest.Slice(1, words).ContainsAny(Triggers))
        {
            return at + 1;
        }
        edits.Replace(at, 1, [], "N-4");
        return edits.Replace(at + 1 + words, length - 1 - words, [], "N-4");
    }

    private static int Utf8Character(ReadOnlySpan<byte> rest, int at, ViewEdits edits)
    {
        if (at == 0 && rest.StartsWith("\uFEFF"u8))
        {
            return edits.Replace(at, 3, [], "N-1");
        }
        if (rest.StartsWith("\u00A0"u8))
        {
            return edits.Replace(at, 2, " "u8, "N-3");
        }
        if (rest.StartsWith("\u200B"u8) || rest.StartsWith("\uFEFF"u8))
        {
            return edits.Replace(at, 3, [], "N-3");
        }
        if (rest.StartsWith("¶"u8))
        {
            var blanks = rest[2..].IndexOfAnyExcept((byte)' ');
            return blanks >= 0 && char.IsAsciiLetterOrDigit((char)rest[2 + blanks]) ? edits.Replace(at, 2 + blanks, [], "N-5") : at + 2;
        }
        Rune.DecodeFromUtf8(rest, out var character, out var length);
        return PlainLetters(character.Value) is { IsEmpty: false } letters ? edits.Replace(at, length, letters, "N-3") : at + length;
    }

    /// <summary>What a typesetter's blank or a ligature stands for; nothing for any other character.</summary>
    private static ReadOnlySpan<byte> PlainLetters(int character) =>
        character switch
        {
            (>= 0x2000 and <= 0x200A) or 0x202F or 0x205F or 0x3000 => " "u8,
            0xFB00 => "ff"u8,
            0xFB01 => "fi"u8,
            0xFB02 => "fl"u8,
            0xFB03 => "ffi"u8,
            0xFB04 => "ffl"u8,
            _ => default,
        };

    private static int Windows1252Character(byte b, int at, ViewEdits edits)
    {
        if (b == 0xA0)
        {
            return edits.Replace(at, 1, " "u8, "N-3");
        }
        Span<byte> utf8 = stackalloc byte[4];
        var length = new Rune(Windows1252.Character(b)).EncodeToUtf8(utf8);
        return edits.Replace(at, 1, utf8[..length], "N-1");
    }

    private static bool IsLineEnd(ReadOnlySpan<byte> rest)
    {
        var next = rest.IndexOfAnyExcept((byte)' ', (byte)'\r');
        return next < 0 ? rest.IsEmpty || rest.Contains((byte)'\r') : rest[next] == '\n';
    }
}
