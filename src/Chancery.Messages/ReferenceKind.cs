namespace Chancery.Messages;

/// <summary>What a reference points at (text.md 11, RF-6).</summary>
public enum ReferenceKind : byte
{
    /// <summary>Cannot be told.</summary>
    Unknown,

    /// <summary>A telegram by its number.</summary>
    Cable,

    /// <summary>A message by originator and date-time group.</summary>
    Military,

    /// <summary>A date-time group alone.</summary>
    Dtg,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Telephone conversation.</summary>
    Telcon,

    /// <summary>Memorandum.</summary>
    Memo,

    /// <summary>Letter.</summary>
    Letter,

    /// <summary>Meeting.</summary>
    Meeting,

    /// <summary>Report.</summary>
    Report,

    /// <summary>Facsimile.</summary>
    Fax,

    /// <summary>Web page.</summary>
    Web,

    /// <summary>Airgram.</summary>
    Airgram,

    /// <summary>Intelligence report.</summary>
    Intel,

    /// <summary>Document, instruction or manual.</summary>
    Document,

    /// <summary>Book.</summary>
    Book,

    /// <summary>Newspaper or magazine.</summary>
    Newspaper,
}
