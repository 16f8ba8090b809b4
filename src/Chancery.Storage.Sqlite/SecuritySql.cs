namespace Chancery.Storage.Sqlite;

/// <summary>The statements of what security officers decide.</summary>
internal static class SecuritySql
{
    public const string Tables = """
        ALTER TABLE people ADD COLUMN disabled INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE proposals(
          act INTEGER NOT NULL, message BLOB NOT NULL, person TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,
          agreed_by TEXT, until INTEGER,
          PRIMARY KEY(act, message, person)
        ) WITHOUT ROWID;
        CREATE INDEX proposals_person ON proposals(person, until) WHERE until IS NOT NULL;
        """;

    public const string Protection = "SELECT access FROM messages WHERE number = $1";
    public const string SetProtection = "UPDATE messages SET rank = $2, restricted = $3, access = $4 WHERE number = $1";
    public const string Stop = """
        UPDATE deliveries SET state = 5, at = $2, due = $2, why = iif(state = 3, 'quarantined while kept back', 'quarantined'), fence = fence + 1
        WHERE message = $1 AND state IN (0, 1, 3)
        """;
    public const string Resume = """
        UPDATE deliveries SET state = iif(why = 'quarantined', 0, 3), at = $2, due = $2, why = 'quarantine lifted'
        WHERE message = $1 AND state = 5 AND why IN ('quarantined', 'quarantined while kept back')
        """;
    public const string HashOf = "SELECT sha256 FROM messages WHERE id = $1";
    public const string Blank = """
        UPDATE messages SET row = $2, rank = $3, restricted = 0, access = $4, precedence = NULL, mrn = NULL, mrn_year = NULL, findings = ''
        WHERE number = $1
        """;
    public const string DestroyedNumbers = "SELECT message FROM journal WHERE kind = 'destroyed'";

    /// <summary>What else is kept of a message, each with its number as $1.</summary>
    public static readonly ImmutableArray<string> Erase =
    [
        "UPDATE bytes SET raw = x'' WHERE number = $1",
        "DELETE FROM received WHERE number = $1",
        "DELETE FROM keys WHERE number = $1",
        "DELETE FROM holds WHERE message = $1",
        "DELETE FROM copies WHERE message = $1",
        "DELETE FROM unopened WHERE message = $1",
        "UPDATE alarms SET ended = since WHERE message = $1 AND ended IS NULL",
        "DELETE FROM links WHERE message = $1 OR other = $1",
    ];

    public const string Proposals = """
        SELECT act, message, person, by, reason, at, agreed_by, until FROM proposals WHERE until IS NULL OR until > $1 ORDER BY at DESC
        """;
    public const string Propose = """
        INSERT OR REPLACE INTO proposals(act, message, person, by, reason, at, agreed_by, until) VALUES($1, $2, $3, $4, $5, $6, $7, $8)
        """;
    public const string Forget = "DELETE FROM proposals WHERE message = $1 AND agreed_by IS NULL";
    public const string Emergencies = "SELECT message, until FROM proposals WHERE person = $1 AND until > $2";
}
