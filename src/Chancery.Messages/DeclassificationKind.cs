namespace Chancery.Messages;

/// <summary>What a declassification instruction hangs on (text.md 8).</summary>
public enum DeclassificationKind : byte
{
    /// <summary>No instruction could be read.</summary>
    None,

    /// <summary>A date.</summary>
    Date,

    /// <summary>An event in words.</summary>
    Event,

    /// <summary>An exemption code such as <c>X1</c> or <c>25X1</c>.</summary>
    Exemption,

    /// <summary>A schedule such as <c>GDS</c>.</summary>
    Schedule,

    /// <summary><c>N/A</c>.</summary>
    Na,
}
