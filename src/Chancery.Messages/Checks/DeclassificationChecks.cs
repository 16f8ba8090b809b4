using Chancery.Messages.Text;

namespace Chancery.Messages.Checks;

/// <summary>The E.O. line of a telegram (text.md 8).</summary>
internal sealed class DeclassificationChecks : CheckGroup
{
    private const int DaysOfGrace = 60;
    private static readonly DateOnly LineBegins = new(1973, 3, 1);

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.Family != TextFamily.State2000)
        {
            return;
        }
        DateOnly? day = reading.Heading.Dtg?.Utc is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;
        var isClassified = text.Classification is { } line && line.Level.Rank() >= Level.Confidential.Rank();
        if (text.Declassification is not { } found)
        {
            if (reading.IsTransmission && day >= LineBegins && text.Section is null or { Number: 1 })
            {
                var id = isClassified && !reading.Options.Outgoing ? "EO-7" : "EO-1";
                findings.Add(id, text.ClassificationSpan, "The message has no E.O. line.");
            }
            return;
        }
        var place = text.DeclassificationSpan;
        CheckKind(found, isClassified, text.Classification is not null, place, findings);
        CheckWriting(reading, found, place, findings);
        if (day is { } known)
        {
            CheckOrder(found, known, place, findings);
            CheckDate(found, known, place, findings);
            if (known >= ExecutiveOrders.Amended && found.Codes.Any(IsVoid))
            {
                findings.Add("EO-4", place, $"{string.Join(", ", found.Codes)} is void on messages after 21 September 2003.");
            }
        }
    }

    private static void CheckKind(Declassification found, bool isClassified, bool isMarked, TextSpan place, FindingList findings)
    {
        switch (found.Kind)
        {
            case DeclassificationKind.None or DeclassificationKind.Na when isClassified:
                findings.Add("EO-1", place, "A classified message needs a date, an event, an exemption or a schedule on its E.O. line.");
                break;
            case DeclassificationKind.Date when found.Date is null:
                findings.Add("EO-1", place, $"{found.Raw} names no day of the calendar; a date was expected.");
                break;
            case DeclassificationKind.None when isMarked:
                findings.Add("EO-1", place, "The E.O. line is empty; N/A was expected.");
                break;
            case not (DeclassificationKind.Na or DeclassificationKind.None) when isMarked && !isClassified:
                findings.Add("EO-1", place, $"The message is not classified, its E.O. line says {found.Raw}; N/A was expected.");
                break;
            case DeclassificationKind.Event:
                findings.Add("EO-9", place, "Declassification hangs on an event in words.");
                break;
        }
    }

    private static void CheckWriting(MessageReading reading, Declassification found, TextSpan place, FindingList findings)
    {
        if (reading.Text.Derived.Exists(derived => derived.Rule == "EO-6"))
        {
            findings.Add("EO-6", place, $"The order's number is damaged; {found.Order} was read.");
        }
        var (first, last) = DateGroups(found.Raw);
        if (found.Date is { } date && last.Length == 2 && first.Length <= 2 && ExecutiveOrders.IsOfFullYears(found.Order))
        {
            findings.Add("EO-5", place, $"The year is printed with two digits; {date.Year} was read.");
        }
        else if (found.Date is not null && first.Length <= 2 && int.TryParse(first, out var month) && month > 12)
        {
            findings.Add("EO-5", place, "The day stands in front of the month; month, day, year was expected.");
        }
        var line = reading.Bytes(place).TrimEnd(" \t"u8);
        if (line is [.., (byte)'.'] && !line.EndsWith("A."u8))
        {
            findings.Add("EO-8", new TextSpan(place.Start + line.Length - 1, 1), "The E.O. line ends with a full stop.");
        }
        else if (line is [.., (byte)','] || line.IndexOf(",,"u8) >= 0)
        {
            findings.Add("EO-8", place, "The E.O. line has a comma too many.");
        }
    }

    private static void CheckOrder(Declassification found, DateOnly day, TextSpan place, FindingList findings)
    {
        if (ExecutiveOrders.Since(found.Order) is not { } since)
        {
            return;
        }
        if (since > day)
        {
            findings.Add("EO-2", place, $"E.O. {found.Order} came into force on {since:yyyy-MM-dd}, after the date of the message.");
            return;
        }
        var next = ExecutiveOrders.All.FirstOrDefault(order => order.From > since);
        if (next.Number is not null && day >= next.From)
        {
            findings.Add(
                "EO-2",
                place,
                $"E.O. {found.Order} was replaced by {next.Number} on {next.From:yyyy-MM-dd}.",
                day.DayNumber - next.From.DayNumber <= DaysOfGrace ? Severity.Warning : null
            );
        }
    }

    private static void CheckDate(Declassification found, DateOnly day, TextSpan place, FindingList findings)
    {
        if (found is not { Kind: DeclassificationKind.Date, Date: { } date } || !ExecutiveOrders.IsOfFullYears(found.Order))
        {
            return;
        }
        var years = day >= ExecutiveOrders.Amended ? 25 : 10;
        if (date <= day)
        {
            findings.Add("EO-3", place, $"Declassification on {date:yyyy-MM-dd} is not after the date of the message.");
        }
        else if (day.Year + years <= 9999 && date > day.AddYears(years))
        {
            findings.Add("EO-3", place, $"Declassification on {date:yyyy-MM-dd} is more than {years} years after the message.");
        }
    }

    private static bool IsVoid(string code) => code.Length == 2 && code[0] == 'X' && char.IsAsciiDigit(code[1]);

    /// <summary>The first and the last of three numbers parted by slants, hyphens or stops; empty where the words hold no such date.</summary>
    private static (string First, string Last) DateGroups(string raw)
    {
        var start = raw.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0)
        {
            return ("", "");
        }
        var end = start;
        while (end < raw.Length && (char.IsAsciiDigit(raw[end]) || raw[end] is '/' or '-' or '.'))
        {
            end++;
        }
        var groups = raw[start..end].TrimEnd('.').Split(['/', '-', '.']);
        return groups.Length == 3 ? (groups[0], groups[2]) : ("", "");
    }
}
