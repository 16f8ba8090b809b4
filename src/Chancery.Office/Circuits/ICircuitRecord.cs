namespace Chancery.Office;

/// <summary>The record of channels and of what came between messages. Thread-safe.</summary>
public interface ICircuitRecord
{
    /// <summary>All channels, by name.</summary>
    IReadOnlyList<ChannelState> Channels();

    /// <summary>The last numbers of a channel, newest first.</summary>
    IReadOnlyList<NumberEntry> Numbers(string channel, bool isOut, int limit);

    /// <summary>The last transmissions of a circuit in both directions, newest first.</summary>
    /// <param name="channel">The channel by which we receive.</param>
    /// <param name="outChannel">The channel by which we send.</param>
    /// <param name="limit">The most lines in each direction.</param>
    IReadOnlyList<CircuitLogLine> Log(string channel, string outChannel, int limit);

    /// <summary>Numbers of a channel that have been open since before a time and were not reported, oldest first.</summary>
    IReadOnlyList<NumberEntry> Unreported(string channel, DateTimeOffset before, int limit);

    /// <summary>Numbers of a circuit's channels for which nothing came, reported or not, oldest first.</summary>
    IReadOnlyList<NumberEntry> Missing(string circuit, int limit);

    /// <summary>Keeps what came between two messages and belongs to none.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="first">Its first bytes.</param>
    /// <param name="length">How many came.</param>
    void KeepNoise(string circuit, ReadOnlyMemory<byte> first, long length);

    /// <summary>Closes a number by a person's word, or opens or closes a circuit; the reason stands in the journal.</summary>
    void Close(NumberEntry number, string who, string reason);

    /// <summary>The next number to be expected or given begins a new series.</summary>
    void Reset(string channel, bool isOut, string who);

    /// <summary>Closes a destination to traffic, or opens it again.</summary>
    void SetClosed(string destination, bool isClosed, string who, string reason);

    /// <summary>Destinations that are closed to traffic.</summary>
    IReadOnlyList<string> Closed();
}
