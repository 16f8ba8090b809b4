namespace Chancery.Exercise.Forms;

/// <summary>How a message cites another one (text.md 11).</summary>
internal static class ReferenceForm
{
    /// <summary>The reference as a State telegram prints it, and what it says.</summary>
    public static MessageReference Cite(Citation citation, Draft draft, string? label)
    {
        switch (citation.Kind)
        {
            case ReferenceKind.Cable:
                var year = citation.Time.Year;
                var text = string.Create(CultureInfo.InvariantCulture, $"{citation.From.Name} {citation.Number}");
                if (year != draft.Time.Year)
                {
                    text = string.Create(CultureInfo.InvariantCulture, $"{year % 100:00} {text}");
                }
                return new MessageReference(label, ReferenceKind.Cable, text)
                {
                    Mrn = new MessageReferenceNumber(year, citation.From.Name, citation.Number, text),
                    Flags = citation.IsNotal ? ["NOTAL"] : [],
                };
            case ReferenceKind.Email:
                var mail = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{citation.Pair} EMAIL {citation.Time.Day} {Print.Month(citation.Time)} {citation.Time.Year}"
                );
                return new MessageReference(label, ReferenceKind.Email, mail)
                {
                    Date = DateOnly.FromDateTime(citation.Time.UtcDateTime),
                    Text = mail,
                };
            default:
                var dtg = Print.Dtg(citation.Time, longYear: false);
                return new MessageReference(label, ReferenceKind.Military, $"{citation.From.Plad} {dtg.Raw}")
                {
                    Dtg = dtg,
                    Originator = citation.From.Plad,
                };
        }
    }
}
