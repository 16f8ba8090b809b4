namespace Chancery.Cli.Output;

/// <summary>How a piece of text looks on a terminal that has colours.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Faint,
    Error,
    Warning,
    Info,

    /// <summary>A level from CONFIDENTIAL on.</summary>
    Closed,

    /// <summary>A level below CONFIDENTIAL.</summary>
    Open,
}
