using System.Globalization;
using Chancery.Messages;

namespace Chancery.Cli.Output;

/// <summary>A message laid out for people: what it is, who sent it to whom, what it says, what is wrong with it.</summary>
internal static class MessageSheet
{
    public static void Write(Sheet sheet, Message message)
    {
        WriteTitle(sheet, message);
        sheet.Rule();
        WriteHeading(sheet, message);
        WriteText(sheet, message);
        WriteFindings(sheet, message);
    }

    /// <summary>The name of a severity, lower-case.</summary>
    public static string Name(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "info",
        };

    public static Ink InkOf(Severity severity) =>
        severity switch
        {
            Severity.Error => Ink.Error,
            Severity.Warning => Ink.Warning,
            _ => Ink.Info,
        };

    public static Ink InkOf(Level? level) => level is { } known && known.Rank() < Level.Confidential.Rank() ? Ink.Open : Ink.Closed;

    /// <summary>Text without control characters, for lines that are not laid out.</summary>
    public static string Clean(string value) =>
        value.AsSpan().ContainsAnyInRange('\0', '\u001f') || value.AsSpan().ContainsAnyInRange('\u007f', '\u009f')
            ? string.Concat(value.Select(c => char.IsControl(c) ? '·' : c))
            : value;

    /// <summary>What people cite a message by: its number, serial, date-time group or station serial.</summary>
    public static string Citation(
        MessageReferenceNumber? mrn,
        MessageSerial? serial,
        string? messageIdentity,
        string? transmissionIdentity
    ) =>
        mrn?.Canonical
        ?? (serial is null ? null : $"{serial.Title} {serial.Number}{(serial.Year is { } year ? $"/{year % 100:00}" : "")}")
        ?? messageIdentity
        ?? transmissionIdentity
        ?? "(no number)";

    private static void WriteTitle(Sheet sheet, Message message)
    {
        var effective = message.EffectiveLevel.Level;
        var level = effective?.Name() ?? "NO LEVEL MARKED";
        if (message.Classification is { Caveats.Length: > 0 } line)
        {
            level += "//" + string.Join('/', line.Caveats);
        }
        var name = Citation(message.Mrn, message.Serial, message.MessageIdentity, message.TransmissionIdentity);
        if (message.Section is { } section)
        {
            name +=
                $"  section {section.Number?.ToString(CultureInfo.InvariantCulture) ?? "?"} of "
                + (section.Of?.ToString(CultureInfo.InvariantCulture) ?? (section.Final ? "last" : "?"));
        }
        sheet.Between(name, Ink.Strong, level, InkOf(effective));
        if (message.Subject is { } subject)
        {
            sheet.Text((subject.Portion is { } mark ? mark.Raw + " " : "") + subject.Text);
        }
    }

    private static void WriteHeading(Sheet sheet, Message message)
    {
        sheet.Field("From", message.From is { } from ? from.Name + Offices(from.Offices) : null, Ink.Strong);
        sheet.Field("Date", Date(message.Dtg));
        sheet.Field(
            "Precedence",
            message.Precedence.Action is { } action
                ? action.Name() + (message.Precedence.Info is { } copies ? $", information {copies.Name()}" : "")
                : null
        );
        sheet.Field("Action", message.Action.Select(Addressee));
        sheet.Field("Information", message.Info.Select(Addressee));
        sheet.Field("Exempt", message.Exempt.Select(exempt => exempt.Name + (exempt.Of is { } of ? $" (of {of})" : "")));
        sheet.Field(
            "Passing",
            message.Passing.Select(line =>
                string.Join(
                    ' ',
                    new[] { line.Target, string.Join(", ", line.Offices.Concat(line.Names)) }.Where(part => !string.IsNullOrEmpty(part))
                )
            )
        );
        sheet.Field("Captions", string.Join(", ", message.Captions));
        sheet.Field("Declassify", Declassification(message.Declassification));
        sheet.Field("TAGS", string.Join(", ", message.Tags.Select(tag => tag.Code)));
        sheet.Field("Classified by", ClassifiedBy(message.ClassifiedBy));
        sheet.Field("References", message.References.Select(Reference));
        var effective = message.EffectiveLevel;
        if (effective.Level is not null && effective.Level != message.Classification?.Level)
        {
            sheet.Field("Handle as", $"{effective.Level.Value.Name()} ({effective.Source})", InkOf(effective.Level));
        }
        sheet.Field("Transmission", Transmission(message));
    }

