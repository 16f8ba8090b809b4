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

    /// <summary>ACP 127 with NATO SUPP-3: the base where subject indicator codes or NATO markings stand in the text.</summary>
    Acp127N,

    /// <summary>ACP 126, teletypewriter: call signs in place of routing indicators. Recognised, kept raw.</summary>
    Acp126,

    /// <summary>MARS auxiliaries, ACP 126 modified: <c>DE</c>, a call sign and a number. Recognised, kept raw.</summary>
    Mars,

    /// <summary>DOI 103, a special-intelligence network [K?]. Recognised, kept raw.</summary>
    Doi103,

    /// <summary>Aeronautical fixed network (ICAO Annex 10). Recognised, kept raw.</summary>
    Aftn,

    /// <summary>Navigational warnings to ships. Recognised, kept raw.</summary>
    Navtex,
}
