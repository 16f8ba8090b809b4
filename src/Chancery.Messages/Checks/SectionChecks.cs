namespace Chancery.Messages.Checks;

/// <summary>The section mark of one message (text.md MS-2); what needs several is told by their reassembly.</summary>
internal sealed class SectionChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (reading.Text.Section is not { Of: { } of } section)
        {
            return;
        }
        var place = reading.Text.SectionSpan;
        if (section.Number is not { } number || number > of)
        {
            findings.Add("MS-2", place, $"The section mark says {section.Number ?? 0} of {of}; a number from 1 to {of} was expected.");
        }
        else if (section.Final && number != of)
        {
            findings.Add("MS-2", place, $"The final section is marked {number} of {of}; {of} was expected.");
        }
    }
}
