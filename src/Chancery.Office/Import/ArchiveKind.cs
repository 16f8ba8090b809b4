namespace Chancery.Office;

/// <summary>What a file is by its first bytes.</summary>
internal enum ArchiveKind
{
    None,
    Tar,
    Gzip,
    Zip,
}
