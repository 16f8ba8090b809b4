namespace Chancery.Office;

/// <summary>The channel that numbers what goes out by a circuit.</summary>
/// <param name="Name">The channel, as in <see cref="ChannelState.Name"/>.</param>
/// <param name="LastNumber">The last number of a series.</param>
/// <param name="KeepsNumber">True where a delivery that comes again keeps the number it was given: the other side tells by it that it has it.</param>
public sealed record OutChannel(string Name, int LastNumber, bool KeepsNumber)
{
    /// <summary>True where a new day (UTC) begins a new series.</summary>
    public bool IsDaily { get; init; }
}
