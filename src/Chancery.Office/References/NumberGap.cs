namespace Chancery.Office;

/// <summary>Numbers of a series that are not on file for the reader (handling.md 9, RE-4).</summary>
/// <param name="First">The first missing number.</param>
/// <param name="Last">The last one.</param>
/// <param name="After">The date of the number in front; in Z.</param>
/// <param name="Before">The date of the number behind: what is missing was sent between the two (RE-3); in Z.</param>
/// <param name="Reason">Why it is not there, where the records officer knows; else null.</param>
public sealed record NumberGap(long First, long Last, DateTime After, DateTime Before, string? Reason)
{
    /// <summary>How many numbers.</summary>
    public long Count => Last - First + 1;
}
