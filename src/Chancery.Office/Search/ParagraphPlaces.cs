using System.Buffers;
using System.Runtime.InteropServices;

namespace Chancery.Office;

/// <summary>
/// Where the words of each paragraph stand in the bytes of a message, as few bytes that the store keeps beside them: a page of hits shows its pieces
/// of text without reading fifty messages anew.
/// </summary>
public static class ParagraphPlaces
{
    private const byte Form = 1;

    /// <summary>The places; null where the words do not stand in the bytes as they are shown, or noting them takes more than a quarter of the message.</summary>
    public static byte[]? Of(Message message)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        var fields = new FieldWriter(buffer);
        fields.Byte(Form);
        fields.Number(message.Paragraphs.Length);
        var last = 0;
        foreach (var paragraph in message.Paragraphs)
        {
            if (paragraph.Words.Places() is not { } places || buffer.WrittenCount > message.Raw.Length / 4)
            {
                return null;
            }
            fields.Text(paragraph.Number);
            fields.Number(places.Length);
            foreach (var place in places)
            {
                fields.Number(place.Start - last);
                fields.Number(place.Length);
                last = place.End;
            }
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The numbers and words of the paragraphs; null where the places are none of these bytes: then the message is to be read.</summary>
    /// <param name="places">What <see cref="Of"/> noted.</param>
    /// <param name="raw">The bytes of the message.</param>
    public static ImmutableArray<NumberedWords>? Open(ReadOnlySpan<byte> places, ReadOnlyMemory<byte> raw)
    {
        try
        {
            var fields = new FieldReader(places);
            if (fields.Byte() != Form)
            {
                return null;
            }
            var paragraphs = fields.Room<NumberedWords>();
            var last = 0;
            for (var i = 0; i < paragraphs.Length; i++)
            {
                var number = fields.MaybeText();
                var runs = fields.Room<TextSpan>();
                for (var at = 0; at < runs.Length; at++)
                {
                    var start = checked(last + fields.Small());
                    runs[at] = new TextSpan(start, fields.Small());
                    last = checked(start + runs[at].Length);
                }
                paragraphs[i] = new NumberedWords(number, new Passage(raw, ImmutableCollectionsMarshal.AsImmutableArray(runs)));
            }
            return ImmutableCollectionsMarshal.AsImmutableArray(paragraphs);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }
}
