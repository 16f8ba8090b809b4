namespace Chancery.Messages;

/// <summary>A classification or administrative control, in the order in which the highest of two is taken (data of text.md 4, classification.csv).</summary>
/// <remarks>Several levels share a <see cref="Levels.Rank"/>: compare clearances by rank, never by the enum value.</remarks>
public enum Level : byte
{
    /// <summary>UNCLASSIFIED, rank 0.</summary>
    Unclassified,

    /// <summary>FOR OFFICIAL USE ONLY, rank 1.</summary>
    Fouo,

    /// <summary>SENSITIVE BUT UNCLASSIFIED, rank 1.</summary>
    Sbu,

    /// <summary>LIMITED OFFICIAL USE, rank 1.</summary>
    Lou,

    /// <summary>RESTRICTED, rank 2.</summary>
    Restricted,

    /// <summary>CONFIDENTIAL, rank 3.</summary>
    Confidential,

    /// <summary>SECRET, rank 4.</summary>
    Secret,

    /// <summary>TOP SECRET, rank 5.</summary>
    TopSecret,
}
