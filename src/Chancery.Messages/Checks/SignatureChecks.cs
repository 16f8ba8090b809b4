namespace Chancery.Messages.Checks;

/// <summary>Who signed or released (text.md 14, X-14).</summary>
internal sealed class SignatureChecks : CheckGroup
{
    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        var text = reading.Text;
        if (!reading.IsTransmission || reading.IsShortService || text.Paragraphs.IsEmpty || text.Section is { } section && !IsLast(section))
        {
            return;
        }
        var place = new TextSpan(Math.Max(reading.Heading.TextStop - 1, reading.Heading.TextStart), 0);
        if (text.Family == TextFamily.State2000 && text.Signature is null)
        {
            findings.Add("X-14", place, "Nobody signed the message.");
        }
        else if (text.Family is TextFamily.NavalSet or TextFamily.NavalPlain && text.Releaser is null)
        {
            findings.Add("SG-4", place, "Nobody is named who released the message.");
        }
    }

    private static bool IsLast(Section section) => section.Final || (section.Number is { } number && number == section.Of);
}
