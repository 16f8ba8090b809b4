namespace Chancery.Cli;

/// <summary>What the program ends with. Of several the highest.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary><c>check</c> left an error finding, <c>find</c> or <c>show</c> matched nothing, <c>verify</c> found damage.</summary>
    public const int NotClean = 1;

    public const int WrongUsage = 2;

    /// <summary>An input could not be read (the rest was done), the store could not be written, or a server not reached.</summary>
    public const int NotReached = 3;

    public const int Refused = 4;

    /// <summary>A fault of the program itself (EX_SOFTWARE).</summary>
    public const int Fault = 70;

    /// <summary>Stopped by a signal, as shells count it: 128 and the signal's number.</summary>
    public const int Interrupted = 130;
}
