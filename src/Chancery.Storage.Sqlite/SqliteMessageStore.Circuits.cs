using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <content>The record of channels.</content>
public sealed partial class SqliteMessageStore : ICircuitRecord
{
    /// <inheritdoc />
    public IReadOnlyList<ChannelState> Channels() =>
        Read(session =>
            session.All(
                SwitchSql.Channels,
                line => new ChannelState(line.GetString(0), line.GetBoolean(1), line.GetInt64(2), line.GetInt32(3), Time(line.GetInt64(4)))
            )
        );

    /// <inheritdoc />
    public IReadOnlyList<NumberEntry> Numbers(string channel, bool isOut, int limit) => Entries(SwitchSql.Numbers, channel, isOut, limit);

    /// <inheritdoc />
    public IReadOnlyList<NumberEntry> Unreported(string channel, DateTimeOffset before, int limit) =>
        Entries(SwitchSql.Unreported, channel, Milliseconds(before), limit);

    /// <inheritdoc />
    public IReadOnlyList<NumberEntry> Missing(string circuit, int limit) => Entries(SwitchSql.Missing, circuit, limit);

    /// <inheritdoc />
    public void KeepNoise(string circuit, ReadOnlyMemory<byte> first, long length) =>
        Write(() =>
        {
            writer.Do(SwitchSql.KeepNoise, circuit, Milliseconds(clock.GetUtcNow()), length, first.ToArray());
            Journal("noise", $"circuit {circuit}", null, null, $"{length} bytes between messages");
        });

    /// <inheritdoc />
    public void Close(NumberEntry number, string who, string reason) =>
        Write(() =>
        {
            SetNumber(number with { State = NumberState.Closed, At = clock.GetUtcNow() });
            Journal("number-closed", who, null, null, $"{TransmissionWriter.Number(number.Channel, number.Number)}: {reason}");
        });

    /// <inheritdoc />
    public void Reset(string channel, bool isOut, string who) =>
        Write(() =>
        {
            var now = clock.GetUtcNow();
            var state = new History(writer, protections).Channel(channel, isOut) ?? new ChannelState(channel, isOut, 0, 1, now);
            SetChannel(state with { Cycle = state.Cycle + 1, Next = 1, At = now });
            Journal("channel-reset", who, null, null, $"{channel} {(isOut ? "out" : "in")}");
        });

    /// <inheritdoc />
    public void SetClosed(string destination, bool isClosed, string who, string reason) =>
        Write(() =>
        {
            writer.Do(SwitchSql.SetClosed, destination, isClosed);
            Journal(isClosed ? "circuit-closed" : "circuit-opened", who, null, null, $"{destination}: {reason}");
        });

    /// <inheritdoc />
    public IReadOnlyList<string> Closed() => Read(session => session.All(SwitchSql.Closed, line => line.GetString(0)));

    /// <inheritdoc />
    public IReadOnlyList<CircuitLogLine> Log(string channel, string outChannel, int limit) =>
        Read(session =>
            session.All(
                SwitchSql.Log,
                line => new CircuitLogLine(ToNumber(line), line.IsDBNull(7) ? default(MessageId?) : Id(line, 7)),
                channel,
                outChannel,
                limit
            )
        );

    private IReadOnlyList<NumberEntry> Entries(string sql, params ReadOnlySpan<object?> values)
    {
        var given = values.ToArray();
        return Read(session => session.All(sql, ToNumber, given));
    }

    private static NumberEntry ToNumber(SqliteDataReader line) =>
        new(
            line.GetString(0),
            line.GetBoolean(1),
            line.GetInt64(2),
            line.GetInt32(3),
            (NumberState)line.GetInt32(4),
            Time(line.GetInt64(5)),
            line.IsDBNull(6) ? null : line.GetInt64(6)
        );
}