    private static void WriteText(Sheet sheet, Message message)
    {
        if (message.Paragraphs.IsEmpty)
        {
            var plain = PlainText.Of(message);
            if (!string.IsNullOrWhiteSpace(plain))
            {
                sheet.Line().Text(plain.Trim('\n'));
            }
        }
        string? heading = null;
        foreach (var paragraph in message.Paragraphs)
        {
            sheet.Line();
            if (paragraph.Heading is { } above && above != heading)
            {
                sheet.Put(above, Ink.Strong).Line();
            }
            heading = paragraph.Heading;
            var lead = string.Join(
                ' ',
                new[] { paragraph.Number is { } number ? number + "." : "", paragraph.Portion?.Raw ?? "" }.Where(p => p.Length > 0)
            );
            sheet.Text(paragraph.Text, 0, lead);
        }
        if (message.Signature is { } signature)
        {
            sheet.Line().Text(signature);
        }
        if (message.Releaser is { } releaser)
        {
            sheet.Line().Field("Released by", releaser);
        }
    }

    private static void WriteFindings(Sheet sheet, Message message)
    {
        if (message.Findings.IsEmpty)
        {
            return;
        }
        sheet.Line().Rule();
        var finder = new PlaceFinder(message);
        foreach (var finding in message.Findings)
        {
            var (line, column) = finder.Find(finding.Span.Start);
            var name = Name(finding.Severity);
            var more = finding.Count > 1 ? $" ({Counts.Grouped(finding.Count)} times)" : "";
            sheet.Text(
                $"{finding.Id}  line {line}, column {column}{more}: {finding.Message}".Replace('\n', ' '),
                0,
                name,
                InkOf(finding.Severity),
                hang: 2
            );
        }
    }

    private static string? Date(DateTimeGroup? dtg) =>
        dtg is null ? null
        : dtg.Utc is { } utc
            ? $"{utc.UtcDateTime.ToString("d MMM yyyy HH:mm'Z'", CultureInfo.InvariantCulture)}  ({dtg.Raw}{(dtg.YearInferred ? ", year inferred" : "")})"
        : dtg.Raw;

    private static string Addressee(Addressee addressee) =>
        (addressee.RoutingIndicator is { } indicator ? indicator.PadRight(8) : "")
        + addressee.Name
        + Offices(addressee.Offices)
        + (addressee.Number is { } number ? " " + number : "")
        + (addressee.Precedence is { } precedence ? $" ({precedence.Name()})" : "")
        + (addressee.IsServedOtherwise ? " (served otherwise)" : "");

    private static string Offices(ImmutableArray<string> offices) => offices.IsEmpty ? "" : $" //{string.Join('/', offices)}//";

    private static string? Declassification(Declassification? line)
    {
        if (line is null)
        {
            return null;
        }
        var order = line.Order is { } number ? $"E.O. {number}, " : "";
        return order
            + line.Kind switch
            {
                DeclassificationKind.Date => line.Date?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? line.Raw,
                DeclassificationKind.Event => line.Event ?? line.Raw,
                DeclassificationKind.Na => "not applicable",
                _ => line.Raw,
            };
    }

    private static string? ClassifiedBy(ClassificationAuthority? authority) =>
        authority is null ? null
        : authority.Name is null && authority.Title is null && authority.DerivedFrom is null ? authority.Raw
        : string.Join(
            "; ",
            new[]
            {
                string.Join(", ", new[] { authority.Name, authority.Title }.OfType<string>()),
                authority.Reasons.IsEmpty
                    ? ""
                    : "reason "
                        + string.Join(
                            ", ",
                            authority.Reasons.Select(reason => reason.Section + (reason.Letter is { } letter ? $"({letter})" : ""))
                        ),
                authority.DerivedFrom is { } source ? $"derived from {source}" : "",
            }.Where(part => part.Length > 0)
        );

    private static string Reference(MessageReference reference)
    {
        var what = reference.Mrn?.Canonical ?? reference.Raw;
        if (reference.Mrn is null && reference.Text is { } text && text != reference.Raw)
        {
            what += ": " + text;
        }
        return (reference.Label is { } label ? label + "  " : "")
            + what.ReplaceLineEndings(" ")
            + (reference.Flags.IsEmpty ? "" : $" ({string.Join(", ", reference.Flags)})");
    }

    private static string Transmission(Message message)
    {
        var parts = new List<string> { $"{message.Profile.Name()} / {message.Family.Name()}" };
        if (message.TransmissionIdentity is { } identity)
        {
            parts.Add($"station {identity}");
        }
        if (message.ChannelIdentity is { } channel)
        {
            parts.Add($"channel {channel}");
        }
        if (message.Transmission.Called is { } called)
        {
            parts.Add("to " + string.Join(' ', called.RoutingIndicators));
        }
        return string.Join(", ", parts);
    }
}
