namespace Chancery.Storage.Sqlite;

/// <summary>Every statement that is spoken to the database of truth.</summary>
internal static class Sql
{
    /// <summary>Marks the file as a store of ours ("CHAN").</summary>
    public const int ApplicationId = 0x4348414E;

    /// <summary>The steps from an empty file to today's store, one for each version; a step that was once released is never changed.</summary>
    public static readonly ImmutableArray<string> Migrations =
    [
        """
            CREATE TABLE messages(
              number INTEGER PRIMARY KEY,
              id BLOB NOT NULL UNIQUE,
              filed_at INTEGER NOT NULL,
              sha256 BLOB NOT NULL,
              hash INTEGER NOT NULL,
              door TEXT NOT NULL,
              sender TEXT NOT NULL,
              rank INTEGER NOT NULL,
              restricted INTEGER NOT NULL,
              filing INTEGER NOT NULL,
              level INTEGER NOT NULL,
              precedence INTEGER,
              profile INTEGER NOT NULL,
              family INTEGER NOT NULL,
              mrn TEXT,
              mrn_year INTEGER,
              findings TEXT NOT NULL,
              reader TEXT NOT NULL,
              row BLOB NOT NULL
            );
            CREATE INDEX messages_hash ON messages(hash);
            CREATE INDEX messages_mrn ON messages(mrn) WHERE mrn IS NOT NULL;
            CREATE TABLE bytes(number INTEGER PRIMARY KEY, raw BLOB NOT NULL);
            CREATE TABLE journal(
              sequence INTEGER PRIMARY KEY,
              at INTEGER NOT NULL,
              kind TEXT NOT NULL,
              who TEXT NOT NULL,
              message INTEGER,
              detail TEXT,
              chain BLOB NOT NULL
            );
            CREATE INDEX journal_message ON journal(message) WHERE message IS NOT NULL;
            CREATE TABLE people(
              key TEXT PRIMARY KEY,
              name TEXT NOT NULL,
              level INTEGER NOT NULL,
              nationality TEXT,
              roles INTEGER NOT NULL,
              since INTEGER NOT NULL,
              salt BLOB NOT NULL,
              hash BLOB NOT NULL,
              iterations INTEGER NOT NULL
            );
            CREATE TABLE sessions(
              token BLOB PRIMARY KEY,
              person TEXT NOT NULL REFERENCES people(key) ON DELETE CASCADE,
              started INTEGER NOT NULL,
              seen INTEGER NOT NULL,
              address TEXT NOT NULL
            );
            CREATE TABLE tokens(token BLOB PRIMARY KEY, person TEXT NOT NULL REFERENCES people(key) ON DELETE CASCADE, since INTEGER NOT NULL);
            CREATE TABLE failures(person TEXT NOT NULL, address TEXT NOT NULL, count INTEGER NOT NULL, last INTEGER NOT NULL,
              PRIMARY KEY(person, address));
            """,
        SwitchSql.Tables,
        """
            ALTER TABLE messages ADD COLUMN access INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX messages_access ON messages(access);
            CREATE TABLE protections(id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
            ALTER TABLE people ADD COLUMN offices TEXT NOT NULL DEFAULT '';
            ALTER TABLE people ADD COLUMN grants TEXT NOT NULL DEFAULT '';
            CREATE TABLE audit(
              sequence INTEGER PRIMARY KEY,
              at INTEGER NOT NULL,
              who TEXT NOT NULL,
              act TEXT NOT NULL,
              message BLOB,
              detail TEXT,
              hash BLOB NOT NULL,
              chain BLOB NOT NULL
            );
            CREATE INDEX audit_message ON audit(message) WHERE message IS NOT NULL;
            CREATE TABLE saved(
              person TEXT NOT NULL REFERENCES people(key) ON DELETE CASCADE,
              key TEXT NOT NULL,
              name TEXT NOT NULL,
              query TEXT NOT NULL,
              sort INTEGER NOT NULL,
              seen BLOB NOT NULL,
              PRIMARY KEY(person, key)
            );
            """,
        QueueSql.Tables,
        SecuritySql.Tables,
        """
            ALTER TABLE deliveries ADD COLUMN pilot TEXT;
            ALTER TABLE deliveries ADD COLUMN first INTEGER;
            """,
        AlarmSql.Tables,
        CorrectionSql.Tables,
        SecuritySql.Spills,
        SwitchSql.Superseding,
        // The owner of the store keeps searches too and is no person.
        """
            CREATE TABLE kept(
              person TEXT NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, sort INTEGER NOT NULL, seen BLOB NOT NULL,
              PRIMARY KEY(person, key)
            );
            INSERT INTO kept SELECT person, key, name, query, sort, seen FROM saved;
            DROP TABLE saved;
            ALTER TABLE kept RENAME TO saved;
            CREATE TRIGGER saved_gone AFTER DELETE ON people BEGIN DELETE FROM saved WHERE person = OLD.key; END;
            """,
        SwitchSql.Order,
        AlarmSql.Receipts,
        "ALTER TABLE bytes ADD COLUMN places BLOB",
        SwitchSql.SendingAgain,
    ];

