namespace Chancery.Messages;

/// <summary>What kind of address a name is, as far as the name tells (transmission.md 2.8). Address groups of four letters cannot be told from short names.</summary>
public enum AddressKind : byte
{
    /// <summary>A plain-language address.</summary>
    Plain,

    /// <summary>An address indicating group: <c>AIG</c> and a number.</summary>
    Aig,

    /// <summary>A collective that says so: it ends in <c>COLLECTIVE</c> or begins with <c>ALL</c>.</summary>
    Collective,

    /// <summary>A call sign: letters and a digit without a blank.</summary>
    CallSign,
}
