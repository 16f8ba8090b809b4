namespace Chancery.Web.Desk;

/// <summary>An alarm in words.</summary>
internal static class AlarmText
{
    /// <summary>One sentence: what it is about, since when.</summary>
    public static string Of(Alarm alarm, MessageRow? row, DateTimeOffset now)
    {
        var since = Zulu.Short(alarm.Since, now);
        var name = alarm.Precedence.Name();
        return alarm.Kind switch
        {
            AlarmKind.Urgent => $"{name} {row?.MessageIdentity ?? row?.TransmissionIdentity ?? ""}, {since}".Replace(
                " ,",
                ",",
                StringComparison.Ordinal
            ),
            AlarmKind.Late => $"{name} for {alarm.Place} waits since {since}, longer than its objective.",
            AlarmKind.HeldLong => $"{name} is held since {since}, longer than its objective.",
            AlarmKind.Spill => $"Copies of a quarantined message came in and are closed, {since}.",
            AlarmKind.Unopened => $"{alarm.Place} has not opened {name} of {since} within its objective.",
            AlarmKind.Unreceipted =>
                $"{name} that went out by {alarm.Place} at {since} is not receipted: ask the station whether it has it.",
            _ => $"The {alarm.Place} is down and {name} of {since} waits for it{Left(alarm, now)}.",
        };
    }

    /// <summary>Who was called and who is next; empty where nobody is.</summary>
    public static string Roster(AlarmBoard board, Alarm alarm, DateTimeOffset now)
    {
        var called = string.Join(", ", board.Called(alarm));
        var words = called.Length == 0 ? "" : $"called: {called}";
        return board.Next(alarm) is { } next
            ? $"{words}{(words.Length == 0 ? "" : "; ")}next: {next.Person} {Zulu.Minute(next.At)}"
            : words;
    }

    private static string Left(Alarm alarm, DateTimeOffset now) =>
        Objectives.Of(alarm.Precedence) is not { } objective ? ""
        : (int)(alarm.Since + objective - now).TotalMinutes is > 0 and var minutes ? $"; {minutes} minutes to its objective"
        : "; its objective is past";
}
