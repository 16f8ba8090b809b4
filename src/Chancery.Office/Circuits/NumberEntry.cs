namespace Chancery.Office;

/// <summary>One channel number in the record of a channel.</summary>
/// <param name="Channel">The channel, as in <see cref="ChannelState.Name"/>.</param>
/// <param name="IsOut">True for what we send.</param>
/// <param name="Cycle">The series it belongs to.</param>
/// <param name="Number">From 1.</param>
/// <param name="State">What became of it.</param>
/// <param name="At">When that was.</param>
/// <param name="Message">The row number of the message under it; null where there is none.</param>
public sealed record NumberEntry(
    string Channel,
    bool IsOut,
    long Cycle,
    int Number,
    NumberState State,
    DateTimeOffset At,
    long? Message = null
);
