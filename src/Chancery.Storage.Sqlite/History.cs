namespace Chancery.Storage.Sqlite;

/// <summary>What the store knows at the moment of a commit, read on the writing session.</summary>
internal sealed class History(Session session, IReadOnlyList<Protection> protections) : ISwitchHistory
{
    public ChannelState? Channel(string name, bool isOut) =>
        session
            .Statement(SwitchSql.Channel)
            .Bind(1, name)
            .Bind(2, isOut)
            .All(line => new ChannelState(name, isOut, line.Long(0), line.Int(1), Time(line.Long(2))))
            .FirstOrDefault();

    public NumberEntry? Number(string channel, bool isOut, long cycle, int number) =>
        session
            .Statement(SwitchSql.Number)
            .Bind(1, channel)
            .Bind(2, isOut)
            .Bind(3, cycle)
            .Bind(4, number)
            .All(line => new NumberEntry(
                channel,
                isOut,
                cycle,
                number,
                (NumberState)line.Int(0),
                Time(line.Long(1)),
                line.IsNull(2) ? null : line.Long(2)
            ))
            .FirstOrDefault();

    public IReadOnlyList<KnownMessage> Alike(MessageKeys keys)
    {
        var logged = keys.Logged;
        return session
            .Statement(SwitchSql.Alike)
            .Bind(1, KeyLine.Hash(logged.MessageIdentity))
            .Bind(2, KeyLine.Hash(logged.TransmissionIdentity))
            .Bind(3, KeyLine.Hash(keys.Channel))
            .Bind(4, KeyLine.Hash(logged.TextHash))
            .All(line => new KnownMessage(
                line.Long(0),
                MessageId.FromBytes(line.Blob(1)),
                KeyLine.Read(line.Text(2)),
                protections[line.Int(3)]
            ));
    }

    public long? Transmission(string identity) =>
        session
            .Statement(SwitchSql.OfTransmission)
            .Bind(1, KeyLine.Hash(identity))
            .All(line => (Number: line.Long(0), Keys: KeyLine.Read(line.Text(1))))
            .Where(one => one.Keys.Logged.TransmissionIdentity == identity)
            .Select(one => (long?)one.Number)
            .FirstOrDefault();

    public IReadOnlyList<NewDelivery> DeliveriesOf(long message) =>
        session.All(
            SwitchSql.DeliveriesOf,
            line => new NewDelivery(
                line.GetString(0),
                [.. line.GetString(1).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                (Precedence)line.GetInt32(2)
            )
            {
                Pilot = line.IsDBNull(3) ? null : line.GetString(3),
                IsSentAgain = line.GetBoolean(4),
            },
            message
        );

    public bool IsClosed(string destination) => session.One<long>(SwitchSql.IsClosed, destination) == 1;

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
