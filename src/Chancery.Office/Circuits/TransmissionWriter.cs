using System.Globalization;
using System.Text;

namespace Chancery.Office;

/// <summary>
/// Makes of a message the bytes of one transmission (transmission.md 1.4, 1.5, 4.3 R2): a format line 1 of its own, the routing indicators of this copy
/// in format line 2, everything from format line 3 to the end as it came, and the end mark.
/// </summary>
public static class TransmissionWriter
{
    private const string LineEnd = "\r\r\n";

    /// <summary>A channel number as it is printed: three digits, four above 999.</summary>
    public static string Number(string channel, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{channel[(channel.LastIndexOf(' ') + 1)..]}{number:000}");

    /// <summary>The transmission of a copy.</summary>
    /// <param name="message">The message as read.</param>
    /// <param name="number">Channel designator and number, or null where none is given.</param>
    /// <param name="called">The routing indicators of this copy; empty leaves format line 2 as it came.</param>
    public static byte[] Write(Message message, string? number, ImmutableArray<string> called)
    {
        var raw = message.Raw.Span;
        var output = new MemoryStream(raw.Length + 64);
        if (number is not null)
        {
            Add(output, $"VZCZC{number}{(message.Transmission.SecurityProsign is { } prosign ? "     " + prosign : "")}{LineEnd}");
        }
        var hasCalling = false;
        foreach (var part in message.Parts)
        {
            if (part.FormatLine == 16)
            {
                break;
            }
            var bytes = raw.Slice(part.Span.Start, part.Span.Length);
            if (part.FormatLine == 2 && !hasCalling)
            {
                hasCalling = true;
                Calling(output, bytes, called);
            }
            else if (hasCalling || part is not { Kind: PartKind.Noise or PartKind.FormatLine, FormatLine: 0 or 1 })
            {
                // What stood before the heading, and the number of the hop before this one, stay in our own record.
                output.Write(bytes);
            }
        }
        EndLine(output);
        Add(output, $"NNNN{LineEnd}");
        return output.ToArray();
    }

    /// <summary>Format line 2 with the indicators of this copy only, in their printed order (R2, P3a: the precedence stays).</summary>
    private static void Calling(MemoryStream output, ReadOnlySpan<byte> line, ImmutableArray<string> called)
    {
        if (called.IsEmpty)
        {
            output.Write(line);
            return;
        }
        var dashes = line.IndexOf("--"u8);
        var start = line.IndexOfAnyExcept((byte)' ');
        var first = dashes >= 0 ? dashes + 2 : start + line[start..].IndexOf((byte)' ') + 1;
        var last = line.Length;
        while (last > first && line[last - 1] is (byte)' ' or (byte)'\r' or (byte)'\n')
        {
            last--;
        }
        output.Write(line[..first]);
        Add(output, string.Join(' ', called));
        if (dashes >= 0 && line[..last].EndsWith("."u8))
        {
            output.WriteByte((byte)'.');
        }
        output.Write(line[last..]);
    }

    private static void EndLine(MemoryStream output)
    {
        if (output.Length == 0)
        {
            return;
        }
        var last = output.GetBuffer()[output.Length - 1];
        if (last is not ((byte)'\n' or (byte)'\r'))
        {
            Add(output, LineEnd);
        }
    }

    private static void Add(MemoryStream output, string text) => output.Write(Encoding.ASCII.GetBytes(text));
}