    public const string Begin = "BEGIN IMMEDIATE";

    /// <summary>What is read until <see cref="End"/> is of one moment; locks are taken once and not for every row.</summary>
    public const string BeginReading = "BEGIN";
    public const string End = "COMMIT";
    public const string Undo = "ROLLBACK";

    public const string LastMessage = "SELECT number, id FROM messages ORDER BY number DESC LIMIT 1";
    public const string LastChain = "SELECT chain FROM journal ORDER BY sequence DESC LIMIT 1";
    public const string AnyOfHash = "SELECT 1 FROM messages WHERE hash = $1";
    public const string SameBytes = "SELECT number, id, door, sender, access FROM messages WHERE hash = $1 AND sha256 = $2 ORDER BY number";
    public const string AddMessage = """
        INSERT INTO messages(number, id, filed_at, sha256, hash, door, sender, rank, restricted, filing, level, precedence, profile, family,
          mrn, mrn_year, findings, reader, row, access)
        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
        """;
    public const string AddBytes = "INSERT INTO bytes(number, raw, places) VALUES($1, $2, $3)";
    public const string AddJournal = "INSERT INTO journal(at, kind, who, message, detail, chain) VALUES($1, $2, $3, $4, $5, $6)";
    public const string RewriteMessage = """
        UPDATE messages SET rank = $2, restricted = $3, level = $4, precedence = $5, profile = $6, family = $7, mrn = $8, mrn_year = $9,
          findings = $10, reader = $11, row = $12, access = $13 WHERE number = $1
        """;

    public const string SetPlaces = "UPDATE bytes SET places = $1 WHERE number = $2";

    public const string Protections = "SELECT id, key FROM protections ORDER BY id";
    public const string AddProtection = "INSERT INTO protections(id, key) VALUES($1, $2)";
    public const string Unprotected = "SELECT number, row FROM messages WHERE access = 0 ORDER BY number LIMIT 1000";
    public const string SetAccess = "UPDATE messages SET access = $2 WHERE number = $1";

    public const string Row = "SELECT row, access FROM messages WHERE id = $1";
    public const string NumberOf = "SELECT number FROM messages WHERE id = $1";
    public const string Raw = "SELECT raw FROM bytes WHERE number = (SELECT number FROM messages WHERE id = $1)";
    public const string Text = "SELECT raw, places FROM bytes WHERE number = (SELECT number FROM messages WHERE id = $1)";
    public const string LastBefore = "SELECT number FROM messages WHERE id < $1 ORDER BY id DESC LIMIT 1";
    public const string List = "SELECT row, access FROM messages WHERE number <= $1 ORDER BY number DESC LIMIT $2";
    public const string NewestOf = "SELECT number FROM messages WHERE access = $1 AND number <= $2 ORDER BY number DESC LIMIT $3";
    public const string RowOf = "SELECT row, access FROM messages WHERE number = $1";
    public const string Count = """
        SELECT count(*) FROM (SELECT 1 FROM messages WHERE access IN (SELECT value FROM json_each($1)) LIMIT $2)
        """;
    public const string ByNumber = """
        SELECT row, access FROM messages
        WHERE mrn = $1 AND ($2 IS NULL OR mrn_year IS NULL OR mrn_year = $2) AND +access IN (SELECT value FROM json_each($3))
        ORDER BY id DESC LIMIT $4
        """;
    public const string Numbers = """
        SELECT mrn, mrn_year, id, access FROM messages
        WHERE mrn >= $1 AND mrn < $2 AND mrn_year IS NOT NULL AND ($3 IS NULL OR mrn_year = $3) AND +access IN (SELECT value FROM json_each($4))
        ORDER BY mrn, id DESC
        """;
    public const string Stats = """
        SELECT level, precedence, profile, family, findings, count(*) FROM messages
        WHERE +access IN (SELECT value FROM json_each($1)) GROUP BY 1, 2, 3, 4, 5
        """;
    public const string History = """
        SELECT at, kind, who, detail FROM journal WHERE message = (SELECT number FROM messages WHERE id = $1) ORDER BY sequence
        """;
    public const string IdOf = "SELECT id FROM messages WHERE number = $1";
    public const string LastNumber = "SELECT max(number) FROM messages";
    public const string FiledAt = "SELECT filed_at FROM messages WHERE number = $1";
    public const string Scan = """
        SELECT m.number, m.row, b.raw, m.access, b.places FROM messages m JOIN bytes b ON b.number = m.number WHERE m.number > $1 ORDER BY m.number LIMIT $2
        """;

