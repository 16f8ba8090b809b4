namespace Chancery.Storage.Sqlite;

/// <summary>Every statement that is spoken to the index, which is thrown away and made anew when its form changes.</summary>
internal static class IndexSql
{
    /// <summary>Raised when the terms or tables change.</summary>
    public const int Version = 6;

    /// <summary>
    /// The words come folded and cut already; the tokenizer only splits at blanks. Nothing is kept but the terms: hits are shown from the message.
    /// A batch stays in memory until it is committed (hashsize), so that it becomes one segment. What is fetched costs a look into every segment for
    /// every term: while nothing else is to do they are merged, two of a size already (usermerge).
    /// </summary>
    public const string Create = """
        CREATE TABLE entries(rowid INTEGER PRIMARY KEY, number INTEGER NOT NULL, id BLOB NOT NULL, facets BLOB NOT NULL);
        CREATE TABLE facets(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, value TEXT NOT NULL);
        CREATE INDEX entries_number ON entries(number);
        CREATE TABLE protections(key TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE dead(row INTEGER PRIMARY KEY);
        CREATE TABLE displaced(minute INTEGER PRIMARY KEY);
        CREATE TABLE missing(number INTEGER PRIMARY KEY);
        CREATE TABLE later(earlier INTEGER NOT NULL, by INTEGER NOT NULL, words TEXT NOT NULL, PRIMARY KEY(earlier, by)) WITHOUT ROWID;
        CREATE INDEX later_by ON later(by);
        CREATE TABLE asked(
          key TEXT NOT NULL, number INTEGER NOT NULL, year INTEGER NOT NULL, minute INTEGER NOT NULL, names TEXT NOT NULL, PRIMARY KEY(key, number)
        ) WITHOUT ROWID;
        CREATE INDEX asked_number ON asked(number);
        CREATE TABLE cited(
          key TEXT NOT NULL, number INTEGER NOT NULL, year INTEGER NOT NULL, minute INTEGER NOT NULL, sender TEXT NOT NULL, words TEXT NOT NULL,
          PRIMARY KEY(key, number, year)
        ) WITHOUT ROWID;
        CREATE INDEX cited_number ON cited(number);
        CREATE TABLE beside(row INTEGER PRIMARY KEY, words TEXT NOT NULL);
        CREATE TABLE progress(watermark INTEGER NOT NULL);
        INSERT INTO progress VALUES(0);
        CREATE VIRTUAL TABLE terms USING fts5(words, content = '', columnsize = 0, tokenize = "ascii tokenchars ':+'");
        INSERT INTO terms(terms, rank) VALUES('hashsize', 134217728);
        INSERT INTO terms(terms, rank) VALUES('automerge', 16);
        INSERT INTO terms(terms, rank) VALUES('usermerge', 2);
        """;

    public const string Watermark = "SELECT watermark FROM progress";
    public const string SetWatermark = "UPDATE progress SET watermark = $1";
    public const string AddEntry = "INSERT INTO entries(rowid, number, id, facets) VALUES($1, $2, $3, $4)";
    public const string AddTerms = "INSERT INTO terms(rowid, words) VALUES($1, $2)";
    public const string TakeTerms = "INSERT INTO terms(terms, rowid, words) VALUES('delete', $1, $2)";
    public const string RowsOf = "SELECT rowid FROM entries WHERE number = $1 AND rowid NOT IN (SELECT row FROM dead)";
    public const string IsWhole = "SELECT 1 FROM terms WHERE terms MATCH $1 AND rowid = $2";
    public const string AddLater = """
        INSERT INTO later(earlier, by, words) VALUES($1, $2, $3) ON CONFLICT DO UPDATE SET words = words || ' ' || excluded.words
        """;
    public const string AddAsked = "INSERT OR REPLACE INTO asked(key, number, year, minute, names) VALUES($1, $2, $3, $4, $5)";
    public const string AddCited = "INSERT OR REPLACE INTO cited(key, number, year, minute, sender, words) VALUES($1, $2, $3, $4, $5, $6)";

