using Chancery.Messages.Checks;
using Chancery.Messages.Framing;
using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages;

/// <summary>
/// Reads record messages as a row of events, for gateways that look at headings and pass texts on: places in the input, no <see cref="Message"/>, the text
/// is not read. The parts are those of <see cref="MessageReader"/>, the findings those of its checks that need no text. Never throws on input; time is
/// linear in bytes plus lines. Thread-safe.
/// </summary>
/// <param name="options">Options of the reading.</param>
public sealed class EventReader(ReaderOptions options)
{
    private readonly SpareTools spare = new();

    /// <summary>A reader with <see cref="ReaderOptions.Default"/>.</summary>
    public EventReader()
        : this(ReaderOptions.Default) { }

    /// <summary>The options of this reader.</summary>
    public ReaderOptions Options { get; } = options;

    /// <summary>
    /// The events of an input. Of each message: its start; its parts as they stand, which tile it, each followed by what stands in it; its findings;
    /// its end. An empty input has none. A message is read when its start is asked for, so whoever breaks off pays for no more than he saw.
    /// </summary>
    public IEnumerable<MessageEvent> Read(ReadOnlyMemory<byte> input)
    {
        var tools = spare.Take(input);
        try
        {
            var events = new List<MessageEvent>();
            foreach (var frame in MessageFramer.Frame(tools.InputLines))
            {
                events.Clear();
                Read(input.Slice(frame.Start, frame.Length), frame, tools, events);
                foreach (var found in events)
                {
                    yield return found;
                }
            }
        }
        finally
        {
            // Also where the caller breaks off.
            spare.GiveBack(tools);
        }
    }

    private void Read(ReadOnlyMemory<byte> raw, FramedMessage frame, ReadingTools tools, List<MessageEvent> events)
    {
        var (view, lines, heading) = HeadedView.Read(raw, frame, Options, tools);
        events.Add(new MessageEvent(MessageEventKind.MessageStart, new TextSpan(frame.Start, frame.Length)));
        foreach (var part in MessageReader.RawParts(heading, view))
        {
            events.Add(new MessageEvent(KindOf(part), part.Span) { FormatLine = part.FormatLine });
        }
        AddFields(heading, view, events);
        // The parts are in order already; a field follows the part in which it stands.
        events.Sort(1, events.Count - 1, ByPlace);
        for (var i = 1; i < events.Count; i++)
        {
            events[i] = events[i] with { Span = events[i].Span with { Start = frame.Start + events[i].Span.Start } };
        }
        var nothing = new TextReading(tools.Text.Clear()) { Family = TextFamily.Plain };
        foreach (
            var finding in AllChecks.RunWithoutText(
                new MessageReading(view, lines, heading, nothing, Options) { IsCutShort = frame.IsCutShort }
            )
        )
        {
            var place = finding.Span with { Start = frame.Start + finding.Span.Start };
            events.Add(new MessageEvent(MessageEventKind.Finding, place) { Finding = finding });
        }
        events.Add(new MessageEvent(MessageEventKind.MessageEnd, new TextSpan(frame.Start + frame.Length, 0)));
    }

    private static readonly Comparer<MessageEvent> ByPlace = Comparer<MessageEvent>.Create(
        static (a, b) =>
            a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start)
            : a.Span.Length != b.Span.Length ? b.Span.Length.CompareTo(a.Span.Length)
            : a.Kind.CompareTo(b.Kind)
    );

    private static MessageEventKind KindOf(MessagePart part) =>
        part.Kind switch
        {
            PartKind.FormatLine when part.FormatLine == 12 => MessageEventKind.Text,
            PartKind.FormatLine => MessageEventKind.FormatLine,
            PartKind.PageLine => MessageEventKind.PageLine,
            PartKind.Unparsed => MessageEventKind.Unparsed,
            _ => MessageEventKind.Noise,
        };

    private static void AddFields(HeadingReading heading, MessageView view, List<MessageEvent> events)
    {
        foreach (var called in heading.CalledSpans)
        {
            Add(MessageEventKind.CalledStation, 2, called);
        }
        Add(MessageEventKind.StationSerial, 3, heading.SerialSpan);
        Add(MessageEventKind.FilingTime, 3, heading.FiledSpan);
        Add(MessageEventKind.SecurityWarning, 4, heading.SecuritySpan);
        Add(MessageEventKind.DateTimeGroup, 5, heading.DtgSpan);
        for (var i = 0; i < heading.AddresseeSpans.Length; i++)
        {
            var isAction = i < heading.Action.Length;
            Add(isAction ? MessageEventKind.ActionAddressee : MessageEventKind.InfoAddressee, isAction ? 7 : 8, heading.AddresseeSpans[i]);
        }

        void Add(MessageEventKind kind, int formatLine, TextSpan place)
        {
            if (!place.IsEmpty)
            {
                events.Add(new MessageEvent(kind, view.ToRaw(place)) { FormatLine = formatLine });
            }
        }
    }
}
