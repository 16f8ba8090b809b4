using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;

namespace Chancery.Web.Api;

/// <summary>
/// Reads submissions from a stream. Each stands behind a line with its length in bytes and, where the sender wants one, a blank and a key; line ends
/// between two are left out. Holds no more than one submission.
/// </summary>
internal sealed class FramedBody(PipeReader body, long most)
{
    /// <summary>Longest key in characters.</summary>
    public const int LongestKey = 200;

    private const int LongestLine = LongestKey + 24;
    private const int MadeAtOnce = 64 * 1024;

    /// <summary>The next submission; null at the end. Nothing can be read behind one that is <see cref="BodyFrameKind.NoLength"/>.</summary>
    public async ValueTask<BodyFrame?> Next(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellation);
            if (Line(read.Buffer, out var rest) is { } line)
            {
                body.AdvanceTo(rest);
                return LengthOf(line, out var key) is { } length
                    ? await Body(length, key, cancellation)
                    : new BodyFrame(BodyFrameKind.NoLength, null, default);
            }
            var begun = read.Buffer.Slice(rest).Length;
            body.AdvanceTo(rest, read.Buffer.End);
            if (begun > LongestLine)
            {
                return new BodyFrame(BodyFrameKind.NoLength, null, default);
            }
            if (read.IsCompleted)
            {
                return begun == 0 ? null : new BodyFrame(BodyFrameKind.CutShort, null, default);
            }
        }
    }

    /// <summary>The next line that is not blank, and where it ends; null where it is not there yet, and where it begins.</summary>
    private static byte[]? Line(ReadOnlySequence<byte> buffer, out SequencePosition rest)
    {
        var reader = new SequenceReader<byte>(buffer);
        reader.AdvancePastAny((byte)'\r', (byte)'\n');
        rest = reader.Position;
        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            return null;
        }
        rest = reader.Position;
        return line.Length > LongestLine ? [] : line.ToArray();
    }

    private static long? LengthOf(ReadOnlySpan<byte> line, out string? key)
    {
        key = null;
        line = line.TrimEnd("\r "u8);
        if (!Utf8Parser.TryParse(line, out long length, out var digits) || length < 0 || line[0] is (byte)'+' or (byte)'-')
        {
            return null;
        }
        var behind = line[digits..];
        if (behind.IsEmpty)
        {
            return length;
        }
        var word = behind.TrimStart((byte)' ');
        if (word.Length == behind.Length || word.Length > LongestKey || word.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return null;
        }
        key = Encoding.ASCII.GetString(word);
        return length;
    }

    private async ValueTask<BodyFrame> Body(long length, string? key, CancellationToken cancellation)
    {
        var isTooLarge = length > most;
        // Room is made for what comes, not for what is announced.
        using var bytes = new MemoryStream(isTooLarge ? 0 : (int)Math.Min(length, MadeAtOnce));
        for (var left = length; left > 0; )
        {
            var read = await body.ReadAsync(cancellation);
            var piece = read.Buffer.Slice(0, Math.Min(left, read.Buffer.Length));
            if (!isTooLarge)
            {
                foreach (var part in piece)
                {
                    bytes.Write(part.Span);
                }
            }
            left -= piece.Length;
            body.AdvanceTo(piece.End);
            if (left > 0 && read.IsCompleted)
            {
                return new BodyFrame(BodyFrameKind.CutShort, key, default);
            }
        }
        return isTooLarge
            ? new BodyFrame(BodyFrameKind.TooLarge, key, default)
            : new BodyFrame(BodyFrameKind.Whole, key, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }
}
