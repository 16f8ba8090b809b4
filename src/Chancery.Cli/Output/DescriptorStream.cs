using System.Runtime.InteropServices;

namespace Chancery.Cli.Output;

/// <summary>
/// Writes to a descriptor at its own position. The console's stream swallows a broken pipe, so that <c>| head</c> would not end the
/// work; a file stream keeps a position of its own, so that two commands writing to one file would overwrite each other.
/// </summary>
internal sealed class DescriptorStream(int descriptor) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = Posix.Write(descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }
            var error = Marshal.GetLastPInvokeError();
            if (error == Posix.WouldBlock)
            {
                var request = new Posix.PollRequest { Descriptor = descriptor, Events = Posix.PollRequest.CanWrite };
                _ = Posix.Poll(ref request, 1, -1);
            }
            else if (error == Posix.BrokenPipe)
            {
                throw new OutputClosedException();
            }
            else if (error != Posix.Interrupted)
            {
                throw new RefusalException(
                    ExitCodes.NotReached,
                    $"The output could not be written: {Marshal.GetPInvokeErrorMessage(error)}; make room or write elsewhere, and run it again."
                );
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Write([value]);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
