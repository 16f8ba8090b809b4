using System.Globalization;
using System.Text;

namespace Chancery.Messages.Writing;

/// <summary>
/// In which fields two messages differ. Words are compared as a keyboard types them and in one line: capitals and line ends are the form's, not the
/// message's.
/// </summary>
internal static class FieldDifferences
{
    private static readonly ImmutableArray<(string Field, Func<Message, Value, Value> Of)> Heading =
    [
        ("format line 2", static (m, v) => Called(m, v)),
        ("format line 3", static (m, v) => Station(m, v)),
        (
            "pilots",
            static (m, v) => m.Transmission.Pilots.Aggregate(v.AddAll(m.Transmission.CalledBelowPilots?.RoutingIndicators ?? []), Pilot)
        ),
        (
            "security warning",
            static (m, v) => v.Add(m.Transmission.Security?.Signal, m.Transmission.Security?.Group, m.Transmission.Security?.Special)
        ),
        ("instructions", static (m, v) => m.Transmission.Instructions.Aggregate(v, (x, i) => x.Add(i.Signal).AddAll(i.Operands))),
        ("message instructions", static (m, v) => v.AddAll(m.Transmission.MessageInstructions)),
        ("precedence", static (m, v) => v.Add(m.Precedence.Action?.Letter().ToString(), m.Precedence.Info?.Letter().ToString())),
        ("date-time group", static (m, v) => v.Add(m.Dtg?.Raw)),
        ("originator", static (m, v) => v.Add(m.From?.RoutingIndicator, m.From?.Name).AddAll(m.From?.Offices ?? [])),
        ("action addressees", static (m, v) => m.Action.Aggregate(v, Addressee)),
        ("information addressees", static (m, v) => m.Info.Aggregate(v, Addressee)),
        ("exempted addressees", static (m, v) => m.Exempt.Aggregate(v, (x, e) => x.Add(e.Name, e.RoutingIndicator))),
        ("address before readdressal", static (m, v) => m.Readdressed.Aggregate(v, Block)),
        ("format line 10", static (m, v) => v.Add(m.Transmission.Accounting, Number(m.Transmission.GroupCount))),
        ("ending", static (m, v) => v.Add(m.Transmission.Ending.Serial).AddAll(m.Transmission.Ending.Corrections)),
    ];

    private static readonly ImmutableArray<(string Field, Func<Message, Value, Value> Of)> Text =
    [
        ("family", static (m, v) => v.Add(m.Family.Name())),
        ("classification", static (m, v) => v.Add(m.Classification?.Level.Name()).AddAll(m.Classification?.Caveats ?? [])),
        ("subject code", static (m, v) => v.Add(m.SubjectCode)),
        ("section", static (m, v) => v.Add(Number(m.Section?.Number), Number(m.Section?.Of))),
        ("message reference number", static (m, v) => v.Add(m.Mrn?.Post, Number(m.Mrn?.Number))),
        ("captions", static (m, v) => v.AddAll(m.Captions)),
        ("passing lines", static (m, v) => m.Passing.Aggregate(v, (x, p) => x.Add(p.Target).AddAll(p.Offices).AddAll(p.Names))),
        (
            "declassification",
            static (m, v) => v.Add(m.Declassification?.Order, m.Declassification?.Kind.ToString(), m.Declassification?.Raw)
        ),
        ("TAGS", static (m, v) => m.Tags.Aggregate(v, (x, t) => x.Add(t.Code, t.Kind.ToString()))),
        ("subject", static (m, v) => v.Add(Mark(m.Subject?.Portion), m.Subject?.Text)),
        ("references", static (m, v) => m.References.Aggregate(v, Reference)),
        ("classification authority", static (m, v) => Authority(m.ClassifiedBy, v)),
        ("paragraphs", static (m, v) => m.Paragraphs.Aggregate(v, Paragraph)),
        ("summary", static (m, v) => v.Add(m.Summary?.ToString())),
        ("action requests", static (m, v) => v.AddAll(m.ActionRequests)),
        ("signature", static (m, v) => v.Add(m.Signature)),
        ("releaser", static (m, v) => v.Add(m.Releaser)),
        ("serial", static (m, v) => v.Add(m.Serial?.Title, m.Serial?.Number, Number(m.Serial?.Year))),
        ("sets", static (m, v) => m.Sets.Aggregate(v, (x, s) => x.Add(s.Id).AddAll(s.Fields))),
    ];

