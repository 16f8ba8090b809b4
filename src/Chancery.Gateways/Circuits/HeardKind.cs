namespace Chancery.Gateways.Circuits;

/// <summary>What was heard on a circuit.</summary>
public enum HeardKind
{
    /// <summary>A message, whole or not.</summary>
    Message,

    /// <summary>The other side has a transmission on disk (<c>QSL</c>).</summary>
    Quittance,

    /// <summary>What belongs to no message.</summary>
    Noise,
}
