namespace Chancery.Storage.Sqlite;

/// <summary>Every statement that is spoken to the index, which is thrown away and made anew when its form changes.</summary>
internal static class IndexSql
{
    /// <summary>Raised when the terms or tables change.</summary>
    public const int Version = 1;

    /// <summary>
    /// The words come folded and cut already; the tokenizer only splits at blanks. Nothing is kept but the terms: hits are shown from the message.
    /// A batch stays in memory until it is committed (hashsize), so that it becomes one segment.
    /// </summary>
    public const string Create = """
        CREATE TABLE entries(rowid INTEGER PRIMARY KEY, number INTEGER NOT NULL, id BLOB NOT NULL);
        CREATE TABLE progress(watermark INTEGER NOT NULL);
        INSERT INTO progress VALUES(0);
        CREATE VIRTUAL TABLE terms USING fts5(words, content = '', columnsize = 0, tokenize = "ascii tokenchars ':+'");
        INSERT INTO terms(terms, rank) VALUES('hashsize', 134217728);
        INSERT INTO terms(terms, rank) VALUES('automerge', 16);
        """;

    public const string Watermark = "SELECT watermark FROM progress";
    public const string SetWatermark = "UPDATE progress SET watermark = $1";
    public const string AddEntry = "INSERT INTO entries(rowid, number, id) VALUES($1, $2, $3)";
    public const string AddTerms = "INSERT INTO terms(rowid, words) VALUES($1, $2)";
    public const string LastOf = "SELECT max(rowid) FROM entries WHERE rowid BETWEEN $1 AND $2";
    public const string LastBefore = "SELECT max(rowid) FROM entries WHERE rowid BETWEEN $1 AND $2 AND id < $3";
    public const string Changes = "SELECT total_changes()";
    public const string Merge = "INSERT INTO terms(terms, rank) VALUES('merge', 64)";
    public const string EntryCount = "SELECT count(*) FROM entries";
    public const string CheckTerms = "INSERT INTO terms(terms) VALUES('integrity-check')";

    public const string ByDate = """
        SELECT t.rowid, e.id FROM terms t JOIN entries e ON e.rowid = t.rowid
        WHERE t.terms MATCH $1 AND t.rowid BETWEEN $2 AND $3 ORDER BY t.rowid DESC LIMIT $4
        """;
    public const string ByFiling = """
        SELECT t.rowid, e.id FROM terms t JOIN entries e ON e.rowid = t.rowid
        WHERE t.terms MATCH $1 AND t.rowid BETWEEN $2 AND $3 AND e.id < $5 ORDER BY e.id DESC LIMIT $4
        """;
    public const string Rows = "SELECT rowid FROM terms WHERE terms MATCH $1 AND rowid BETWEEN $2 AND $3 ORDER BY rowid DESC LIMIT $4";
    public const string Count = "SELECT count(*) FROM (SELECT 1 FROM terms WHERE terms MATCH $1 AND rowid BETWEEN $2 AND $3 LIMIT $4)";
    public const string IdOf = "SELECT id FROM entries WHERE rowid = $1";
}
