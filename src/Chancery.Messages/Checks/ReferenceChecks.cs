namespace Chancery.Messages.Checks;

/// <summary>What a telegram refers to (text.md 11).</summary>
internal sealed class ReferenceChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (text.References.IsEmpty)
        {
            return;
        }
        var own = text.Mrn;
        var time = reading.Heading.Dtg?.Utc;
        foreach (var reference in text.References)
        {
            if (
                own is not null
                && reference.Mrn is { } cited
                && (cited.Year, cited.Post, cited.Number) == (own.Year, own.Post, own.Number)
                && own.Year is not null
            )
            {
                findings.Add("RF-8", text.ReferencesSpan, $"{reference.Raw} is this message itself.");
            }
            else if (reference.Dtg is { Utc: { } later } && later > time && text.Family == TextFamily.State2000)
            {
                findings.Add("RF-8", text.ReferencesSpan, $"{reference.Raw} is later than this message.");
            }
            else if (reference.Mrn is { Year: { } year } && year > time?.Year)
            {
                findings.Add("RF-8", text.ReferencesSpan, $"{reference.Raw} is of {year}, later than this message.");
            }
            if (reference.Kind == ReferenceKind.Airgram)
            {
                findings.Add("MR-12", text.ReferencesSpan, $"{reference.Raw} is an airgram; its number belongs to a series of its own.");
            }
            if (
                reference.Kind == ReferenceKind.Unknown
                && text.Family == TextFamily.State2000
                && Text.ReferenceWords.BeginsWithNoPost(reference.Raw)
            )
            {
                findings.Add("RF-9", text.ReferencesSpan, $"{reference.Raw} looks like a reference and names no message.");
            }
        }
    }
}
