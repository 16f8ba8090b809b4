namespace Chancery.Storage.Sqlite;

/// <summary>The statements of the switch: keys, channels, queue.</summary>
internal static class SwitchSql
{
    public const string Tables = """
        CREATE TABLE keys(
          number INTEGER PRIMARY KEY,
          message INTEGER,
          transmission INTEGER,
          channel INTEGER,
          text INTEGER NOT NULL,
          line TEXT NOT NULL
        );
        CREATE INDEX keys_message ON keys(message) WHERE message IS NOT NULL;
        CREATE INDEX keys_transmission ON keys(transmission) WHERE transmission IS NOT NULL;
        CREATE INDEX keys_channel ON keys(channel) WHERE channel IS NOT NULL;
        CREATE INDEX keys_text ON keys(text);
        CREATE TABLE channels(
          name TEXT NOT NULL, out INTEGER NOT NULL, cycle INTEGER NOT NULL, next INTEGER NOT NULL, at INTEGER NOT NULL,
          PRIMARY KEY(name, out)
        ) WITHOUT ROWID;
        CREATE TABLE numbers(
          channel TEXT NOT NULL, out INTEGER NOT NULL, cycle INTEGER NOT NULL, number INTEGER NOT NULL, state INTEGER NOT NULL,
          at INTEGER NOT NULL, message INTEGER,
          PRIMARY KEY(channel, out, cycle, number)
        ) WITHOUT ROWID;
        CREATE INDEX numbers_missing ON numbers(channel, at) WHERE state <= 1;
        CREATE TABLE circuits(name TEXT PRIMARY KEY, closed INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE deliveries(
          id INTEGER PRIMARY KEY,
          message INTEGER NOT NULL,
          destination TEXT NOT NULL,
          called TEXT NOT NULL,
          precedence INTEGER NOT NULL,
          state INTEGER NOT NULL,
          tries INTEGER NOT NULL,
          fence INTEGER NOT NULL,
          since INTEGER NOT NULL,
          at INTEGER NOT NULL,
          due INTEGER NOT NULL,
          number INTEGER NOT NULL,
          channel TEXT,
          why TEXT
        );
        CREATE INDEX deliveries_waiting ON deliveries(destination, precedence DESC, id) WHERE state <= 1;
        CREATE INDEX deliveries_message ON deliveries(message);
        CREATE TABLE holds(message INTEGER PRIMARY KEY, rule TEXT NOT NULL, sentence TEXT NOT NULL, since INTEGER NOT NULL);
        CREATE TABLE copies(
          message INTEGER NOT NULL, office TEXT NOT NULL, action INTEGER NOT NULL, rule TEXT NOT NULL, why TEXT NOT NULL,
          PRIMARY KEY(message, office)
        ) WITHOUT ROWID;
        CREATE TABLE links(
          message INTEGER NOT NULL, other INTEGER NOT NULL, kind INTEGER NOT NULL, row TEXT NOT NULL,
          PRIMARY KEY(message, other, kind)
        ) WITHOUT ROWID;
        CREATE INDEX links_other ON links(other);
        CREATE TABLE once(
          sender TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL, id BLOB NOT NULL, duplicate_of BLOB, at INTEGER NOT NULL,
          PRIMARY KEY(sender, key, place)
        ) WITHOUT ROWID;
        CREATE INDEX once_at ON once(at);
        CREATE TABLE received(number INTEGER PRIMARY KEY, raw BLOB NOT NULL);
        CREATE TABLE noise(id INTEGER PRIMARY KEY, circuit TEXT NOT NULL, at INTEGER NOT NULL, length INTEGER NOT NULL, first BLOB NOT NULL);
        """;

    /// <summary>Which messages took the place of which earlier ones. Stores of before know it from the links.</summary>
    public const string Superseding = """
        CREATE TABLE supersedes(message INTEGER NOT NULL, earlier INTEGER NOT NULL, PRIMARY KEY(message, earlier)) WITHOUT ROWID;
        CREATE INDEX supersedes_earlier ON supersedes(earlier);
        INSERT INTO supersedes SELECT DISTINCT message, other FROM links WHERE kind IN (2, 3);
        """;

    /// <summary>
    /// With each number that was given, the last that had been queued until then: what waited when a message left is told by it whatever the clock said.
    /// Numbers given before have none. What is kept back is found without a walk through all that ever went.
    /// </summary>
    public const string Order = """
        ALTER TABLE numbers ADD COLUMN queued INTEGER;
        CREATE INDEX deliveries_held ON deliveries(destination, precedence DESC, id) WHERE state = 3;
        """;

