namespace Chancery.Office;

/// <summary>What the store knows at the moment of a commit.</summary>
public interface ISwitchHistory
{
    /// <summary>How far a channel has got; null where nothing ever passed.</summary>
    ChannelState? Channel(string name, bool isOut);

    /// <summary>What is recorded for a number; null where nothing is.</summary>
    NumberEntry? Number(string channel, bool isOut, long cycle, int number);

    /// <summary>Earlier traffic with the same message, transmission, channel or text key (transmission.md 5.1), newest first.</summary>
    IReadOnlyList<KnownMessage> Alike(MessageKeys keys);

    /// <summary>The row number of the newest traffic with a transmission identity; null where there is none.</summary>
    long? Transmission(string identity);

    /// <summary>The destinations a message was queued for.</summary>
    IReadOnlyList<NewDelivery> DeliveriesOf(long message);

    /// <summary>True where a destination was closed by a person: its traffic takes the next route.</summary>
    bool IsClosed(string destination);
}
