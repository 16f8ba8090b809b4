using System.Buffers;
using System.Globalization;
using System.Text;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Writing;

/// <summary>
/// The characters of a circuit (transmission.md 1.1): letters become capitals, signs that the keyboard lacks become the words or signs of the table
/// <c>keyboard.csv</c>. What the table has no row for stays out and is named.
/// </summary>
internal sealed class Keyboard
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \n";

    private static readonly Lazy<(Keyboard UnitedStates, Keyboard Base)> Both = new(static () =>
    {
        var rows = Csv.Rows(Csv.Embedded("keyboard.csv"))
            .Skip(1)
            .Select(row => (Code: (char)int.Parse(row.Fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), row.Fields))
            .ToList();
        return (
            new Keyboard(Letters + "-?:(),./$&#\";!@'+=", rows.ToDictionary(r => r.Code, r => r.Fields[1])),
            new Keyboard(Letters + "-?:(),./", rows.ToDictionary(r => r.Code, r => r.Fields[2]))
        );
    });

    private readonly SearchValues<char> keys;
    private readonly Dictionary<char, string> instead;

    private Keyboard(string keys, Dictionary<char, string> instead)
    {
        this.keys = SearchValues.Create(keys);
        this.instead = instead;
    }

    /// <summary>The keyboard on which messages of a profile are typed.</summary>
    public static Keyboard Of(Profile profile) => profile == Profile.Acp127 ? Both.Value.Base : Both.Value.UnitedStates;

    /// <summary>The words as this keyboard types them; characters it cannot type are left out and added to <paramref name="missing"/>.</summary>
    public string Type(string text, ISet<int>? missing = null)
    {
        if (!text.AsSpan().ContainsAnyExcept(keys))
        {
            return text;
        }
        var typed = new StringBuilder(text.Length + 8);
        var quotes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var capital = rune.Value <= char.MaxValue ? char.ToUpperInvariant((char)rune.Value) : '\0';
            if (capital != 0 && keys.Contains(capital))
            {
                typed.Append(capital);
            }
            else if (capital == '\t')
            {
                typed.Append(' ');
            }
            else if (instead.TryGetValue(capital, out var words))
            {
                Append(typed, words == "QUOTE" ? (quotes++ % 2 == 0 ? "QUOTE " : " UNQUOTE") : words);
            }
            else if (capital is not ('\r' or '\f' or '\uFEFF' or '\u00AD'))
            {
                missing?.Add(rune.Value);
            }
        }
        return typed.ToString();
    }

    /// <summary>The words in one line with single blanks, as this keyboard types them: two texts that agree in it say the same.</summary>
    public string Words(string? text, ISet<int>? missing = null)
    {
        if (text is null)
        {
            return "";
        }
        var typed = Type(text, missing);
        return typed.AsSpan().Contains('\n') || typed.Contains("  ", StringComparison.Ordinal) || typed is [' ', ..] or [.., ' ']
            ? string.Join(' ', typed.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            : typed;
    }

    /// <summary>A word for a sign stands apart from what is before it, by one blank.</summary>
    private static void Append(StringBuilder typed, string words)
    {
        var isApart = words is [' ', ..] && (typed.Length == 0 || typed[^1] is ' ' or '\n');
        typed.Append(isApart ? words[1..] : words);
    }
}