    public const string VerifyBytes = """
        SELECT m.number, m.id, m.sha256, b.raw FROM messages m LEFT JOIN bytes b ON b.number = m.number ORDER BY m.number
        """;
    public const string Orphans = "SELECT count(*) FROM bytes WHERE number NOT IN (SELECT number FROM messages)";
    public const string Unjournaled = """
        SELECT count(*) FROM messages WHERE number NOT IN (SELECT message FROM journal WHERE kind = 'accepted' AND message IS NOT NULL)
        """;
    public const string VerifyJournal = """
        SELECT j.sequence, j.at, j.kind, j.who, m.id, j.detail, j.chain FROM journal j LEFT JOIN messages m ON m.number = j.message ORDER BY j.sequence
        """;
    public const string IntegrityCheck = "PRAGMA integrity_check(20)";

    public const string FindPerson =
        "SELECT name, level, nationality, roles, since, offices, grants, disabled, salt, hash, iterations FROM people WHERE key = $1";
    public const string AllPeople = "SELECT name, level, nationality, roles, since, offices, grants, disabled FROM people ORDER BY key";
    public const string AddPerson = """
        INSERT INTO people(key, name, level, nationality, roles, since, offices, grants, salt, hash, iterations)
        VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING
        """;
    public const string SetPerson =
        "UPDATE people SET level = $2, nationality = $3, roles = $4, offices = $5, grants = $6, disabled = $7 WHERE key = $1";
    public const string AddAudit = """
        INSERT INTO audit(at, who, act, message, detail, hash, chain) VALUES($1, $2, $3, $4, $5, $6, $7)
        """;
    public const string LastAudit = "SELECT chain FROM audit ORDER BY sequence DESC LIMIT 1";
    public const string FindAudit = """
        SELECT sequence, at, who, act, message, detail FROM audit
        WHERE ($1 IS NULL OR lower(who) = $1) AND ($2 IS NULL OR substr(act, 1, length($2)) = $2) AND ($3 IS NULL OR message = $3)
          AND ($4 IS NULL OR at >= $4) AND ($5 IS NULL OR at < $5) AND ($6 IS NULL OR sequence < $6)
        ORDER BY sequence DESC LIMIT $7
        """;
    public const string FindAuditOf = """
        SELECT sequence, at, who, act, message, detail FROM audit
        WHERE message = $3 AND ($1 IS NULL OR lower(who) = $1) AND ($2 IS NULL OR substr(act, 1, length($2)) = $2)
          AND ($4 IS NULL OR at >= $4) AND ($5 IS NULL OR at < $5) AND ($6 IS NULL OR sequence < $6)
        ORDER BY sequence DESC LIMIT $7
        """;
    public const string VerifyAudit = "SELECT sequence, at, who, act, message, detail, hash, chain FROM audit ORDER BY sequence";
    public const string RemovePerson = "DELETE FROM people WHERE key = $1";
    public const string Saved = "SELECT name, query, sort, seen FROM saved WHERE person = $1 ORDER BY key";
    public const string Save = """
        INSERT INTO saved(person, key, name, query, sort, seen) SELECT $1, $2, $3, $4, $5, $6 WHERE $1 = '' OR EXISTS(SELECT 1 FROM people WHERE key = $1)
        ON CONFLICT(person, key) DO UPDATE SET name = excluded.name, query = excluded.query, sort = excluded.sort, seen = excluded.seen
        """;
    public const string ForgetSaved = "DELETE FROM saved WHERE person = $1 AND key = $2";
    public const string AddSession = "INSERT INTO sessions(token, person, started, seen, address) VALUES($1, $2, $3, $4, $5)";
    public const string FindSession = """
        SELECT p.name, s.started, s.seen, s.address FROM sessions s JOIN people p ON p.key = s.person WHERE s.token = $1
        """;
    public const string TouchSession = "UPDATE sessions SET seen = $2 WHERE token = $1";
    public const string RemoveSession = "DELETE FROM sessions WHERE token = $1";
    public const string AddToken = "INSERT INTO tokens(token, person, since) VALUES($1, $2, $3)";
    public const string FindToken = "SELECT p.name FROM tokens t JOIN people p ON p.key = t.person WHERE t.token = $1";
    public const string Failures = "SELECT count, last FROM failures WHERE person = $1 AND address = $2";
    public const string ForgetFailures = "DELETE FROM failures WHERE last < $1";
    public const string DropFailures = "DELETE FROM failures WHERE person = $1 AND address = $2";
    public const string NoteFailures = """
        INSERT INTO failures(person, address, count, last) VALUES($1, $2, $3, $4)
        ON CONFLICT(person, address) DO UPDATE SET count = excluded.count, last = excluded.last
        """;
}
