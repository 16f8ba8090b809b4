namespace Chancery.Cli.Output;

/// <summary>Where the mended bytes of a file go. No file that is there already is ever overwritten but the one that is kept beside.</summary>
internal static class FixedFile
{
    /// <summary>Writes <c>NAME.fixed.EXT</c> beside the file; gives its path.</summary>
    /// <exception cref="IOException">A file of that name is there.</exception>
    public static string WriteBeside(string path, ReadOnlySpan<byte> bytes)
    {
        var beside = Beside(path, "fixed");
        Write(beside, bytes);
        return beside;
    }

    /// <summary>Writes over the file after keeping it as <c>NAME.original.EXT</c>; gives the path of what was kept.</summary>
    /// <exception cref="IOException">A file of that name is there, from an earlier time.</exception>
    public static string WriteInPlace(string path, ReadOnlySpan<byte> bytes)
    {
        var kept = Beside(path, "original");
        if (File.Exists(kept))
        {
            throw Taken(kept);
        }
        var mended = Beside(path, "fixed");
        Write(mended, bytes);
        File.Replace(mended, path, kept);
        return kept;
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(path))
        {
            throw Taken(path);
        }
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes);
    }

    private static IOException Taken(string path) => new($"{path} is there already: move it away and run the same command again");

    private static string Beside(string path, string word) =>
        Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}.{word}{Path.GetExtension(path)}");
}
