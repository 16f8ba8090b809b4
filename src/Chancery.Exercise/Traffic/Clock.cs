namespace Chancery.Exercise.Traffic;

/// <summary>Spreads the messages over days: busy by day, quiet by night. Whole minutes, never 0000 (transmission.md 7.1).</summary>
internal sealed class Clock(ExerciseOptions options)
{
    private static readonly ImmutableArray<int> HourWeights =
    [
        2,
        1,
        1,
        1,
        1,
        2,
        4,
        7,
        10,
        12,
        12,
        11,
        9,
        10,
        12,
        12,
        11,
        9,
        7,
        5,
        4,
        4,
        3,
        2,
    ];

    private static readonly int Total = HourWeights.Sum();

    private readonly DateTimeOffset first = new(options.From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>When message <paramref name="index"/> is released; never earlier than the one before it.</summary>
    public DateTimeOffset At(int index)
    {
        var minutes = Math.Max(1L, options.Days) * 1440;
        if (options.Until is { } until && until < first.AddMinutes(minutes))
        {
            // The last hour is left free for the way from release to filing.
            minutes = Math.Max(1, ((long)(until - first).TotalMinutes) - 20);
            return first.AddMinutes(Math.Max(1, minutes * index / Math.Max(1, options.Count)));
        }
        var place = (minutes * index) / Math.Max(1, options.Count);
        var within = (int)(place % 1440) * Total;
        var hour = 0;
        for (var weight = HourWeights[0] * 1440; within >= weight; weight = HourWeights[hour] * 1440)
        {
            within -= weight;
            hour++;
        }
        var minute = within * 60 / (HourWeights[hour] * 1440);
        var dayMinute = Math.Max(1, (hour * 60) + minute);
        return first.AddMinutes((place / 1440 * 1440) + dayMinute);
    }
}
