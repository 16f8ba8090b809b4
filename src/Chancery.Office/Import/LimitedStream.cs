namespace Chancery.Office;

/// <summary>A stream that ends with a fault when more comes out of it than may. Its beginning can be looked at.</summary>
internal sealed class LimitedStream(Stream inner, long most, string name) : Stream
{
    private const int HeadSize = 512;
    private byte[] head = [];
    private int headRead;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    /// <summary>Looks at the first bytes, which are read again afterwards.</summary>
    public bool StartsAsTar()
    {
        var bytes = new byte[HeadSize];
        var count = inner.ReadAtLeast(bytes, HeadSize, throwOnEndOfStream: false);
        head = bytes[..count];
        return ArchiveSource.IsTar(head);
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        if (headRead < head.Length)
        {
            count = Math.Min(buffer.Length, head.Length - headRead);
            head.AsSpan(headRead, count).CopyTo(buffer);
            headRead += count;
        }
        else
        {
            count = inner.Read(buffer);
        }
        position += count;
        return position <= most
            ? count
            : throw new ArchiveBombException(
                $"{name} unfolds to more than {most} bytes, which no archive of messages does: unpack it by hand if you trust it."
            );
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