    /// <summary>A year that is not said (below 0) may be any.</summary>
    public const string CitedSince = """
        SELECT number, sender, words FROM cited WHERE key = $1 AND minute >= $2 AND (year = $3 OR year < 0 OR $3 < 0)
        """;
    public const string AskedUntil = """
        SELECT number, names FROM asked WHERE key = $1 AND minute <= $2 AND (year = $3 OR year < 0 OR $3 < 0)
        """;
    public const string ForgetAsked = "DELETE FROM asked WHERE number = $1";
    public const string ForgetCited = "DELETE FROM cited WHERE number = $1";
    public const string LaterOf = "SELECT words FROM later WHERE earlier = $1";
    public const string EarlierOf = "SELECT earlier FROM later WHERE by = $1";
    public const string ForgetLater = "DELETE FROM later WHERE by = $1";
    public const string Beside = "SELECT words FROM beside WHERE row = $1";
    public const string SetBeside = "INSERT OR REPLACE INTO beside(row, words) VALUES($1, $2)";
    public const string FirstOf = "SELECT min(rowid) FROM entries WHERE rowid BETWEEN $1 AND $2";
    public const string FirstBehind = "SELECT min(rowid) FROM entries WHERE rowid BETWEEN $1 AND $2 AND id < $3";
    public const string Changes = "SELECT total_changes()";
    public const string Merge = "INSERT INTO terms(terms, rank) VALUES('merge', 64)";
    public const string Protections = "SELECT key FROM protections";
    public const string AddProtection = "INSERT OR IGNORE INTO protections(key) VALUES($1)";
    public const string Bury = "INSERT OR IGNORE INTO dead(row) SELECT rowid FROM entries WHERE number = $1";
    public const string AddMissing = "INSERT OR IGNORE INTO missing(number) VALUES($1)";
    public const string Missing = "SELECT number FROM missing ORDER BY number";
    public const string Found = "DELETE FROM missing WHERE number = $1";
    public const string Displaced = "SELECT minute FROM displaced";
    public const string AddDisplaced = "INSERT OR IGNORE INTO displaced(minute) VALUES($1)";
    public const string EntryCount = """
        SELECT count(DISTINCT number) + (SELECT count(*) FROM missing) FROM entries
        WHERE rowid NOT IN (SELECT row FROM dead) AND number NOT IN (SELECT number FROM missing)
        """;
    public const string CheckTerms = "INSERT INTO terms(terms) VALUES('integrity-check')";

    public const string ByDate = """
        SELECT t.rowid, e.id FROM terms t JOIN entries e ON e.rowid = t.rowid
        WHERE t.terms MATCH $1 AND t.rowid BETWEEN $2 AND $3 AND t.rowid NOT IN (SELECT row FROM dead) ORDER BY t.rowid LIMIT $4
        """;
    public const string ByFiling = """
        SELECT t.rowid, e.id FROM terms t JOIN entries e ON e.rowid = t.rowid
        WHERE t.terms MATCH $1 AND t.rowid BETWEEN $2 AND $3 AND t.rowid NOT IN (SELECT row FROM dead) AND e.id < $5 ORDER BY e.id DESC LIMIT $4
        """;
    public const string Rows = """
        SELECT rowid FROM terms WHERE terms MATCH $1 AND rowid BETWEEN $2 AND $3 AND rowid NOT IN (SELECT row FROM dead)
        ORDER BY rowid LIMIT $4
        """;
    public const string Count = """
        SELECT count(*) FROM (
          SELECT 1 FROM terms WHERE terms MATCH $1 AND rowid BETWEEN $2 AND $3 AND rowid NOT IN (SELECT row FROM dead) LIMIT $4)
        """;
    public const string Facets = """
        SELECT t.rowid, e.facets FROM terms t JOIN entries e ON e.rowid = t.rowid
        WHERE t.terms MATCH $1 AND t.rowid BETWEEN $2 AND $3 AND t.rowid NOT IN (SELECT row FROM dead) ORDER BY t.rowid LIMIT $4
        """;
    public const string CountAfter = """
        SELECT count(*) FROM (
          SELECT 1 FROM terms t JOIN entries e ON e.rowid = t.rowid
          WHERE t.terms MATCH $1 AND t.rowid BETWEEN $2 AND $3 AND t.rowid NOT IN (SELECT row FROM dead) AND e.id > $5 LIMIT $4)
        """;
    public const string FacetValues = "SELECT id, kind, value FROM facets ORDER BY id";
    public const string AddFacetValue = "INSERT INTO facets(id, kind, value) VALUES($1, $2, $3)";
    public const string IdOf = "SELECT id FROM entries WHERE rowid = $1";
}
