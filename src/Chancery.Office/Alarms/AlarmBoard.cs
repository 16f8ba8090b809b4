namespace Chancery.Office;

/// <summary>The alarms as people see them, and the watch that raises them (handling.md 1.2, 1.3).</summary>
public sealed class AlarmBoard(
    OfficeSettings settings,
    IAlarmRecord record,
    IMessageStore store,
    IQueueActs acts,
    IWorkQueue queue,
    CircuitBoard circuits,
    People people,
    TimeProvider clock
)
{
    private static readonly Reader Switch = Reader.Owner with { Name = "switch" };

    /// <summary>
    /// Alarms that somebody is to know of, sounding ones first: those who work the queue all of them but about messages that they may not see; the roster
    /// and the offices that have a copy those about messages. Security officers are told of copies of what they closed, nobody else.
    /// </summary>
    public IReadOnlyList<(Alarm Alarm, MessageRow? Row)> For(Reader asking)
    {
        var works = Works(asking);
        var shown = new List<(Alarm Alarm, MessageRow? Row)>();
        foreach (var alarm in record.Standing())
        {
            var row = alarm.Message is { } id ? store.Row(id) : null;
            if (alarm.Kind == AlarmKind.Spill)
            {
                if (Spills.MayAct(asking))
                {
                    shown.Add((alarm, null));
                }
                continue;
            }
            if (row is null ? works : ReadingRights.Decide(asking, row) == Reading.Full && (works || IsConcerned(asking, alarm)))
            {
                shown.Add((alarm, row));
            }
        }
        return [.. shown.OrderByDescending(pair => pair.Alarm.Sounds)];
    }

    /// <summary>Takes an alarm: it sounds no more, and nobody else is called.</summary>
    public Refusal? Acknowledge(Reader asking, long alarm)
    {
        if (For(asking).FirstOrDefault(pair => pair.Alarm.Id == alarm).Alarm is not { } found)
        {
            return new Refusal("no-alarm", $"There is no alarm {alarm} for you: see 'chancery queue alarms'.");
        }
        return record.Acknowledge(found.Id, asking.Name) ? null : new Refusal("no-alarm", "Somebody has taken the alarm already.");
    }

    /// <summary>Who is called next about an alarm, and when; null where nobody is.</summary>
    public (string Person, DateTimeOffset At)? Next(Alarm alarm) =>
        alarm.Sounds && Roster().ElementAtOrDefault(alarm.Called) is { } person
            ? (person, alarm.Since + (Pause(alarm) * alarm.Called))
            : null;

    /// <summary>Who was called about an alarm, in order.</summary>
    public IEnumerable<string> Called(Alarm alarm) => Roster().Take(alarm.Called);

    /// <summary>True where an alarm sounds at somebody's desk whatever he has chosen: he was called about it and nobody has taken it.</summary>
    public bool IsCalled(Reader asking, Alarm alarm) =>
        alarm.AcknowledgedBy is null && Called(alarm).Contains(asking.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of the roster that nobody bears who may sign in: they are passed over.</summary>
    public IEnumerable<string> Absent => settings.Alarms.Roster.Where(name => people.AsReader(name) is null);

    /// <summary>Notes that a message was opened (t3).</summary>
    public void Opened(Reader asking, MessageId message)
    {
        if (!asking.Offices.IsEmpty)
        {
            record.Opened(message, asking.Name, asking.Offices);
        }
    }

    /// <summary>When the office that must act first opened a message, and who (t3); null where it has not.</summary>
    public (DateTimeOffset At, string By)? OpenedBy(MessageId message) => record.OpenedBy(message);

    /// <summary>Looks at the clocks once: raises what has run out, ends what has caught up, calls the next of the roster.</summary>
    public void Look()
    {
        var now = clock.GetUtcNow();
        record.Settle([.. record.Clocks().Where(cause => IsPast(cause, now)), .. LinesDown()]);
        foreach (var alarm in record.Standing())
        {
            // One after the other, each when his time has come; after a pause of the program several at once.
            for (var current = alarm; Next(current) is { } next && next.At <= now; current = current with { Called = current.Called + 1 })
            {
                record.Call(current, next.Person);
            }
        }
    }

    private bool IsPast(AlarmCause cause, DateTimeOffset now) =>
        cause.Kind == AlarmKind.Unreceipted
            ? settings.Circuits.FirstOrDefault(circuit => NewDelivery.Circuit(circuit.Name) == cause.Place) is { ReceiptAfter: var limit }
                && now - cause.Since >= limit
            : Objectives.IsPast(cause.Precedence, cause.Since, now);

    /// <summary>Who can be called, in order.</summary>
    private IEnumerable<string> Roster() => settings.Alarms.Roster.Where(name => people.AsReader(name) is not null);

    private IEnumerable<AlarmCause> LinesDown()
    {
        var waiting = queue.Depths(ReadingRights.Scope(Switch)).Where(depth => depth.Precedence >= Precedence.Immediate).ToList();
        foreach (var circuit in settings.Circuits)
        {
            var status = circuits.Status(circuit.Name);
            var most = waiting.Where(depth => depth.Destination == NewDelivery.Circuit(circuit.Name)).MaxBy(depth => depth.Precedence);
            if (status.State != "up" && most is not null)
            {
                yield return new AlarmCause(AlarmKind.LineDown, most.Destination, most.Precedence, most.Oldest);
            }
        }
    }

    private TimeSpan Pause(Alarm alarm) => alarm.Precedence >= Precedence.Flash ? settings.Alarms.FlashNext : settings.Alarms.NiactNext;

    private static bool Works(Reader asking) => asking.IsOwner || (asking.Roles & Roles.Communicator) != 0;

    private bool IsConcerned(Reader asking, Alarm alarm) =>
        settings.Alarms.Roster.Contains(asking.Name, StringComparer.OrdinalIgnoreCase)
        || (alarm.Message is { } id && acts.Copies(id).Any(copy => asking.Offices.Contains(copy.Office)));
}
