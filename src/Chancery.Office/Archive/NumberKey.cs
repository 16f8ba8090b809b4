using System.Globalization;

namespace Chancery.Office;

/// <summary>A message reference number without the ways of writing it: what two spellings of the same number share.</summary>
/// <param name="Year">The last two digits of the year; null where not said.</param>
/// <param name="Bare">Post and number, upper-case, without anything between: <c>NORTHPORT412</c>.</param>
public readonly record struct NumberKey(int? Year, string Bare)
{
    /// <summary>The key of a number that was read.</summary>
    public static NumberKey Of(MessageReferenceNumber mrn) =>
        new(mrn.Year % 100, Squeeze(mrn.Post) + mrn.Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A post as keys have it: upper-case, letters and digits alone.</summary>
    public static string Post(string post) => Squeeze(post);

    /// <summary>
    /// Reads any spelling: <c>northport 412</c>, <c>26 NORTHPORT 000412</c>, <c>2026NORTHPORT412</c>, <c>northport 412 of 2026</c> (handling.md 9, RE-2).
    /// False where it is none.
    /// </summary>
    public static bool TryParse(string text, out NumberKey key)
    {
        key = default;
        var all = Squeeze(YearInFront(text));
        var digits = 0;
        while (digits < all.Length && char.IsAsciiDigit(all[digits]))
        {
            digits++;
        }
        var end = all.Length;
        while (end > digits && char.IsAsciiDigit(all[end - 1]))
        {
            end--;
        }
        if (digits is not (0 or 2 or 4) || end == digits || end == all.Length || all.Length - end > 12)
        {
            return false;
        }
        var number = long.Parse(all.AsSpan(end), CultureInfo.InvariantCulture);
        int? year = digits == 0 ? null : int.Parse(all.AsSpan(digits - 2, 2), CultureInfo.InvariantCulture);
        key = new NumberKey(year, all[digits..end] + number.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary><c>northport 412 of 2026</c> as <c>2026 northport 412</c>.</summary>
    private static string YearInFront(string text)
    {
        var of = text.LastIndexOf(" of ", StringComparison.OrdinalIgnoreCase);
        var year = of < 0 ? "" : text[(of + 4)..].Trim();
        return year.Length is 2 or 4 && year.All(char.IsAsciiDigit) ? $"{year} {text[..of]}" : text;
    }

    private static string Squeeze(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
