namespace Chancery.Messages;

/// <summary>The transmission form of a message (transmission.md 0.2). A message has exactly one.</summary>
public enum Profile : byte
{
    /// <summary>An archive or reading copy without format lines 1 to 4, or free text.</summary>
    Reading,

    /// <summary>US State Department form of ACP 127 US SUPP.</summary>
    State,

    /// <summary>ACP 127 US SUPP-1: <c>#</c> in format line 3.</summary>
    Acp127Us,

    /// <summary>Base ACP 127.</summary>
    Acp127,

    /// <summary>JANAP 128 / ACP 128: the 43-position header.</summary>
    Acp128,
}
