namespace Chancery.Messages;

/// <summary>What an event of an <see cref="EventReader"/> tells.</summary>
public enum MessageEventKind : byte
{
    /// <summary>A message begins; the span covers all of it.</summary>
    MessageStart,

    /// <summary>Bytes that belong to no format line.</summary>
    Noise,

    /// <summary>A format line of heading or ending, 1 to 11 and 13 to 16, continuation lines included.</summary>
    FormatLine,

    /// <summary>A page line in heading or text.</summary>
    PageLine,

    /// <summary>A line of the heading that fits no format line (TX-108).</summary>
    Unparsed,

    /// <summary>Text, format line 12; more than one where page lines stand between.</summary>
    Text,

    /// <summary>A routing indicator or call sign of format line 2.</summary>
    CalledStation,

    /// <summary>The station serial number of format line 3.</summary>
    StationSerial,

    /// <summary>The filing time of format line 3.</summary>
    FilingTime,

    /// <summary>The security warning of format line 4 with its letters.</summary>
    SecurityWarning,

    /// <summary>The date-time group of format line 5.</summary>
    DateTimeGroup,

    /// <summary>An addressee for action, as printed.</summary>
    ActionAddressee,

    /// <summary>An addressee for information, as printed.</summary>
    InfoAddressee,

    /// <summary>A check of the transmission found something; findings stand behind the parts of their message.</summary>
    Finding,

    /// <summary>A message ends; the span is empty.</summary>
    MessageEnd,
}
