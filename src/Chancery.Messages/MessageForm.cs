namespace Chancery.Messages;

/// <summary>What of the sixteen lines a message has, and for whom it is (transmission.md 2.13).</summary>
public enum MessageForm : byte
{
    /// <summary>Originator and addressees stand in the heading; also every reading copy.</summary>
    Plaindress,

    /// <summary>No address: the stations of format lines 2 and 3 say who is meant.</summary>
    Abbreviated,

    /// <summary>No address and a group count: originator and addressees are hidden in the encrypted text.</summary>
    Codress,

    /// <summary>Between stations, about the handling of traffic: the text begins with <c>SVC</c> behind its classification.</summary>
    Service,

    /// <summary>Between two stations that are connected: no serial number, no BT, no class word.</summary>
    ShortService,
}
