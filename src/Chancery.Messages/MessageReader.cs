using System.Runtime.InteropServices;
using System.Text;
using Chancery.Messages.Checks;
using Chancery.Messages.Framing;
using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages;

/// <summary>
/// Reads record messages from bytes. Never throws on input, whatever its age and damage; costs time linear in bytes plus lines.
/// Thread-safe: beside its options a reader holds only tools that it lends to one call at a time.
/// </summary>
public sealed class MessageReader(ReaderOptions options)
{
    private readonly SpareTools spare = new();

    /// <summary>A reader with <see cref="ReaderOptions.Default"/>.</summary>
    public MessageReader()
        : this(ReaderOptions.Default) { }

    /// <summary>The options of this reader.</summary>
    public ReaderOptions Options { get; } = options;

    /// <summary>
    /// Finds and reads every message of an input. The raw bytes of the messages, joined, are the input; an empty input has none;
    /// input without a recognisable heading is one message of family PLAIN.
    /// </summary>
    public ImmutableArray<Message> ReadAll(ReadOnlyMemory<byte> input)
    {
        var tools = spare.Take(input);
        var frames = MessageFramer.Frame(tools.InputLines);
        var messages = new Message[frames.Count];
        for (var i = 0; i < messages.Length; i++)
        {
            var frame = frames[i];
            messages[i] = Read(input.Slice(frame.Start, frame.Length), frame, tools);
        }
        spare.GiveBack(tools);
        return ImmutableCollectionsMarshal.AsImmutableArray(messages);
    }

    /// <summary>Reads bytes that are one message: no second one is looked for.</summary>
    public Message Read(ReadOnlyMemory<byte> message) => Read(message, isCutShort: false);

    /// <summary>Reads bytes that are one message, framed by whoever heard it on a circuit.</summary>
    /// <param name="message">The bytes.</param>
    /// <param name="isCutShort">True where the next message began before this one had its end mark (TX-106).</param>
    public Message Read(ReadOnlyMemory<byte> message, bool isCutShort)
    {
        var tools = spare.Take(message);
        var read = Read(message, new FramedMessage(0, message.Length, 1, isCutShort), tools);
        spare.GiveBack(tools);
        return read;
    }

    private Message Read(ReadOnlyMemory<byte> raw, FramedMessage frame, ReadingTools tools)
    {
        var (view, lines, heading) = HeadedView.Read(raw, frame, Options, tools);
        var context = new TextContext(view, lines, heading.TextFirst, heading.TextEnd, Options, tools)
        {
            Start = heading.TextStart,
            Stop = heading.TextStop,
            PageLines = heading.PageLines,
            Profile = heading.Profile,
            IsKeptPlain =
                heading.Profile >= Profile.Acp126 || heading.Form is MessageForm.Codress or MessageForm.Service or MessageForm.ShortService,
            Dtg = heading.Dtg,
            From = heading.From?.Name,
            Serial = heading.Station?.Serial,
        };
        var text = BodyReader.Read(context);
        GluedCaption.Move(heading, text);
        var reading = new MessageReading(view, lines, heading, text, Options) { IsCutShort = frame.IsCutShort };
        return new Message
        {
            Raw = raw,
            Offset = frame.Start,
            Line = frame.Line,
            View = view,
            Profile = heading.Profile,
            Family = text.Family,
            Form = heading.Form,
            Parts = RawParts(heading, view),
            Transmission = ToTransmission(heading),
            Precedence = heading.Precedence,
            Dtg = heading.Dtg,
            From = heading.From,
            Action = heading.Action,
            Info = heading.Info,
            Exempt = heading.Exempt,
            Readdressed = heading.Readdressed,
            Classification = text.Classification,
            EffectiveLevel = HighestLevel.Of(reading),
            Mrn = text.Mrn,
            Section = text.Section,
            Captions = text.Captions,
            Passing = text.Passing,
            Declassification = text.Declassification,
            Tags = text.Tags,
            Subject = text.Subject,
            References = text.References,
            ClassifiedBy = text.ClassifiedBy,
            Paragraphs = text.Paragraphs,
            Summary = text.Summary,
            ActionRequests = text.ActionRequests,
            Signature = text.Signature,
            Releaser = text.Releaser,
            SubjectCode = SubjectCode(view.Bytes.Span.Slice(text.SubjectCodeSpan.Start, text.SubjectCodeSpan.Length)),
            Serial = text.Serial,
            Cancellation = text.Cancellation,
            Supersessions = text.Supersessions,
            Sets = text.Sets,
            Distribution = text.Distribution,
            Drafting = text.Drafting,
            DashCounter = text.DashCounter,
            Attributes = text.Attributes,
            ReleaseEvents = text.ReleaseEvents,
            Derived = [.. heading.Derived, .. text.Derived],
            Body = view.ToRaw(TextSpan.FromBounds(text.BodyStart, heading.TextStop)),
            Findings = Options.Checks ? AllChecks.Run(reading) : [],
        };
    }

    /// <summary>N and the digits, whatever was printed for them: O stands for 0, the N may lack (text.md NV-1).</summary>
    private static string? SubjectCode(ReadOnlySpan<byte> printed)
    {
        if (printed.IsEmpty)
        {
            return null;
        }
        var digits = Encoding.ASCII.GetString((printed[0] & 0xDF) == 'N' ? printed[1..] : printed);
        return "N" + digits.ToUpperInvariant().Replace('O', '0');
    }

    private static Transmission ToTransmission(HeadingReading heading) =>
        new()
        {
            Channel = heading.Channel,
            EarlierChannels = heading.EarlierChannels,
            SecurityProsign = heading.SecurityProsign,
            Called = heading.Called,
            Pilots = heading.Pilots,
            CalledBelowPilots = heading.CalledBelowPilots,
            Station = heading.Station,
            Security = heading.Security,
            Instructions = heading.Instructions,
            MessageInstructions = heading.MessageInstructions,
            Accounting = heading.Accounting,
            GroupCount = heading.GroupCount,
            IsCancelled = heading.IsCancelled,
            IsNeverAnswered = heading.IsNeverAnswered,
            Ending = heading.Ending,
        };

    /// <summary>The parts as places in the raw bytes; they tile them.</summary>
    internal static ImmutableArray<MessagePart> RawParts(HeadingReading heading, MessageView view)
    {
        var parts = heading.Parts;
        if (view.Edits.IsEmpty)
        {
            return [.. parts];
        }
        var raw = ImmutableArray.CreateBuilder<MessagePart>(parts.Count);
        var start = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            var end = i + 1 == parts.Count ? view.Raw.Length : view.ToRaw(new TextSpan(parts[i].Span.End, 0)).Start;
            if (end > start)
            {
                raw.Add(parts[i] with { Span = TextSpan.FromBounds(start, end) });
                start = end;
            }
        }
        if (start < view.Raw.Length)
        {
            // Nothing but characters that the view leaves out.
            raw.Add(new MessagePart(PartKind.Noise, 0, TextSpan.FromBounds(start, view.Raw.Length)));
        }
        return raw.DrainToImmutable();
    }
}
