namespace Chancery.Messages;

/// <summary>What a run of a message's bytes is. Format lines carry their number in <see cref="MessagePart.FormatLine"/>.</summary>
public enum PartKind : byte
{
    /// <summary>Belongs to no format line: banners, blank lines between messages.</summary>
    Noise,

    /// <summary>A format line 1 to 16 (12 = the text).</summary>
    FormatLine,

    /// <summary>A page line cut out of heading or text.</summary>
    PageLine,

    /// <summary>A heading line that fits no format line (TX-108).</summary>
    Unparsed,
}
