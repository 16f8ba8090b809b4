namespace Chancery.Storage.Sqlite;

/// <summary>The statements of alarms and of the clocks that raise them.</summary>
internal static class AlarmSql
{
    public const string Tables = """
        CREATE TABLE alarms(
          id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, place TEXT NOT NULL, precedence INTEGER NOT NULL, message INTEGER, since INTEGER NOT NULL,
          called INTEGER NOT NULL DEFAULT 0, by TEXT, at INTEGER, ended INTEGER
        );
        CREATE INDEX alarms_standing ON alarms(kind, place, precedence) WHERE ended IS NULL;
        CREATE TABLE unopened(message INTEGER PRIMARY KEY, office TEXT NOT NULL, precedence INTEGER NOT NULL, since INTEGER NOT NULL);
        CREATE INDEX unopened_clock ON unopened(office, precedence, since);
        CREATE TABLE opened(message INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL);
        """;

    /// <summary>FLASH that went out and for which the other station owes a receipt.</summary>
    public const string Receipts = """
        CREATE TABLE receipts(
          delivery INTEGER PRIMARY KEY, message INTEGER NOT NULL, destination TEXT NOT NULL, channel TEXT NOT NULL, number INTEGER NOT NULL,
          precedence INTEGER NOT NULL, since INTEGER NOT NULL
        );
        """;

    // What goes again under a new number is receipted under that; and a receipt may be quicker than we are in noting that it went.
    public const string AwaitReceipt = """
        INSERT OR REPLACE INTO receipts(delivery, message, destination, channel, number, precedence, since)
        SELECT d.id, d.message, d.destination, d.channel, d.number, d.precedence, $2 FROM deliveries d WHERE d.id = $1 AND NOT EXISTS (
          SELECT 1 FROM numbers n WHERE n.channel = d.channel AND n.out = 1 AND n.number = d.number AND n.message = d.message AND n.state = 8
        )
        """;
    public const string ForgetReceipts = "DELETE FROM receipts WHERE message = $1 AND destination = $2";
    public const string Receipted = "DELETE FROM receipts WHERE channel = $1 AND number = $2 AND message = $3";
    public const string StopReceipts = """
        DELETE FROM receipts WHERE (destination, precedence) IN (SELECT place, precedence FROM alarms WHERE id = $1 AND kind = 7)
        """;

    public const string Standing = """
        SELECT a.id, a.kind, a.place, a.precedence, m.id, a.since, a.called, a.by FROM alarms a LEFT JOIN messages m ON m.number = a.message
        WHERE a.ended IS NULL ORDER BY a.kind = 1, a.precedence DESC, a.since, a.id LIMIT 1000
        """;
    public const string Clocks = """
        SELECT 2, w.destination, w.precedence, d.since FROM (
          SELECT destination, precedence, min(id) AS oldest FROM deliveries WHERE state <= 1 GROUP BY destination, precedence
        ) w JOIN deliveries d ON d.id = w.oldest
        UNION ALL SELECT 3, '', coalesce(m.precedence, $1), min(h.since) FROM holds h JOIN messages m ON m.number = h.message GROUP BY 3
        UNION ALL SELECT 4, office, precedence, min(since) FROM unopened GROUP BY office, precedence
        UNION ALL SELECT 7, destination, precedence, min(since) FROM receipts GROUP BY destination, precedence
        """;
    public const string Raise = "INSERT INTO alarms(kind, place, precedence, message, since) VALUES($1, $2, $3, $4, $5)";
    public const string Stands = "SELECT 1 FROM alarms WHERE kind = $1 AND place = '' AND ended IS NULL LIMIT 1";
    public const string End = "UPDATE alarms SET ended = $2 WHERE id = $1 AND ended IS NULL";
    public const string Acknowledge =
        "UPDATE alarms SET by = $2, at = $3, ended = iif(kind IN (1, 6, 7), $3, NULL) WHERE id = $1 AND by IS NULL AND ended IS NULL";
    public const string Call = "UPDATE alarms SET called = $2 WHERE id = $1 AND called < $2";
    public const string MessageOf = "SELECT message FROM alarms WHERE id = $1";
    public const string AwaitOpening = "INSERT OR IGNORE INTO unopened(message, office, precedence, since) VALUES($1, $2, $3, $4)";
    public const string OfficeAwaited = "SELECT office FROM unopened WHERE message = $1";
    public const string StopAwaiting = "DELETE FROM unopened WHERE message = $1";
    public const string AddOpened = "INSERT OR IGNORE INTO opened(message, at, by) VALUES($1, $2, $3)";
    public const string Opened = "SELECT at, by FROM opened WHERE message = (SELECT number FROM messages WHERE id = $1)";
}
