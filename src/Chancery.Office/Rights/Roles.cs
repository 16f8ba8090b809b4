namespace Chancery.Office;

/// <summary>What a person may do.</summary>
[Flags]
public enum Roles
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>May retrieve all messages up to his level that bear no restrictive caption.</summary>
    Reader = 1,

    /// <summary>May submit traffic, never above his own level.</summary>
    Sender = 2,

    /// <summary>Works circuits, queues and held messages.</summary>
    Communicator = 4,

    /// <summary>Files, exports and reviews.</summary>
    RecordsOfficer = 8,

    /// <summary>Decides on levels and releases.</summary>
    SecurityOfficer = 16,

    /// <summary>Keeps people and settings; reads nothing.</summary>
    Administrator = 32,

    /// <summary>Reads the audit trail; reads no message.</summary>
    Auditor = 64,
}
