namespace Chancery.Messages.Writing;

/// <summary>What was written, read again and held against what was to be written.</summary>
internal sealed class Proof(Message sent, ImmutableArray<Message> read)
{
    /// <summary>The fields that came out otherwise. Of one section among several only what every section says is compared in the text.</summary>
    public (List<string> Heading, List<string> Text) Differences(bool isSection)
    {
        if (read.Length != 1)
        {
            return (["number of messages"], []);
        }
        var keyboard = Keyboard.Of(sent.Profile);
        var heading = FieldDifferences.OfHeading(sent, read[0], keyboard);
        if (sent.Profile != read[0].Profile)
        {
            heading.Add("profile");
        }
        var text = isSection
            ? FieldDifferences.OfText(Common(sent), Common(read[0]), keyboard)
            : FieldDifferences.OfText(sent, read[0], keyboard);
        return (heading, text);
    }

    private static Message Common(Message message) =>
        new()
        {
            Classification = message.Classification,
            Section = message.Section,
            Mrn = message.Mrn,
            Declassification = message.Declassification,
        };
}
