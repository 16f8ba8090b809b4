namespace Chancery.Storage.Sqlite;

/// <summary>The statements of what people do to the queue.</summary>
internal static class QueueSql
{
    public const string Tables = "ALTER TABLE holds ADD COLUMN released_by TEXT";

    public const string Holds = """
        SELECT m.row, m.access, h.rule, h.sentence, h.since, h.released_by FROM holds h JOIN messages m ON m.number = h.message
        WHERE +m.access IN (SELECT value FROM json_each($1)) ORDER BY m.precedence DESC, h.since, h.message LIMIT $2
        """;
    public const string Hold = """
        SELECT m.row, m.access, h.rule, h.sentence, h.since, h.released_by FROM holds h JOIN messages m ON m.number = h.message WHERE m.id = $1
        """;
    public const string NumberOf = "SELECT number FROM messages WHERE id = $1";
    public const string Propose = "UPDATE holds SET released_by = $2, proposed = $3 WHERE message = $1";
    public const string DropHold = "DELETE FROM holds WHERE message = $1";
    public const string FreeDeliveries = "UPDATE deliveries SET state = $2, at = $3, due = 0, why = $4 WHERE message = $1 AND state = 3";
    private const string Deliveries = """
        SELECT d.id, m.id, d.destination, d.precedence, d.state, d.tries, d.since, d.at, d.channel, d.number, d.fence, d.why, d.first, d.called
        FROM deliveries d JOIN messages m ON m.number = d.message
        """;
    public const string Waiting = $"""
        {Deliveries} WHERE d.state <= 1 AND +m.access IN (SELECT value FROM json_each($1))
        UNION ALL {Deliveries} WHERE d.state = 3 AND +m.access IN (SELECT value FROM json_each($1))
        ORDER BY 3, 4 DESC, 1 LIMIT $2
        """;
    public const string WaitingFor = $"""
        {Deliveries} WHERE d.destination = $2 AND d.state <= 1 AND +m.access IN (SELECT value FROM json_each($1))
        ORDER BY d.precedence DESC, d.id LIMIT $3
        """;
    public const string Delivery = $"{Deliveries} WHERE d.id = $1";
    public const string DeliveriesOf = $"{Deliveries} WHERE m.id = $1 ORDER BY d.id";
    public const string Change = """
        UPDATE deliveries SET state = $2, at = $3, due = 0, why = $4, fence = fence + 1 WHERE id = $1 AND state IN (0, 1, 3)
        """;
    public const string Copy = """
        INSERT INTO deliveries(message, destination, called, precedence, state, tries, fence, since, at, due, number, pilot, again)
        SELECT message, coalesce($2, destination), called, precedence, 0, 0, 0, $3, $3, 0, 0, pilot, again FROM deliveries WHERE id = $1
        """;
    public const string MessageOf = "SELECT message FROM deliveries WHERE id = $1";
    public const string Links = """
        SELECT l.kind, l.row, m.id, 1 FROM links l JOIN messages m ON m.number = l.other WHERE l.message = $1
        UNION ALL SELECT l.kind, l.row, m.id, 0 FROM links l JOIN messages m ON m.number = l.message WHERE l.other = $1
        """;
    public const string Copies = """
        SELECT office, action, rule, why FROM copies WHERE message = (SELECT number FROM messages WHERE id = $1) ORDER BY action DESC, office
        """;
    public const string CameUnder = """
        SELECT channel, out, cycle, number, state, at, message FROM numbers WHERE message = $1 AND out = 0 LIMIT 1
        """;
    public const string Unjournaled = """
        SELECT m.id, d.destination FROM deliveries d JOIN messages m ON m.number = d.message WHERE d.state = 2 GROUP BY d.message, d.destination
        HAVING count(*) <> (SELECT count(*) FROM journal j WHERE j.message = d.message AND j.kind = 'delivered' AND j.who = d.destination)
        """;
    public const string Unqueued = """
        SELECT DISTINCT m.id, j.who FROM journal j JOIN messages m ON m.number = j.message WHERE j.kind = 'delivered'
        AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.message = j.message AND d.destination = j.who AND d.state = 2)
        """;
    public const string OrphanDeliveries = "SELECT count(*) FROM deliveries WHERE message NOT IN (SELECT number FROM messages)";
    public const string UnjournaledHolds = """
        SELECT count(*) FROM holds h WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.message = h.message AND j.kind = 'held')
        """;
    public const string States = "UPDATE messages SET row = $2 WHERE number = $1";
}
