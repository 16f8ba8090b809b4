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

    /// <summary>
    /// By what copies of a closed message are known again. Of what is destroyed the hashes of bytes and text stay. Stores of before knew no copies: what was
    /// closed then is known by bytes and text.
    /// </summary>
    public const string Spills = """
        CREATE TABLE spills(
          number INTEGER PRIMARY KEY, hash INTEGER NOT NULL, message INTEGER, text INTEGER, line TEXT NOT NULL, copy_of INTEGER
        );
        CREATE INDEX spills_hash ON spills(hash);
        CREATE INDEX spills_message ON spills(message) WHERE message IS NOT NULL;
        CREATE INDEX spills_text ON spills(text) WHERE text IS NOT NULL;
        INSERT INTO spills(number, hash, text, line)
          SELECT m.number, m.hash, k.text, '' FROM messages m LEFT JOIN keys k ON k.number = m.number
          WHERE m.access IN (SELECT id FROM protections WHERE instr(key, char(30) || 'q' || char(30)) > 0);
        """;

    public const string KnowSpill =
        "INSERT OR REPLACE INTO spills(number, hash, message, text, line, copy_of) VALUES($1, $2, $3, $4, $5, $6)";
    public const string ClosedOnArrival = """
        SELECT m.id, m.filed_at, o.id FROM spills s JOIN messages m ON m.number = s.number JOIN messages o ON o.number = s.copy_of
        ORDER BY s.number DESC LIMIT $1
        """;
    public const string ForgetSpill = "DELETE FROM spills WHERE number = $1";
    public const string AnySpill = "SELECT 1 FROM spills LIMIT 1";
    public const string Spill = "SELECT hash, message, text, line FROM spills WHERE number = $1";
    public const string SpillsLike = """
        SELECT s.number, m.id, s.hash, s.text, s.line FROM (
          SELECT number FROM spills WHERE hash = $1
          UNION SELECT number FROM spills WHERE message = $2
          UNION SELECT number FROM spills WHERE text = $3
        ) f JOIN spills s ON s.number = f.number JOIN messages m ON m.number = f.number ORDER BY f.number LIMIT 1000
        """;
    public const string SameBytes = """
        SELECT m.id FROM messages o JOIN messages m ON m.hash = o.hash AND m.sha256 = o.sha256 AND m.number <> o.number WHERE o.number = $1
        """;
    public const string SameKeys = """
        SELECT m.id FROM (SELECT number FROM keys WHERE message = $2 UNION SELECT number FROM keys WHERE text = $3) k
        JOIN messages m ON m.number = k.number WHERE k.number <> $1
        """;
    public const string HashNumber = "SELECT hash FROM messages WHERE number = $1";

    public const string Protection = "SELECT access FROM messages WHERE number = $1";
    public const string SetProtection = "UPDATE messages SET rank = $2, restricted = $3, access = $4 WHERE number = $1";
    public const string Stop = """
        UPDATE deliveries SET state = 5, at = $2, due = $2, why = iif(state = 3, 'quarantined while kept back', 'quarantined'), fence = fence + 1
        WHERE message = $1 AND state IN (0, 1, 3)
        """;
    public const string Resume = """
        UPDATE deliveries SET state = iif(why = 'quarantined', 0, 3), at = $2, due = 0, why = 'quarantine lifted'
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
        "UPDATE bytes SET raw = x'', places = NULL WHERE number = $1",
        "DELETE FROM received WHERE number = $1",
        "DELETE FROM keys WHERE number = $1",
        "UPDATE spills SET message = NULL, line = '' WHERE number = $1",
        "DELETE FROM holds WHERE message = $1",
        "DELETE FROM copies WHERE message = $1",
        "DELETE FROM unopened WHERE message = $1",
        "UPDATE alarms SET ended = since WHERE message = $1 AND ended IS NULL",
        "DELETE FROM links WHERE message = $1 OR other = $1",
        "DELETE FROM supersedes WHERE message = $1 OR earlier = $1",
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
