namespace Chancery.Messages;

/// <summary>Names, ranks and marks of <see cref="Level"/>.</summary>
public static class Levels
{
    /// <summary>Every level, lowest first.</summary>
    public static ReadOnlySpan<Level> All =>
        [Level.Unclassified, Level.Fouo, Level.Sbu, Level.Lou, Level.Restricted, Level.Confidential, Level.Secret, Level.TopSecret];

    /// <summary>The rank by which clearances are compared, 0 to 5 (classification.csv).</summary>
    public static int Rank(this Level level) =>
        level switch
        {
            Level.Unclassified => 0,
            Level.Fouo or Level.Sbu or Level.Lou => 1,
            Level.Restricted => 2,
            Level.Confidential => 3,
            Level.Secret => 4,
            _ => 5,
        };

    /// <summary>The name in the JSON contract, such as <c>TOP SECRET</c> or <c>LOU</c>.</summary>
    public static string Name(this Level level) =>
        level switch
        {
            Level.Unclassified => "UNCLASSIFIED",
            Level.Fouo => "FOUO",
            Level.Sbu => "SBU",
            Level.Lou => "LOU",
            Level.Restricted => "RESTRICTED",
            Level.Confidential => "CONFIDENTIAL",
            Level.Secret => "SECRET",
            _ => "TOP SECRET",
        };

    /// <summary>The letters inside a portion mark, such as <c>C</c> or <c>SBU</c>.</summary>
    public static string Mark(this Level level) =>
        level switch
        {
            Level.Unclassified => "U",
            Level.Fouo => "FOUO",
            Level.Sbu => "SBU",
            Level.Lou => "LOU",
            Level.Restricted => "R",
            Level.Confidential => "C",
            Level.Secret => "S",
            _ => "TS",
        };

    /// <summary>Reads a level as people write it: its name, its mark, <c>UNCLAS</c> or <c>TOPSECRET</c>, in any case. False where it is none.</summary>
    public static bool TryParse(string? text, out Level level)
    {
        foreach (var candidate in All)
        {
            if (
                string.Equals(candidate.Name(), text, StringComparison.OrdinalIgnoreCase)
                || string.Equals(candidate.Mark(), text, StringComparison.OrdinalIgnoreCase)
            )
            {
                level = candidate;
                return true;
            }
        }
        level = text?.ToUpperInvariant() switch
        {
            "UNCLAS" => Level.Unclassified,
            "TOPSECRET" or "TOP-SECRET" or "TOP_SECRET" => Level.TopSecret,
            "LIMITED OFFICIAL USE" => Level.Lou,
            "SENSITIVE BUT UNCLASSIFIED" => Level.Sbu,
            "FOR OFFICIAL USE ONLY" => Level.Fouo,
            _ => (Level)255,
        };
        return level <= Level.TopSecret;
    }

    /// <summary>The higher of two, by rank and then by order; null counts as lowest.</summary>
    public static Level? Highest(Level? a, Level? b) =>
        a is null ? b
        : b is null ? a
        : a.Value >= b.Value ? a
        : b;
}
