namespace Chancery.Office;

/// <summary>The numbers of a post in a year, as far as they are on file for the reader.</summary>
/// <param name="Post">The post, upper-case, without anything between its letters.</param>
/// <param name="Year">Four digits.</param>
/// <param name="First">The lowest number on file; what was sent before it is not known to be missing.</param>
/// <param name="Last">The highest.</param>
/// <param name="Held">How many numbers are on file.</param>
/// <param name="Gaps">What is missing between the lowest and the highest, ascending.</param>
public sealed record NumberSeries(string Post, int Year, long First, long Last, int Held, ImmutableArray<NumberGap> Gaps)
{
    /// <summary>How many numbers are missing.</summary>
    public long Missing => Last - First + 1 - Held;
}
