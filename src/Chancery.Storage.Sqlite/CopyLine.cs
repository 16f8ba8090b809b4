namespace Chancery.Storage.Sqlite;

/// <summary>What copies of a message are told by, as one line.</summary>
internal static class CopyLine
{
    private const char Between = '\u001E';

    public static string Write(CopyKeys keys) =>
        string.Join(Between, keys.Number, keys.IsMarkedCorrected ? "C" : "", KeyLine.Write(new MessageKeys(keys.Logged, null)));

    /// <summary>Reads a line; null where it is empty.</summary>
    public static CopyKeys? Read(string line)
    {
        var parts = line.Split(Between);
        return parts.Length == 3
            ? new CopyKeys(KeyLine.Read(parts[2]).Logged, parts[0].Length == 0 ? null : parts[0], parts[1].Length > 0)
            : null;
    }
}
