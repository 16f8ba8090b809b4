namespace Chancery.Server;

/// <summary>The server does not start; the message is one sentence with what to do.</summary>
public sealed class ServeRefusal : Exception
{
    /// <summary>Wrong usage.</summary>
    public const int WrongUsage = 2;

    /// <summary>Something could not be read or reached.</summary>
    public const int NotReached = 3;

    /// <summary>With an exit code.</summary>
    public ServeRefusal(int exitCode, string sentence)
        : base(sentence) => ExitCode = exitCode;

    /// <summary>Only for tools that need it.</summary>
    public ServeRefusal()
        : this(NotReached, "The server did not start.") { }

    /// <summary>Only for tools that need it.</summary>
    public ServeRefusal(string sentence)
        : this(NotReached, sentence) { }

    /// <summary>Only for tools that need it.</summary>
    public ServeRefusal(string sentence, Exception cause)
        : base(sentence, cause) => ExitCode = NotReached;

    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; }
}
