namespace Chancery.Storage.Sqlite;

/// <summary>What the store knows at the moment of a commit, read on the writing session.</summary>
internal sealed class History(Session session, IReadOnlyList<Protection> protections) : ISwitchHistory
{
    public ChannelState? Channel(string name, bool isOut)
    {
        using var line = session.Command(SwitchSql.Channel, name, isOut).ExecuteReader();
        return line.Read() ? new ChannelState(name, isOut, line.GetInt64(0), line.GetInt32(1), Time(line.GetInt64(2))) : null;
    }

    public NumberEntry? Number(string channel, bool isOut, long cycle, int number)
    {
        using var line = session.Command(SwitchSql.Number, channel, isOut, cycle, number).ExecuteReader();
        return line.Read()
            ? new NumberEntry(
                channel,
                isOut,
                cycle,
                number,
                (NumberState)line.GetInt32(0),
                Time(line.GetInt64(1)),
                line.IsDBNull(2) ? null : line.GetInt64(2)
            )
            : null;
    }

    public IReadOnlyList<KnownMessage> Alike(MessageKeys keys)
    {
        var logged = keys.Logged;
        return session.All(
            SwitchSql.Alike,
            line => new KnownMessage(
                line.GetInt64(0),
                MessageId.FromBytes(line.GetFieldValue<byte[]>(1)),
                KeyLine.Read(line.GetString(2)),
                protections[line.GetInt32(3)]
            ),
            KeyLine.Hash(logged.MessageIdentity),
            KeyLine.Hash(logged.TransmissionIdentity),
            KeyLine.Hash(keys.Channel),
            KeyLine.Hash(logged.TextHash)
        );
    }

    public IReadOnlyList<NewDelivery> DeliveriesOf(long message) =>
        session.All(
            SwitchSql.DeliveriesOf,
            line => new NewDelivery(
                line.GetString(0),
                [.. line.GetString(1).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                (Precedence)line.GetInt32(2)
            ),
            message
        );

    public bool IsClosed(string destination) => session.One<long>(SwitchSql.IsClosed, destination) == 1;

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
