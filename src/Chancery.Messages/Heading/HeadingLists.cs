using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <summary>The lists of one reading of a heading; they are emptied and used again for the next message.</summary>
internal sealed class HeadingLists
{
    public List<MessagePart> Parts { get; } = [];
    public List<int> PageLines { get; } = [];
    public List<DerivedValue> Derived { get; } = [];
    public List<Remark> Remarks { get; } = [];
    public TextSpan[] FormatLines { get; } = new TextSpan[17];
    public List<Pilot> Pilots { get; } = [];
    public List<BlockStart> Blocks { get; } = [];
    public List<ChannelNumber> EarlierChannels { get; } = [];
    public List<Instruction> Instructions { get; } = [];
    public List<string> MessageInstructions { get; } = [];
    public List<AddressEntry> Entries { get; } = [];
    public List<ExemptedAddressee> Exempt { get; } = [];

    /// <summary>Words and places of the line that is being read.</summary>
    public List<string> Words { get; } = [];
    public List<TextSpan> Spans { get; } = [];

    /// <summary>Empties all lists.</summary>
    public HeadingLists Clear()
    {
        Parts.Clear();
        PageLines.Clear();
        Derived.Clear();
        Remarks.Clear();
        Array.Clear(FormatLines);
        Pilots.Clear();
        Blocks.Clear();
        EarlierChannels.Clear();
        Instructions.Clear();
        MessageInstructions.Clear();
        Entries.Clear();
        Exempt.Clear();
        Words.Clear();
        Spans.Clear();
        return this;
    }
}
