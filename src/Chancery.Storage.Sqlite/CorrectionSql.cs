namespace Chancery.Storage.Sqlite;

/// <summary>The statements of corrections and of requests for repetition.</summary>
internal static class CorrectionSql
{
    public const string Tables = """
        ALTER TABLE holds ADD COLUMN proposed BLOB;
        CREATE TABLE requests(
          message INTEGER PRIMARY KEY, circuit TEXT NOT NULL, number TEXT NOT NULL, precedence INTEGER NOT NULL, times INTEGER NOT NULL,
          at INTEGER NOT NULL, closed INTEGER
        );
        CREATE INDEX requests_open ON requests(at) WHERE closed IS NULL;
        """;

    public const string Proposed = "SELECT proposed FROM holds WHERE message = $1";
    public const string Ask = """
        INSERT INTO requests(message, circuit, number, precedence, times, at) VALUES($1, $2, $3, $4, 1, $5)
        ON CONFLICT(message) DO UPDATE SET times = times + 1, at = excluded.at, closed = NULL
        """;
    public const string Open = """
        SELECT m.id, r.circuit, r.number, r.precedence, r.times, r.at FROM requests r JOIN messages m ON m.number = r.message
        WHERE r.closed IS NULL ORDER BY r.at
        """;
    public const string Close = "UPDATE requests SET closed = $2 WHERE message = $1 AND closed IS NULL";
}
