namespace Chancery.Messages;

/// <summary>The form of the text between the two BT (text.md 1).</summary>
public enum TextFamily : byte
{
    /// <summary>Free text.</summary>
    Plain,

    /// <summary>State telegram of about 1985 to 2011.</summary>
    State2000,

    /// <summary>General administrative message with sets.</summary>
    NavalSet,

    /// <summary>Looser service message, <c>SUBJ:</c> and paragraphs.</summary>
    NavalPlain,

    /// <summary>State telegram of 1973 to 1979 as the archives released it: page headings, distribution, attributes. Stores keep the number of a family: a new one comes last.</summary>
    Nara1970,
}
