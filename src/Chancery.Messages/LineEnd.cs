namespace Chancery.Messages;

/// <summary>How the writer ends a line (transmission.md 1.2).</summary>
public enum LineEnd : byte
{
    /// <summary>Two carriage returns and a line feed: the machine functions of a teletype circuit.</summary>
    CrCrLf,

    /// <summary>Carriage return and line feed.</summary>
    CrLf,

    /// <summary>A line feed alone, for files.</summary>
    Lf,
}
