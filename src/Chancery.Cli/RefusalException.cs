namespace Chancery.Cli;

/// <summary>The command cannot go on. The message is the one sentence that the user gets: what, where, what to do next.</summary>
internal sealed class RefusalException(int exitCode, string sentence, string? detail = null) : Exception(sentence)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>Lines shown above the sentence, such as a query with its mistake underlined; or null.</summary>
    public string? Detail { get; } = detail;
}
