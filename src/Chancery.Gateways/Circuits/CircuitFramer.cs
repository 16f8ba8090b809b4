using System.Buffers;

namespace Chancery.Gateways.Circuits;

/// <summary>
/// The reading loop of a circuit (transmission.md 1.6): finds transmissions in bytes as they come, in pieces of any size, in memory that does not grow
/// with what a peer sends. Line functions between two transmissions (CR, LF, LTRS, blanks) are no content and are left out; everything else belongs to
/// one message or is given out as noise.
/// </summary>
/// <param name="mostBytes">The longest message; what is longer is given out cut off there.</param>
public sealed class CircuitFramer(int mostBytes)
{
    private const int LongestIdleLine = 64 * 1024;
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create([(byte)'\r', (byte)'\n', 0x1F, Del]);
    private const byte Del = 0x7F;
    private readonly List<Heard> heard = [];
    private byte[] buffer = new byte[4096];
    private int filled;
    private int line;
    private int scanned;
    private int message = -1;
    private bool hasStation;
    private bool isInText;
    private MemoryStream? noise;
    private long noiseLength;

    /// <summary>True where the last line is an end mark that nothing has followed yet: it counts when nothing does.</summary>
    public bool AwaitsEnd => message >= 0 && CircuitSigns.IsEnd(CircuitSigns.Trim(buffer.AsSpan(line..filled)));

    /// <summary>Takes bytes in; gives out what is complete now.</summary>
    public IReadOnlyList<Heard> Add(ReadOnlySpan<byte> bytes)
    {
        heard.Clear();
        while (!bytes.IsEmpty)
        {
            // In pieces, so that no line grows the buffer beyond what is looked at.
            var piece = bytes[..Math.Min(bytes.Length, LongestIdleLine)];
            bytes = bytes[piece.Length..];
            Append(piece);
            Scan();
            Bound();
        }
        Compact();
        return [.. heard];
    }

    /// <summary>Nothing has followed for a while: an end mark that waited for its line end counts now.</summary>
    public IReadOnlyList<Heard> Pause()
    {
        heard.Clear();
        if (AwaitsEnd)
        {
            EndLine(filled, filled);
            Compact();
        }
        return [.. heard];
    }

    /// <summary>The line has ended: gives out what was under way.</summary>
    public IReadOnlyList<Heard> End()
    {
        heard.Clear();
        if (line < filled)
        {
            EndLine(filled, filled);
        }
        if (message >= 0)
        {
            Give(filled, isCutShort: false, isTruncated: true);
        }
        GiveNoise();
        (filled, line, scanned) = (0, 0, 0);
        return [.. heard];
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        if (filled + piece.Length > buffer.Length)
        {
            Compact();
            if (filled + piece.Length > buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Max(buffer.Length * 2L, filled + piece.Length)));
            }
        }
        piece.CopyTo(buffer.AsSpan(filled));
        filled += piece.Length;
    }

    private void Scan()
    {
        while (scanned < filled)
        {
            var found = buffer.AsSpan(scanned..filled).IndexOfAny(LineEnds);
            if (found < 0)
            {
                scanned = filled;
                return;
            }
            var at = scanned + found;
            scanned = at + 1;
            // LTRS may stand in any line; behind an end mark it is the end of the line.
            if (buffer[at] is (byte)'\r' or (byte)'\n' || (message >= 0 && CircuitSigns.IsEnd(CircuitSigns.Trim(buffer.AsSpan(line..at)))))
            {
                EndLine(at, at + 1);
            }
        }
    }

    private void EndLine(int end, int next)
    {
        var text = CircuitSigns.Trim(buffer.AsSpan(line..end));
        if (!text.IsEmpty)
        {
            Look(text, end, next);
        }
        line = next;
        scanned = Math.Max(scanned, next);
    }

    private void Look(ReadOnlySpan<byte> text, int end, int next)
    {
        if (message < 0)
        {
            if (CircuitSigns.IsStart(text))
            {
                Begin();
            }
            else if (text.StartsWith("QSL "u8) && text.Length <= 16)
            {
                heard.Add(new Heard(HeardKind.Quittance, text[4..].ToArray()));
            }
            else
            {
                AddNoise(buffer.AsSpan(line..next));
            }
        }
        else if (CircuitSigns.IsEnd(text))
        {
            Give(End(end), isCutShort: false, isTruncated: false);
        }
        else if (CircuitSigns.IsChannel(text) && (isInText || hasStation))
        {
            Give(line, isCutShort: true, isTruncated: false);
            Begin();
        }
        else
        {
            hasStation |= text.StartsWith("DE "u8);
            isInText |= text.SequenceEqual("BT"u8);
        }
    }

    /// <summary>Where the last letter of the end mark stands.</summary>
    private int End(int end) => line + buffer.AsSpan(line..end).LastIndexOf((byte)'N') + 1;

    private void Begin()
    {
        GiveNoise();
        // The transmission begins with its first letter, not with the functions in front.
        var text = buffer.AsSpan(line..filled);
        var functions = 0;
        while (functions < text.Length && text[functions] is <= (byte)' ' or Del)
        {
            functions++;
        }
        message = line + functions;
        hasStation = false;
        isInText = false;
    }

    private void Give(int end, bool isCutShort, bool isTruncated)
    {
        heard.Add(
            new Heard(HeardKind.Message, buffer.AsSpan(message..end).ToArray())
            {
                IsCutShort = isCutShort,
                IsTruncated = isTruncated,
                Length = end - message,
            }
        );
        message = -1;
    }

    /// <summary>A message beyond the limit is cut off, a line that is none and never ends is noise.</summary>
    private void Bound()
    {
        if (message >= 0 && filled - message >= mostBytes)
        {
            var end = message + mostBytes;
            Give(end, isCutShort: false, isTruncated: true);
            AddNoise(buffer.AsSpan(end..filled));
            (line, scanned) = (filled, filled);
        }
        else if (message < 0 && filled - line >= LongestIdleLine)
        {
            AddNoise(buffer.AsSpan(line..filled));
            (line, scanned) = (filled, filled);
        }
    }

    private void AddNoise(ReadOnlySpan<byte> bytes)
    {
        noise ??= new MemoryStream();
        var room = LongestIdleLine - (int)noise.Length;
        noise.Write(bytes[..Math.Min(bytes.Length, Math.Max(0, room))]);
        noiseLength += bytes.Length;
    }

    private void GiveNoise()
    {
        if (noise is null)
        {
            return;
        }
        heard.Add(new Heard(HeardKind.Noise, noise.ToArray()) { Length = noiseLength });
        (noise, noiseLength) = (null, 0);
    }

    private void Compact()
    {
        var keep = message >= 0 ? message : line;
        if (keep == 0)
        {
            return;
        }
        buffer.AsSpan(keep..filled).CopyTo(buffer);
        filled -= keep;
        line -= keep;
        scanned -= keep;
        message = message >= 0 ? 0 : -1;
        if (buffer.Length > 1 << 20 && filled < buffer.Length / 8)
        {
            Array.Resize(ref buffer, Math.Max(4096, filled * 2));
        }
    }
}
