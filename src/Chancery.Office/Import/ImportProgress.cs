namespace Chancery.Office;

/// <summary>How far an import has got.</summary>
/// <param name="Messages">Messages committed, duplicates included.</param>
/// <param name="Bytes">Bytes done.</param>
/// <param name="TotalBytes">Bytes of the files named, archives as they are; an estimate of the end, 0 while they are being counted.</param>
/// <param name="InputBytes">Bytes of those files that have been read.</param>
/// <param name="Indexed">True while only the index is still catching up.</param>
public sealed record ImportProgress(long Messages, long Bytes, long TotalBytes, long InputBytes, bool Indexed);