    /// <summary>Copies that go again after a ZEQ4; they were told by a word in the place of a pilot before.</summary>
    public const string SendingAgain = """
        ALTER TABLE deliveries ADD COLUMN again INTEGER NOT NULL DEFAULT 0;
        UPDATE deliveries SET again = 1, pilot = NULL WHERE pilot = 'ZEQ6';
        """;
    public const string GiveNumber = """
        INSERT INTO numbers(channel, out, cycle, number, state, at, message, queued) VALUES($1, 1, $2, $3, $4, $5, $6, (SELECT max(id) FROM deliveries))
        ON CONFLICT(channel, out, cycle, number) DO UPDATE SET state = excluded.state, at = excluded.at, message = excluded.message,
          queued = excluded.queued
        """;

    public const string AddSuperseding = "INSERT OR IGNORE INTO supersedes(message, earlier) VALUES($1, $2)";
    public const string Supersedes = "SELECT message, earlier FROM supersedes WHERE message BETWEEN $1 AND $2 ORDER BY message, earlier";

    public const string AddKeys = "INSERT INTO keys(number, message, transmission, channel, text, line) VALUES($1, $2, $3, $4, $5, $6)";
    public const string Alike = """
        SELECT k.number, m.id, k.line, m.access FROM (
          SELECT number, line FROM keys WHERE message = $1
          UNION SELECT number, line FROM keys WHERE transmission = $2
          UNION SELECT number, line FROM keys WHERE channel = $3
          UNION SELECT number, line FROM keys WHERE text = $4
        ) k JOIN messages m ON m.number = k.number ORDER BY k.number DESC LIMIT 64
        """;

    public const string OfTransmission = "SELECT number, line FROM keys WHERE transmission = $1 ORDER BY number DESC LIMIT 16";

    public const string Channel = "SELECT cycle, next, at FROM channels WHERE name = $1 AND out = $2";
    public const string Channels = "SELECT name, out, cycle, next, at FROM channels ORDER BY name, out";
    public const string SetChannel = """
        INSERT INTO channels(name, out, cycle, next, at) VALUES($1, $2, $3, $4, $5)
        ON CONFLICT(name, out) DO UPDATE SET cycle = excluded.cycle, next = excluded.next, at = excluded.at
        """;
    public const string Number = "SELECT state, at, message FROM numbers WHERE channel = $1 AND out = $2 AND cycle = $3 AND number = $4";
    public const string SetNumber = """
        INSERT INTO numbers(channel, out, cycle, number, state, at, message) VALUES($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT(channel, out, cycle, number) DO UPDATE SET state = excluded.state, at = excluded.at, message = coalesce(excluded.message, message)
        """;
    public const string Numbers = """
        SELECT channel, out, cycle, number, state, at, message FROM numbers WHERE channel = $1 AND out = $2
        ORDER BY cycle DESC, number DESC LIMIT $3
        """;
    public const string Log = """
        SELECT n.channel, n.out, n.cycle, n.number, n.state, n.at, n.message, m.id FROM (
          SELECT * FROM (SELECT * FROM numbers WHERE channel = $1 AND out = 0 ORDER BY cycle DESC, number DESC LIMIT $3)
          UNION ALL SELECT * FROM (SELECT * FROM numbers WHERE channel = $2 AND out = 1 ORDER BY cycle DESC, number DESC LIMIT $3)
        ) n LEFT JOIN messages m ON m.number = n.message ORDER BY n.at DESC, n.cycle DESC, n.number DESC
        """;
    public const string Unreported = """
        SELECT channel, out, cycle, number, state, at, message FROM numbers WHERE channel = $1 AND state <= 1 AND state = 0 AND out = 0 AND at <= $2
        ORDER BY at, cycle, number LIMIT $3
        """;
    public const string Missing = """
        SELECT channel, out, cycle, number, state, at, message FROM numbers
        WHERE (channel = $1 OR channel LIKE $1 || ' %') AND state <= 1 AND out = 0 ORDER BY at, cycle, number LIMIT $2
        """;
    public const string KeepNoise = "INSERT INTO noise(circuit, at, length, first) VALUES($1, $2, $3, $4)";
    public const string SetClosed =
        "INSERT INTO circuits(name, closed) VALUES($1, $2) ON CONFLICT(name) DO UPDATE SET closed = excluded.closed";
    public const string IsClosed = "SELECT closed FROM circuits WHERE name = $1";
    public const string Closed = "SELECT name FROM circuits WHERE closed = 1 ORDER BY name";

