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
