using Chancery.Messages.Heading;
using Chancery.Messages.Text;

namespace Chancery.Messages.Checks;

/// <summary>The highest level anywhere in a message, by which reading rights go (design: effectiveLevel).</summary>
internal static class HighestLevel
{
    /// <summary>Of two places with the same level the classification line is named first.</summary>
    public static EffectiveLevel Of(MessageReading reading)
    {
        var (heading, text) = (reading.Heading, reading.Text);
        (Level? Level, string Source) highest = default;
        Raise(ref highest, text.Classification?.Level, "classification line");
        Raise(ref highest, heading.SecurityProsign == "HH" ? Level.Confidential : null, "security prosign");
        Raise(ref highest, CalledLevel(heading.Called), "format line 2");
        Raise(ref highest, heading.Security?.Level, "security warning");
        Raise(ref highest, heading.BannerLevel, "banner");
        Raise(ref highest, PageLevel(reading), "page line");
        Raise(ref highest, text.HighestInside, text.HighestInsideSource ?? "text");
        return highest.Level is { } level ? new EffectiveLevel(level, highest.Source) : EffectiveLevel.None;
    }

    /// <summary>The level printed on a page line, or null.</summary>
    public static Level? OfPageLine(ReadOnlySpan<byte> line)
    {
        var groups = new GroupCursor(line);
        for (var seen = 0; groups.Next() && seen < 8; seen++)
        {
            if (LevelWord.TryRead(line[groups.Start..], out var level, out _))
            {
                return level;
            }
        }
        return null;
    }

    private static Level? CalledLevel(CalledStations? called)
    {
        if (called is not { ClassLetter: { } letter, ClassRedundancy: { } redundancy })
        {
            return null;
        }
        var level = SecurityLetter.Level((byte)letter);
        var isReleased = !SecurityLetter.ReleaseCode(redundancy).IsEmpty;
        for (var i = 0; i < (isReleased ? redundancy.Length - 2 : redundancy.Length); i++)
        {
            level = Levels.Highest(level, SecurityLetter.Level((byte)redundancy[i]));
        }
        return level;
    }

    private static Level? PageLevel(MessageReading reading)
    {
        Level? level = null;
        foreach (var page in reading.Heading.PageLines)
        {
            level = Levels.Highest(level, OfPageLine(reading.Lines.Text(page)));
        }
        return level;
    }

    private static void Raise(ref (Level? Level, string Source) highest, Level? level, string source)
    {
        if (level is { } found && (highest.Level is not { } known || found > known))
        {
            highest = (found, source);
        }
    }
}
