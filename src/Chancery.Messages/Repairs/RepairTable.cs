using Chancery.Messages.Checks;

namespace Chancery.Messages.Repairs;

/// <summary>Which rules have a repair. A rule that is not here is mended by people only.</summary>
internal static class RepairTable
{
    /// <summary>The repair of what <paramref name="rule"/> found at a place of the view, or null.</summary>
    public static Fix? For(MessageReading reading, string rule, TextSpan place)
    {
        var site = new RepairSite(reading, place);
        return rule switch
        {
            "TX-609" when place.Start >= reading.Heading.TextStart => LostShifts.InText(site),
            "TX-108" or "TX-609" => ShiftRepairs.FormatLine(site),
            "TX-113" => HeadingRepairs.EndMark(site),
            "TX-120" => HeadingRepairs.OneSpace(site),
            "TX-201" => HeadingRepairs.EndingSerial(site),
            "TX-202" => HeadingRepairs.ValidationLine(site),
            "TX-301" => HeadingRepairs.DoubledPrecedence(site),
            "TX-406" => HeadingRepairs.AddresseeName(site),
            "TX-407" => HeadingRepairs.EndOfRouting(site),
            "TX-501" => HeadingRepairs.SecurityGroup(site),
            "CL-2" or "TX-520" => TextRepairs.SpacedLevel(site),
            "MR-5" => TextRepairs.SixDigits(site),
            "MR-7" => TextRepairs.PostName(site),
            "MR-11" => TextRepairs.PlainNumber(site),
            "NV-5" => TextRepairs.SetEnd(site),
            "PA-4" => TextRepairs.Mark(site),
            "SJ-3" => TextRepairs.SubjectOnItsLine(site),
            "SJ-4" => TextRepairs.LabelOnItsLine(site),
            "TG-2" => TagsRepairs.Separators(site),
            "TG-6" => TagsRepairs.Glued(site),
            "TG-8" => TagsRepairs.Slip(site),
            _ => null,
        };
    }
}
