using System.Globalization;
using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Reads the stamps that releasing offices put on copies (text.md N-9); they are cut out of the text and kept as events.</summary>
internal static class ReleaseStamp
{
    private static readonly string[] DateForms = ["d MMM yyyy", "dd MMM yyyy", "d MMMM yyyy", "MM/dd/yyyy", "yyyy-MM-dd"];

    /// <summary>A line that is a stamp and nothing else.</summary>
    public static bool Is(ReadOnlySpan<byte> text) =>
        !text.IsEmpty
        && (
            (IsSystematicReview(text) && !text.StartsWith("Markings"u8))
            || text.StartsWith("UNCLASSIFIED U.S. Department of State Case No."u8)
            || text.StartsWith("*** Current "u8)
        );

    /// <summary>The words of the stamp of the systematic review, with or without a name before them.</summary>
    public static bool IsSystematicReview(ReadOnlySpan<byte> text) =>
        text.IndexOf("Declassified/Released"u8) >= 0 || text.IndexOf("US Department of State EO Systematic Review"u8) >= 0;

    /// <summary>The event that a line tells, or null.</summary>
    public static ReleaseEvent? Read(ReadOnlySpan<byte> text)
    {
        if (!Is(text))
        {
            return null;
        }
        var raw = string.Join(' ', Encoding.UTF8.GetString(text).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        var action =
            raw.StartsWith("***", StringComparison.Ordinal) ? raw.Trim('*', ' ').Split("***")[0].Trim()
            : raw.Contains("Declassified/Released", StringComparison.Ordinal) ? "Declassified/Released"
            : "Released by case";
        return new ReleaseEvent(DateAtEnd(raw), action, raw);
    }

    /// <summary>The events that attributes tell: what was disposed, reviewed or freed of its caption, each with its day.</summary>
    public static IEnumerable<ReleaseEvent> FromAttributes(ImmutableArray<MessageAttribute> attributes)
    {
        foreach (var word in new[] { "Disposition", "Review", "Decaption" })
        {
            var action = Value(attributes, $"{word} Action");
            var date = Value(attributes, $"{word} Date");
            if (action is not null || (word == "Decaption" && date is not null))
            {
                yield return new ReleaseEvent(DateAtEnd(date ?? ""), action ?? word, $"{word}: {string.Join(' ', action, date).Trim()}");
            }
        }
    }

    private static string? Value(ImmutableArray<MessageAttribute> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.Name == name)?.Value;

    /// <summary>The day in the last one to three words.</summary>
    private static DateOnly? DateAtEnd(string text)
    {
        var words = text.TrimEnd('"', '.', ' ').Split(' ');
        for (var count = Math.Min(3, words.Length); count > 0; count--)
        {
            if (
                DateOnly.TryParseExact(
                    string.Join(' ', words[^count..]),
                    DateForms,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
            )
            {
                return date;
            }
        }
        return null;
    }
}