    // What may go at once is due since ever: not even a clock that is set back keeps it or lets others pass it.
    public const string AddDelivery = """
        INSERT INTO deliveries(message, destination, called, precedence, state, tries, fence, since, at, due, number, pilot, again)
        VALUES($1, $2, $3, $4, $5, 0, 0, $6, $6, 0, 0, $7, $8)
        """;
    public const string DeliveriesOf =
        "SELECT destination, called, precedence, pilot, again FROM deliveries WHERE message = $1 AND state <> 5 ORDER BY id";
    public const string NextDelivery = """
        SELECT d.id, d.message, m.id, d.called, d.precedence, d.fence, d.tries, b.raw, d.number, m.filed_at, d.channel, d.pilot, d.again
        FROM deliveries d JOIN messages m ON m.number = d.message JOIN bytes b ON b.number = d.message
        WHERE d.destination = $1 AND d.state <= 1 AND (d.state = 0 OR d.due < $2) AND d.due <= $2 ORDER BY d.precedence DESC, d.id LIMIT 1
        """;
    public const string LeaseDelivery = """
        UPDATE deliveries SET state = 1, fence = fence + 1, tries = tries + 1, due = $2, at = $3, first = coalesce(first, $3), number = $4,
        channel = $5 WHERE id = $1
        """;
    public const string EndDelivery = """
        UPDATE deliveries SET state = $1, at = $2, due = $3, why = $4 WHERE id = $5 AND fence = $6 AND state = 1 RETURNING destination, channel
        """;
    public const string ReturnLeases = "UPDATE deliveries SET state = 0, due = 0 WHERE state = 1";
    public const string IsAnyDue = """
        SELECT 1 FROM deliveries WHERE destination = $1 AND state <= 1 AND (state = 0 OR due < $2) AND due <= $2 LIMIT 1
        """;
    public const string IsAboveWaiting = """
        SELECT 1 FROM deliveries WHERE destination = $1 AND state <= 1 AND precedence >= $3 AND (state = 0 OR due < $2) AND due <= $2 LIMIT 1
        """;
    public const string KeepLease = "UPDATE deliveries SET due = $3 WHERE id = $1 AND fence = $2 AND state = 1";
    public const string ForgetNumber = "UPDATE deliveries SET number = 0 WHERE id = $1";
    public const string SpendNumber = """
        UPDATE numbers SET state = $3, at = $4 WHERE channel = $1 AND out = 1 AND number = $2
        AND cycle = (SELECT max(cycle) FROM numbers WHERE channel = $1 AND out = 1 AND number = $2)
        """;

    // The plus keeps the planner from walking all messages by access: what waits is few beside what is on file.
    public const string Depths = """
        SELECT d.destination, d.precedence, count(*), min(d.since) FROM deliveries d JOIN messages m ON m.number = d.message
        WHERE d.state <= 1 AND +m.access IN (SELECT value FROM json_each($1)) GROUP BY d.destination, d.precedence ORDER BY d.destination, d.precedence DESC
        """;
    public const string AllDepths = """
        SELECT w.destination, w.precedence, w.waiting, d.since FROM (
          SELECT destination, precedence, count(*) AS waiting, min(id) AS oldest FROM deliveries WHERE state <= 1 GROUP BY destination, precedence
        ) w JOIN deliveries d ON d.id = w.oldest ORDER BY w.destination, w.precedence DESC
        """;
    public const string Again = """
        INSERT INTO deliveries(message, destination, called, precedence, state, tries, fence, since, at, due, number, pilot, again)
        SELECT message, destination, called, precedence, 0, 0, 0, $3, $3, 0, 0, pilot, max(again, $4) FROM deliveries
        WHERE message = $1 AND destination = $2 LIMIT 1
        """;

    public const string AddHold = "INSERT INTO holds(message, rule, sentence, since) VALUES($1, $2, $3, $4)";
    public const string AddCopy = "INSERT OR IGNORE INTO copies(message, office, action, rule, why) VALUES($1, $2, $3, $4, $5)";
    public const string AddLink = "INSERT OR IGNORE INTO links(message, other, kind, row) VALUES($1, $2, $3, $4)";

    public const string Once = "SELECT id, duplicate_of FROM once WHERE sender = $1 AND key = $2 AND place = $3 AND at > $4";
    public const string AllOnce = "SELECT id, duplicate_of FROM once WHERE sender = $1 AND key = $2 AND at > $3 ORDER BY place";
    public const string AddOnce = """
        INSERT OR REPLACE INTO once(sender, key, place, id, duplicate_of, at) VALUES($1, $2, $3, $4, $5, $6)
        """;
    public const string ForgetOnce = "DELETE FROM once WHERE at <= $1";

    public const string AddReceived = "INSERT INTO received(number, raw) VALUES($1, $2)";
    public const string Received = "SELECT raw FROM received WHERE number = (SELECT number FROM messages WHERE id = $1)";
}