    /// <summary>Names of the fields of format lines 2 to 9 and 15 that differ.</summary>
    public static List<string> OfHeading(Message a, Message b, Keyboard keyboard) => Of(Heading, a, b, keyboard);

    /// <summary>Names of the fields of the text that differ.</summary>
    public static List<string> OfText(Message a, Message b, Keyboard keyboard) => Of(Text, a, b, keyboard);

    private static List<string> Of(
        ImmutableArray<(string Field, Func<Message, Value, Value> Of)> fields,
        Message a,
        Message b,
        Keyboard keyboard
    )
    {
        var differing = new List<string>();
        foreach (var (field, of) in fields)
        {
            if (of(a, new Value(keyboard)).ToString() != of(b, new Value(keyboard)).ToString())
            {
                differing.Add(field);
            }
        }
        return differing;
    }

    private static Value Called(Message message, Value value) =>
        message.Transmission.Called is { } called
            ? value
                .Add(called.Precedence?.Letter().ToString(), called.Lmf, called.ClassLetter?.ToString())
                .Add(called.ContentIndicator, called.ClassRedundancy)
                .AddAll(called.RoutingIndicators)
            : value;

    private static Value Station(Message message, Value value) =>
        message.Transmission.Station is { } station
            ? value.Add(station.RoutingIndicator, station.Serial, station.FiledRaw, Number(station.Section))
            : value;

    private static Value Pilot(Value value, Pilot pilot) =>
        pilot.Instructions.Aggregate(
            value
                .Add(pilot.Called.Precedence?.Letter().ToString(), pilot.Signal, pilot.Station, pilot.Security?.Group)
                .AddAll(pilot.Called.RoutingIndicators),
            static (x, instruction) => x.Add(instruction.Signal).AddAll(instruction.Operands)
        );

    private static Value Addressee(Value value, Addressee addressee) =>
        value
            .Add(addressee.RoutingIndicator, addressee.IsServedOtherwise ? "ZEN" : null, addressee.Name)
            .Add(addressee.Precedence?.Name(), addressee.Number)
            .AddAll(addressee.Offices);

    private static Value Block(Value value, HeadingBlock block)
    {
        value = value.Add(block.Precedence.Action?.Letter().ToString(), block.Precedence.Info?.Letter().ToString(), block.Dtg?.Raw);
        value = value
            .AddAll(block.MessageInstructions)
            .Add(block.From?.RoutingIndicator, block.From?.Name)
            .AddAll(block.From?.Offices ?? []);
        value = block.Info.Aggregate(block.Action.Aggregate(value, Addressee).Add("INFO"), Addressee);
        return block.Exempt.Aggregate(value, (x, e) => x.Add(e.Name, e.RoutingIndicator));
    }

    private static Value Reference(Value value, MessageReference reference) =>
        value
            .Add(reference.Label, reference.Kind.ToString(), reference.Raw, reference.Mrn?.Canonical)
            .Add(reference.Dtg?.Raw, reference.Originator)
            .AddAll(reference.Flags);

    private static Value Authority(ClassificationAuthority? authority, Value value) =>
        (authority?.Reasons ?? []).Aggregate(
            value.Add(authority?.Title, authority?.Name, authority?.DerivedFrom),
            static (x, reason) => x.Add(reason.Section, reason.Letter)
        );

    private static Value Paragraph(Value value, Paragraph paragraph) =>
        value.Add(paragraph.Number, Mark(paragraph.Portion), paragraph.Heading, paragraph.Text).AddAll(paragraph.Labels);

    private static string? Mark(Marking? mark) => mark is null ? null : $"{mark.Level.Name()} {string.Join(' ', mark.Caveats)}";

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The words of a field, in order, as the keyboard types them.</summary>
    private sealed class Value(Keyboard keyboard)
    {
        private readonly StringBuilder words = new();

        public Value Add(params ReadOnlySpan<string?> parts)
        {
            foreach (var part in parts)
            {
                words.Append('\u001F').Append(keyboard.Words(part));
            }
            return this;
        }

        public Value AddAll(ImmutableArray<string> parts)
        {
            words.Append('\u001E');
            return Add(parts.AsSpan()!);
        }

        public override string ToString() => words.ToString();
    }
}
