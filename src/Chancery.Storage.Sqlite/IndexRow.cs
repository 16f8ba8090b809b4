namespace Chancery.Storage.Sqlite;

/// <summary>
/// The number of a row of the index tells its date, and counts from the end of time: the newest comes first, for FTS5 walks forwards in half the time
/// that it takes backwards. A minute has room for as many rows as twenty bits count.
/// </summary>
internal static class IndexRow
{
    private const int SequenceBits = 20;

    /// <summary>Minutes to the end of the year 9999.</summary>
    private const long MostMinutes = 5_258_964_960;

    /// <summary>The first and last row of a span of minutes since year 1.</summary>
    public static (long First, long Last) Span(long from, long before) => (Of(before) + 1, Of(from));

    /// <summary>The first and last row of a minute.</summary>
    public static (long First, long Last) Span(long minute) => Span(minute, minute + 1);

    /// <summary>The minute of a row.</summary>
    public static long Minute(long row) => MostMinutes - (row >> SequenceBits);

    /// <summary>The last row of a minute: the one that is taken first.</summary>
    private static long Of(long minute) => ((MostMinutes - minute + 1) << SequenceBits) - 1;
}
