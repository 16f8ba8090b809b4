using System.Text;

namespace Chancery.Exercise.Forms;

/// <summary>The bytes of a message while it is written, with the places of what was written. ASCII only.</summary>
internal sealed class Sheet(string lineEnd)
{
    /// <summary>The width of every line (transmission.md 1.3).</summary>
    public const int Width = 69;

    private byte[] bytes = new byte[4096];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Writes words without ending the line.</summary>
    public Sheet Put(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + text.Length));
        }
        Length += Encoding.ASCII.GetBytes(text, bytes.AsSpan(Length));
        return this;
    }

    /// <summary>Writes words and ends the line.</summary>
    public void Line(ReadOnlySpan<char> text) => Put(text).Put(lineEnd);

    /// <summary>Writes lines that are parted by line feeds, and gives their place without the last line end.</summary>
    public TextSpan Lines(string text)
    {
        var start = Length;
        var rest = text.AsSpan();
        while (true)
        {
            var end = rest.IndexOf('\n');
            if (end < 0)
            {
                Put(rest);
                break;
            }
            Put(rest[..end]).Put(lineEnd);
            rest = rest[(end + 1)..];
        }
        var span = TextSpan.FromBounds(start, Length);
        Put(lineEnd);
        return span;
    }

    /// <summary>The finished bytes.</summary>
    public byte[] ToArray() => bytes.AsSpan(0, Length).ToArray();

    /// <summary>
    /// Breaks words at blanks into lines of at most <see cref="Width"/>; the first line begins behind <paramref name="indent"/>
    /// columns.
    /// </summary>
    public static string Wrap(string text, int indent)
    {
        if (indent + text.Length <= Width)
        {
            return text;
        }
        return string.Create(
            text.Length,
            (text, indent),
            static (span, from) =>
            {
                from.text.CopyTo(span);
                int lineStart = -from.indent,
                    blank = -1;
                for (var i = 0; i < span.Length; i++)
                {
                    if (i - lineStart >= Width && blank >= 0)
                    {
                        span[blank] = '\n';
                        lineStart = blank + 1;
                        blank = -1;
                    }
                    if (span[i] == ' ')
                    {
                        blank = i;
                    }
                }
            }
        );
    }
}
