namespace Chancery.Office;

/// <summary>The acts that the audit trail knows.</summary>
public static class AuditActs
{
    /// <summary>A message was shown whole.</summary>
    public const string View = "view";

    /// <summary>Portions of a message were shown.</summary>
    public const string ViewExtract = "view extract";

    /// <summary>The bytes of a message were given out.</summary>
    public const string Raw = "raw";

    /// <summary>A query was asked.</summary>
    public const string Search = "search";

    /// <summary>A message was asked for by its id and not shown.</summary>
    public const string Refused = "refused";

    /// <summary>What a query finds was given out.</summary>
    public const string Export = "export";

    /// <summary>A message was closed to all but security officers (handling.md RX-7).</summary>
    public const string Quarantined = "quarantined";

    /// <summary>A security officer proposes to lift a quarantine.</summary>
    public const string ReleaseProposed = "release proposed";

    /// <summary>A second one agreed: the message is open again to those who may read it.</summary>
    public const string Released = "released";

    /// <summary>A security officer proposes to destroy a quarantined message.</summary>
    public const string DestructionProposed = "destruction proposed";

    /// <summary>A second one agreed: of the message a stub is left.</summary>
    public const string Destroyed = "destroyed";

    /// <summary>A security officer proposes to let a person see one message against the rule.</summary>
    public const string EmergencyProposed = "emergency proposed";

    /// <summary>A second one agreed; an alarm.</summary>
    public const string EmergencyGranted = "emergency granted";

    /// <summary>The trail itself was read.</summary>
    public const string Audit = "audit read";

    /// <summary>A person was added.</summary>
    public const string PersonAdded = "person added";

    /// <summary>A person's clearance, nationality, roles, offices or accesses were changed.</summary>
    public const string PersonChanged = "person changed";

    /// <summary>A person was removed.</summary>
    public const string PersonRemoved = "person removed";

    /// <summary>A bearer token was made.</summary>
    public const string TokenMade = "token made";

    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "signed in";

    /// <summary>Somebody was refused at sign-in.</summary>
    public const string SignInRefused = "sign-in refused";

    /// <summary>A line whose text was lawfully taken away; its hash stays.</summary>
    public const string Erased = "erased";
}
