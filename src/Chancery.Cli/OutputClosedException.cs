namespace Chancery.Cli;

/// <summary>Whoever read our output has had enough (<c>| head</c>): the command ends without a word.</summary>
internal sealed class OutputClosedException : IOException
{
    public OutputClosedException()
        : base("The reader of the output closed it.") { }
}
