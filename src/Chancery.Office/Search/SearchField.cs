namespace Chancery.Office;

/// <summary>Where words are looked for.</summary>
public enum SearchField
{
    /// <summary>Anywhere in the message.</summary>
    Text,

    /// <summary>The subject.</summary>
    Subject,

    /// <summary>The originator.</summary>
    From,

    /// <summary>Action addressees.</summary>
    To,

    /// <summary>Information addressees.</summary>
    Info,

    /// <summary>TAGS, by code or by name.</summary>
    Tag,

    /// <summary>The level that rights go by.</summary>
    Level,

    /// <summary>The message reference number.</summary>
    Mrn,

    /// <summary>The action precedence.</summary>
    Precedence,

    /// <summary>Captions.</summary>
    Caption,

    /// <summary>The date-time group.</summary>
    Dtg,

    /// <summary>The form of the text or of the transmission.</summary>
    Family,

    /// <summary>Title and serial of a general message, or the station serial.</summary>
    Serial,

    /// <summary>The door or name of the origin.</summary>
    Origin,

    /// <summary>States and properties: <c>is:</c> and <c>has:</c>.</summary>
    State,

    /// <summary>Ids of findings.</summary>
    Finding,

    /// <summary>What it refers to: numbers of messages in any spelling, or words of other references.</summary>
    Reference,

    /// <summary>Offices of addressees, of the originator and of passing lines.</summary>
    Office,

    /// <summary>Who signed, released or classified it.</summary>
    Signer,

    /// <summary>The post of its number.</summary>
    Post,
}
