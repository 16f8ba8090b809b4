namespace Chancery.Exercise;

/// <summary>Invented but lifelike record-message traffic with known truth. Every message says that it is an exercise.</summary>
public static class ExerciseTraffic
{
    /// <summary>
    /// The messages in the order of their arrival, made as they are asked for, in memory that does not grow with their number.
    /// Each enumeration begins anew and gives the same bytes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Count is negative, Days is below 1, or Damage lies outside 0 to 1.</exception>
    public static IEnumerable<ExerciseMessage> Generate(ExerciseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Days, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Damage);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Damage, 1);
        return Run(options);
    }

    private static IEnumerable<ExerciseMessage> Run(ExerciseOptions options)
    {
        foreach (var message in new Traffic.Engine(options).Run())
        {
            yield return message;
        }
    }
}
