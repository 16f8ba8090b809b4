namespace Chancery.Cli.Output;

/// <summary>Hands what is written on to another stream but for its first bytes; leaves the other open.</summary>
internal sealed class SkippingStream(Stream inner, int skip) : Stream
{
    private int left = skip;

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
        var skipped = Math.Min(left, buffer.Length);
        left -= skipped;
        inner.Write(buffer[skipped..]);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
