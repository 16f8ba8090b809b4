using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Reads <c>STATE FOR EUR/RUS (NAME), EUR/ACE</c>, <c>DEPT PASS TO …</c>, <c>FOR …</c> (text.md CP-3).</summary>
internal static class PassingWords
{
    private const int LongestTarget = 40;
    private const int LongestBureau = 4;

    public static PassingLine? TryRead(ReadOnlySpan<byte> line)
    {
        if (line.Length < 5 || line.Length > 300)
        {
            return null;
        }
        var text = Encoding.UTF8.GetString(line);
        if (Starts(text, "FOR "))
        {
            return Make(null, text[4..]);
        }
        foreach (var middle in (ReadOnlySpan<string>)[" PLEASE PASS ", " PASS TO ", " PASS ", ": FOR ", " FOR "])
        {
            var at = text.IndexOf(middle, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && at <= LongestTarget && IsTarget(text[..at]))
            {
                var rest = text[(at + middle.Length)..];
                rest = Starts(rest, "TO ") ? rest[3..] : rest;
                return Make(text[..at].ToUpperInvariant(), rest);
            }
        }
        foreach (var target in (ReadOnlySpan<string>)["DEPARTMENT ", "DEPT "])
        {
            if (Starts(text, target) && text.Length > target.Length)
            {
                return Make(target.TrimEnd(), text[target.Length..]);
            }
        }
        return null;
    }

    private static bool Starts(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>A target is a name in capitals; a sentence is none.</summary>
    private static bool IsTarget(string text) => text.All(c => char.IsAsciiLetterUpper(c) || c is ' ' or '/' or '-' or '.' or ',');

    private static PassingLine? Make(string? target, string list)
    {
        var offices = ImmutableArray.CreateBuilder<string>();
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (
            var part in list.Replace(" AND ", ",", StringComparison.OrdinalIgnoreCase).Split([',', ';'], StringSplitOptions.TrimEntries)
        )
        {
            var item = part.TrimEnd('.');
            var bracket = item.IndexOf('(', StringComparison.Ordinal);
            if (bracket >= 0)
            {
                AddIfFilled(names, item[(bracket + 1)..].TrimEnd(')', ' '));
                item = item[..bracket].TrimEnd();
            }
            // "POL:JROE", as a drafting line writes it: an office and its man.
            var colon = item.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                AddIfFilled(names, item[(colon + 1)..].Trim());
                AddIfFilled(offices, item[..colon].TrimEnd());
                continue;
            }
            var dash = item.IndexOf('-', StringComparison.Ordinal);
            if (dash > 0 && item.Contains('/', StringComparison.Ordinal))
            {
                AddIfFilled(names, item[(dash + 1)..].Trim());
                item = item[..dash].TrimEnd();
            }
            var isOffice =
                item.Contains('/', StringComparison.Ordinal)
                || item.Contains(' ', StringComparison.Ordinal)
                || item.Length <= LongestBureau;
            AddIfFilled(isOffice ? offices : names, item);
        }
        return offices.Count + names.Count == 0 ? null : new PassingLine(target, offices.ToImmutable(), names.ToImmutable());
    }

    private static void AddIfFilled(ImmutableArray<string>.Builder list, string item)
    {
        if (item.Length > 0)
        {
            list.Add(item);
        }
    }
}
