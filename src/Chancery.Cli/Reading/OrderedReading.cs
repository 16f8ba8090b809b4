using System.Buffers;
using Chancery.Messages;
using Chancery.Office;

namespace Chancery.Cli.Reading;

/// <summary>
/// Reads inputs on every core and hands the results on in input order. Holds a bounded number of inputs: a folder of any size needs
/// no more memory than its largest files.
/// </summary>
internal sealed class OrderedReading(Terminal terminal, MessageReader reader, Stream? output = null)
{
    private readonly Stream output = output ?? terminal.Out;

    /// <summary>Inputs from this size on are read alone and written message by message.</summary>
    private const int Large = 8 << 20;
    private const long MostBytesWaiting = 32 << 20;

    /// <summary>What to do with the messages of one input, in order; its bytes go to standard output.</summary>
    public delegate void Writing(IBufferWriter<byte> output, WalkedInput input, ImmutableArray<Message> messages);

    /// <summary>Reads all; gives <see cref="ExitCodes.NotReached"/> where an input could not be read, else 0.</summary>
    public int Run(IEnumerable<WalkedInput> inputs, Writing write, CancellationToken cancellation)
    {
        var mostWaiting = Environment.ProcessorCount * 16;
        var waiting = new Queue<(Task<ArrayBufferWriter<byte>> Result, int Bytes)>();
        var spare = new Stack<ArrayBufferWriter<byte>>();
        var bytesWaiting = 0L;
        var code = ExitCodes.Done;
        foreach (var input in inputs)
        {
            cancellation.ThrowIfCancellationRequested();
            if (input.Problem is { } problem)
            {
                terminal.Say(problem);
                code = ExitCodes.NotReached;
                continue;
            }
            if (input.Bytes.Length >= Large)
            {
                while (waiting.Count > 0)
                {
                    WriteNext();
                }
                using var direct = new StreamWriting(output);
                write(direct, input, reader.ReadAll(input.Bytes));
                continue;
            }
            while (waiting.Count > 0 && (waiting.Count >= mostWaiting || bytesWaiting + input.Bytes.Length > MostBytesWaiting))
            {
                WriteNext();
            }
            var buffer = spare.TryPop(out var used) ? used : new ArrayBufferWriter<byte>();
            bytesWaiting += input.Bytes.Length;
            waiting.Enqueue((Task.Run(() => Read(buffer, input, write), cancellation), input.Bytes.Length));
        }
        while (waiting.Count > 0)
        {
            WriteNext();
        }
        return code;

        void WriteNext()
        {
            var (result, bytes) = waiting.Dequeue();
            bytesWaiting -= bytes;
            var buffer = result.GetAwaiter().GetResult();
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
            if (buffer.Capacity <= 1 << 20)
            {
                spare.Push(buffer);
            }
        }
    }

    private ArrayBufferWriter<byte> Read(ArrayBufferWriter<byte> buffer, WalkedInput input, Writing write)
    {
        write(buffer, input, reader.ReadAll(input.Bytes));
        return buffer;
    }

    /// <summary>Hands what is written on to a stream, a block at a time.</summary>
    private sealed class StreamWriting(Stream stream) : IBufferWriter<byte>, IDisposable
    {
        private const int Block = 1 << 16;
        private byte[] buffer = new byte[Block];
        private int used;

        public void Advance(int count)
        {
            used += count;
            if (used >= Block)
            {
                Dispose();
            }
        }

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (buffer.Length - used < Math.Max(sizeHint, 1))
            {
                Dispose();
                if (buffer.Length < sizeHint)
                {
                    buffer = new byte[sizeHint];
                }
            }
            return buffer.AsMemory(used);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose()
        {
            stream.Write(buffer.AsSpan(0, used));
            used = 0;
        }
    }
}
