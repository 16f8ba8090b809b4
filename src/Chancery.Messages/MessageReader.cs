using Chancery.Messages.Checks;
using Chancery.Messages.Framing;
using Chancery.Messages.Heading;

namespace Chancery.Messages;

/// <summary>
/// Reads record messages from bytes. Never throws on input, whatever its age and damage; costs time linear in bytes plus lines.
/// Thread-safe: a reader holds nothing but its options.
/// </summary>
public sealed class MessageReader(ReaderOptions options)
{
    /// <summary>A reader with <see cref="ReaderOptions.Default"/>.</summary>
    public MessageReader()
        : this(ReaderOptions.Default) { }

    /// <summary>The options of this reader.</summary>
    public ReaderOptions Options { get; } = options;

    /// <summary>
    /// Finds and reads every message of an input. The raw bytes of the messages, joined, are the input; an empty input has none;
    /// input without a recognisable heading is one message of family PLAIN.
    /// </summary>
    public ImmutableArray<Message> ReadAll(ReadOnlyMemory<byte> input) => input.IsEmpty ? [] : [Read(input)];

    /// <summary>Reads bytes that are one message: no second one is looked for.</summary>
    public Message Read(ReadOnlyMemory<byte> message)
    {
        var view = new MessageView(message, message, []);
        using var lines = new LineTable();
        lines.Fill(view.Bytes);
        var heading = new HeadingReading { TextEnd = lines.Count, TextStop = view.Bytes.Length };
        var text = Text.BodyReader.Read(new Text.TextContext(view, lines, 0, lines.Count, Options) { Stop = view.Bytes.Length });
        return new Message
        {
            Raw = message,
            View = view,
            Family = text.Family,
            Findings = AllChecks.Run(new MessageReading(view, lines, heading, text, Options)),
            Parts = [new MessagePart(PartKind.FormatLine, 12, new TextSpan(0, message.Length))],
        };
    }
}
