using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Chancery.Messages;

/// <summary>
/// Reads messages from a pipe as they come: the same messages as <see cref="MessageReader.ReadAll"/> finds in the whole input, in memory that does not
/// grow with it. Thread-safe; each call reads one pipe.
/// </summary>
/// <param name="reader">How messages are read.</param>
public sealed class MessageStream(MessageReader reader)
{
    /// <summary>Where the next message begins is told by the lines that follow: so many bytes are waited for.</summary>
    private const int LookAhead = 4096;

    private const int FirstBuffer = 64 * 1024;

    /// <summary>A stream that reads with <see cref="ReaderOptions.Default"/>.</summary>
    public MessageStream()
        : this(new MessageReader()) { }

    /// <summary>
    /// The most bytes that wait for the end of a message, 16 MB where not set. What is longer is given out in pieces of that length, as messages
    /// that were cut short; no byte is lost. At least 128 KB, less counts as that.
    /// </summary>
    public int MostBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// The messages of a pipe, given out whenever 64 KB have come or the pipe has ended. Offsets and lines count from the start of the pipe. A
    /// message keeps the bytes that came with it (64 KB where messages are short); the pipe is completed by its owner.
    /// </summary>
    public async IAsyncEnumerable<Message> ReadAsync(PipeReader input, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var most = Math.Max(MostBytes, 2 * FirstBuffer);
        var buffer = new byte[FirstBuffer];
        var filled = 0;
        var (offset, line) = (0L, 0);
        var hasEnded = false;
        while (!hasEnded || filled > 0)
        {
            while (!hasEnded && filled < buffer.Length)
            {
                var result = await input.ReadAsync(cancellation).ConfigureAwait(false);
                var taken = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, buffer.Length - filled));
                taken.CopyTo(buffer.AsSpan(filled));
                filled += (int)taken.Length;
                hasEnded = result.IsCompleted && taken.Length == result.Buffer.Length;
                input.AdvanceTo(taken.End);
            }
            var messages = reader.ReadAll(buffer.AsMemory(0, filled));
            var isWhole = hasEnded || buffer.Length >= most;
            var given = 0;
            foreach (var message in messages)
            {
                var end = given + message.Raw.Length;
                if (!isWhole && end + LookAhead > filled)
                {
                    break;
                }
                yield return message with
                {
                    Offset = offset + message.Offset,
                    Line = line + message.Line,
                };
                given = end;
            }
            line += Lines(buffer.AsSpan(0, given));
            offset += given;
            // A message that fills the buffer waits in one twice as long; what was given out may still be read by others.
            var next = new byte[
                given > 0 ? Math.Min(most, Math.Max(FirstBuffer, RoundUp(filled - given))) : Math.Min(most, 2 * buffer.Length)
            ];
            buffer.AsSpan(given, filled - given).CopyTo(next);
            filled -= given;
            buffer = next;
        }
    }

    private static int RoundUp(int rest) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)rest + LookAhead);

    private static int Lines(ReadOnlySpan<byte> bytes)
    {
        var lines = 0;
        for (var at = 0; at < bytes.Length; )
        {
            var end = bytes[at..].IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                break;
            }
            at = Framing.LineCursor.AfterLineEnd(bytes, at + end);
            lines++;
        }
        return lines;
    }
}
