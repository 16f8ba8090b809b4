namespace Chancery.Cli.Reading;

/// <summary>A table that somebody names.</summary>
internal static class TextFile
{
    /// <summary>What stands in it.</summary>
    /// <exception cref="RefusalException">It cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException(ExitCodes.NotReached, $"{path} cannot be read: look at its name and its permissions.");
        }
    }
}
