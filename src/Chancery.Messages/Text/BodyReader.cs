namespace Chancery.Messages.Text;

/// <summary>Reads the text of a message: picks the family and hands the lines to its reader.</summary>
internal static class BodyReader
{
    /// <summary>Reads the text; never throws on input.</summary>
    public static TextReading Read(TextContext context)
    {
        var isReleased = context.Profile == Profile.Reading && !context.IsKeptPlain && ReleasedCopy.IsOne(context);
        context = isReleased ? ReleasedCopy.WithoutStamps(context) : context;
        var lines = new TextLines(context);
        var reading = new TextReading(context.Tools.Text.Clear());
        if (isReleased)
        {
            reading.Family = TextFamily.Nara1970;
            ReleasedCopy.Read(context, reading);
        }
        if (lines.First == lines.End)
        {
            return reading;
        }
        reading.Family =
            isReleased ? TextFamily.Nara1970
            : context.IsKeptPlain ? TextFamily.Plain
            : FamilyFinder.Find(lines);
        switch (reading.Family)
        {
            case TextFamily.State2000 or TextFamily.Nara1970:
                new StateTextReader(lines, reading).Read();
                break;
            case TextFamily.NavalSet or TextFamily.NavalPlain:
                new NavalTextReader(lines, reading).Read();
                break;
            default:
                new PlainTextReader(lines, reading).Read();
                break;
        }
        return reading;
    }
}
