using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Messages.Json;

/// <summary>
/// Writes the text of messages as JSON strings. It is nearly all plain ASCII with a line feed now and then: runs of it are copied whole, where the
/// writer would look at each character of a text that holds one line feed. What is rarer is left to the writer; the result is the same.
/// </summary>
internal static class PlainJson
{
    /// <summary>Bytes for each byte of text, at most, where the line feed and the two signs below are all that is escaped.</summary>
    private const int Most = 6;

    private static readonly SearchValues<byte> Plain = SearchValues.Create(Ascii(""));

    /// <summary>What the careful encoder passes on: it escapes what might close an HTML attribute or element, too.</summary>
    private static readonly SearchValues<byte> PlainForHtml = SearchValues.Create(Ascii("<>&'+`"));

    /// <summary>Writes UTF-8 text as a value.</summary>
    public static void WriteText(this Utf8JsonWriter writer, ReadOnlySpan<byte> text)
    {
        var options = writer.Options;
        var encoder = options.Encoder;
        var isForHtml = encoder is null || ReferenceEquals(encoder, JavaScriptEncoder.Default);
        var plain = isForHtml ? PlainForHtml : Plain;
        var first = text.IndexOfAnyExcept(plain);
        // A writer that indents would not do so in front of a value that it does not make itself.
        var isKnown = isForHtml || ReferenceEquals(encoder, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        if (first < 0 || options.Indented || !isKnown)
        {
            writer.WriteStringValue(text);
            return;
        }
        var buffer = ArrayPool<byte>.Shared.Rent((text.Length * Most) + 2);
        var length = Escape(text, first, plain, isForHtml, buffer);
        if (length > 0)
        {
            writer.WriteRawValue(buffer.AsSpan(0, length), skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(text);
        }
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>The string with its quotation marks; 0 where something stands in it that only the writer knows how to put.</summary>
    private static int Escape(ReadOnlySpan<byte> text, int first, SearchValues<byte> plain, bool isForHtml, Span<byte> buffer)
    {
        buffer[0] = (byte)'"';
        var length = 1;
        for (var next = first; next >= 0; next = text.IndexOfAnyExcept(plain))
        {
            text[..next].CopyTo(buffer[length..]);
            length += next;
            var escape = text[next] switch
            {
                (byte)'\n' => "\\n"u8,
                (byte)'\\' => "\\\\"u8,
                (byte)'"' => isForHtml ? "\\u0022"u8 : "\\\""u8,
                (byte)'\'' => "\\u0027"u8,
                (byte)'&' => "\\u0026"u8,
                (byte)'+' => "\\u002B"u8,
                _ => [],
            };
            if (escape.IsEmpty)
            {
                return 0;
            }
            escape.CopyTo(buffer[length..]);
            length += escape.Length;
            text = text[(next + 1)..];
        }
        text.CopyTo(buffer[length..]);
        length += text.Length;
        buffer[length++] = (byte)'"';
        return length;
    }

    private static byte[] Ascii(string but) =>
        [.. Enumerable.Range(' ', 0x7F - ' ').Where(b => b is not ('"' or '\\') && !but.Contains((char)b)).Select(b => (byte)b)];
}
