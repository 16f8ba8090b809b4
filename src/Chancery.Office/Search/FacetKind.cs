namespace Chancery.Office;

/// <summary>By what hits are counted.</summary>
public enum FacetKind
{
    /// <summary>The level that rights go by.</summary>
    Level,

    /// <summary>The action precedence.</summary>
    Precedence,

    /// <summary>The originator.</summary>
    From,

    /// <summary>TAGS, by code.</summary>
    Tag,

    /// <summary>Captions.</summary>
    Caption,

    /// <summary>The form of the text.</summary>
    Family,

    /// <summary>Offices of addressees and passing lines.</summary>
    Office,
}
