using System.IO.Compression;

namespace Chancery.Office;

/// <summary>A file that may be an archive: what it is, how far it was read, and what it may unfold to.</summary>
internal sealed class ArchiveSource
{
    private const int TarMark = 257;
    private readonly long mostUnpacked;

    public ArchiveSource(FileStream file, long length, long mostUnpacked)
    {
        File = file;
        Length = length;
        this.mostUnpacked = mostUnpacked;
        Span<byte> head = stackalloc byte[TarMark + 5];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        Kind =
            IsTar(head[..read]) ? ArchiveKind.Tar
            : head[..read].StartsWith([(byte)0x1F, (byte)0x8B, (byte)8]) ? ArchiveKind.Gzip
            : head[..read].StartsWith("PK\x3\x4"u8) ? ArchiveKind.Zip
            : ArchiveKind.None;
    }

    public FileStream File { get; }

    public long Length { get; }

    public ArchiveKind Kind { get; }

    public long Position => Math.Min(File.Position, Length);

    public LimitedStream Unpack() => new(new GZipStream(File, CompressionMode.Decompress, leaveOpen: true), mostUnpacked, File.Name);

    internal static bool IsTar(ReadOnlySpan<byte> head) => head.Length >= TarMark + 5 && head[TarMark..].StartsWith("ustar"u8);
}
