using Microsoft.Data.Sqlite;

namespace Chancery.Storage.Sqlite;

/// <content>Alarms and clocks. Looking writes nothing where nothing has changed.</content>
public sealed partial class SqliteMessageStore : IAlarmRecord
{
    /// <inheritdoc />
    public IReadOnlyList<Alarm> Standing() => Read(session => session.All(AlarmSql.Standing, ToAlarm));

    /// <inheritdoc />
    public IReadOnlyList<AlarmCause> Clocks() =>
        Read(session =>
            session.All(
                AlarmSql.Clocks,
                line => new AlarmCause(
                    (AlarmKind)line.GetInt32(0),
                    line.GetString(1),
                    (Precedence)line.GetInt32(2),
                    Time(line.GetInt64(3))
                ),
                (int)Precedence.Routine
            )
        );

    /// <inheritdoc />
    public void Settle(IReadOnlyCollection<AlarmCause> causes)
    {
        var standing = Standing().Where(alarm => !alarm.WaitsForSomebody).ToList();
        var ended = standing.Where(alarm => !causes.Any(cause => IsAbout(alarm, cause))).ToList();
        var raised = causes.Where(cause => !standing.Exists(alarm => IsAbout(alarm, cause))).ToList();
        if (ended.Count + raised.Count == 0)
        {
            return;
        }
        Write(() =>
        {
            var now = Milliseconds(clock.GetUtcNow());
            foreach (var alarm in ended)
            {
                writer.Do(AlarmSql.End, alarm.Id, now);
                Journal("alarm-ended", "switch", null, null, Named(alarm.Kind, alarm.Place, alarm.Precedence));
            }
            foreach (var cause in raised)
            {
                Raise(cause.Kind, cause.Place, cause.Precedence, null, null, cause.Since);
            }
        });

        static bool IsAbout(Alarm alarm, AlarmCause cause) =>
            alarm.Kind == cause.Kind && alarm.Place == cause.Place && alarm.Precedence == cause.Precedence;
    }

    /// <inheritdoc />
    public bool Acknowledge(long alarm, string who)
    {
        var done = false;
        Write(() =>
        {
            done = writer.Do(AlarmSql.Acknowledge, alarm, who, Milliseconds(clock.GetUtcNow())) > 0;
            if (done)
            {
                writer.Do(AlarmSql.StopReceipts, alarm);
                NoteAlarm("alarm-acknowledged", who, alarm, null);
            }
        });
        return done;
    }

    /// <inheritdoc />
    public void Call(Alarm alarm, string person) =>
        Write(() =>
        {
            if (writer.Do(AlarmSql.Call, alarm.Id, alarm.Called + 1) > 0)
            {
                NoteAlarm("called", "switch", alarm.Id, person);
            }
        });

    /// <inheritdoc />
    public bool Opened(MessageId message, string who, IReadOnlyCollection<string> offices)
    {
        var number = Read(session => session.One<long>(QueueSql.NumberOf, message.ToBytes()));
        if (Read(session => session.One<string>(AlarmSql.OfficeAwaited, number)) is not { } office || !offices.Contains(office))
        {
            return false;
        }
        Write(() =>
        {
            if (writer.Do(AlarmSql.StopAwaiting, number) > 0)
            {
                writer.Do(AlarmSql.AddOpened, number, Milliseconds(clock.GetUtcNow()), who);
                Journal("opened", who, number, message, office);
            }
        });
        return true;
    }

    /// <inheritdoc />
    public (DateTimeOffset At, string By)? OpenedBy(MessageId message) =>
        Read(session =>
            session
                .All(AlarmSql.Opened, line => ((DateTimeOffset, string)?)(Time(line.GetInt64(0)), line.GetString(1)), message.ToBytes())
                .FirstOrDefault()
        );

    private void Raise(AlarmKind kind, string place, Precedence precedence, long? message, MessageId? id, DateTimeOffset since)
    {
        writer.Do(AlarmSql.Raise, (int)kind, place, (int)precedence, message, Milliseconds(since));
        Journal("alarm", "switch", message, id, Named(kind, place, precedence));
    }

    private void NoteAlarm(string kind, string who, long alarm, string? detail)
    {
        var message = writer.One<long>(AlarmSql.MessageOf, alarm);
        Journal(kind, who, message == 0 ? null : message, message == 0 ? null : IdOf(message), detail ?? $"alarm {alarm}");
    }

    private static string Named(AlarmKind kind, string place, Precedence precedence) =>
        $"{kind.ToString().ToLowerInvariant()} {precedence.Name()} {place}".TrimEnd();

    private static Alarm ToAlarm(SqliteDataReader line) =>
        new(
            line.GetInt64(0),
            (AlarmKind)line.GetInt32(1),
            line.GetString(2),
            (Precedence)line.GetInt32(3),
            line.IsDBNull(4) ? null : Id(line, 4),
            Time(line.GetInt64(5)),
            line.GetInt32(6),
            Text(line, 7)
        );
}
