namespace Chancery.Office;

/// <summary>One input met by <see cref="InputWalker"/>: its bytes, or why there are none.</summary>
/// <param name="Name">As shown: the path as given, <c>-</c>, or <c>x.tar.gz!/folder/file</c>.</param>
/// <param name="Bytes">The content; empty with a problem.</param>
/// <param name="Problem">One sentence where it could not be read; else null.</param>
public sealed record WalkedInput(string Name, ReadOnlyMemory<byte> Bytes, string? Problem)
{
    /// <summary>Bytes of the files named on the command line that were read up to here.</summary>
    public long InputBytes { get; init; }
}
