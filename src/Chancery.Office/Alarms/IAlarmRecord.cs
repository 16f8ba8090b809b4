namespace Chancery.Office;

/// <summary>Where alarms are kept, and the clocks they are told by. Thread-safe.</summary>
public interface IAlarmRecord
{
    /// <summary>All alarms that stand, highest precedence first, then oldest.</summary>
    IReadOnlyList<Alarm> Standing();

    /// <summary>
    /// The clocks that run, the oldest for each place and precedence: deliveries that wait (t2), messages that are held, messages that the office which
    /// must act has not opened (t3), FLASH that went out and was not receipted.
    /// </summary>
    IReadOnlyList<AlarmCause> Clocks();

    /// <summary>Raises an alarm for each cause that has none, and ends those whose cause is gone, but for those that wait for somebody.</summary>
    void Settle(IReadOnlyCollection<AlarmCause> causes);

    /// <summary>Notes that somebody has it; false where it does not stand, or somebody had it before.</summary>
    bool Acknowledge(long alarm, string who);

    /// <summary>Notes that the next one of the roster was called.</summary>
    void Call(Alarm alarm, string person);

    /// <summary>When the office that must act first opened a message, and who; null where it has not.</summary>
    (DateTimeOffset At, string By)? OpenedBy(MessageId message);

    /// <summary>Stops the clock of a message at the office that must act (t3); false where it did not run for one of these offices.</summary>
    bool Opened(MessageId message, string who, IReadOnlyCollection<string> offices);
}
