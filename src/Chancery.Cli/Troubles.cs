namespace Chancery.Cli;

/// <summary>The sentences for what the machine refuses: nobody is ever shown a stack trace.</summary>
internal static class Troubles
{
    private const int DiskFull = 28;
    private const int FileTooLarge = 27;
    private const int QuotaReached = 122;

    /// <summary>Says what happened in one sentence; gives the exit code.</summary>
    public static int Tell(Terminal terminal, Exception exception)
    {
        terminal.Say(Sentence(exception) ?? Fault(exception));
        return Sentence(exception) is null ? ExitCodes.Fault : ExitCodes.NotReached;
    }

    /// <summary>The sentence for trouble of the machine; null where the fault is the program's.</summary>
    public static string? Sentence(Exception exception) =>
        exception switch
        {
            IOException io when (io.HResult & 0xFFFF) is DiskFull or QuotaReached =>
                "The disk is full: make room and run the same command again.",
            IOException io when (io.HResult & 0xFFFF) is FileTooLarge =>
                "A file may not grow further (file size limit): raise the limit and run the same command again.",
            Chancery.Office.StoreException => exception.Message,
            UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException => $"{exception.Message.TrimEnd('.')}.",
            IOException => $"{exception.Message.TrimEnd('.')}.",
            OutOfMemoryException => "The memory of this machine does not suffice for this input: split it into smaller files.",
            _ => null,
        };

    private static string Fault(Exception exception)
    {
        var place = exception.StackTrace?.Split('\n', StringSplitOptions.TrimEntries).FirstOrDefault() is { } line ? $", {line}" : "";
        return $"The program is at fault ({exception.GetType().Name}{place}): please report this line and the command as CONTRIBUTING.md says.";
    }
}
