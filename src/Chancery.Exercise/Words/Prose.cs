using System.Text;

namespace Chancery.Exercise.Words;

/// <summary>Writes sentences and paragraphs. Not shared: it holds the dice of one exercise.</summary>
internal sealed class Prose(Dice dice)
{
    private static readonly ImmutableArray<string> Weekdays =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];

    private static readonly ImmutableArray<string> Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    private readonly StringBuilder text = new();

    /// <summary>Sentences of one theme, at least <paramref name="length"/> characters long.</summary>
    public string Paragraph(ImmutableArray<SentencePattern> patterns, Theme theme, DateOnly today, int length)
    {
        text.Clear();
        while (text.Length < length)
        {
            if (text.Length > 0)
            {
                text.Append(' ');
            }
            Sentence(dice.Pick(patterns), theme, today);
        }
        return text.ToString();
    }

    /// <summary>A subject of a theme, such as <c>Harbour works at Dunmere</c>.</summary>
    public string Title(Theme theme) => dice.Pick(theme.Titles) + " " + dice.PickUneven(Lexicon.Instance.Places);

    /// <summary>A person's full name.</summary>
    public string Person() => dice.Pick(Lexicon.Instance.GivenNames) + " " + dice.PickUneven(Lexicon.Instance.Surnames);

    /// <summary>A date as prose has it, such as <c>12 January</c>.</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]}");

    private void Sentence(SentencePattern pattern, Theme theme, DateOnly today)
    {
        var first = text.Length;
        for (var i = 0; i < pattern.Slots.Length; i++)
        {
            text.Append(pattern.Pieces[i]);
            Fill(pattern.Slots[i], theme, today);
        }
        text.Append(pattern.Pieces[^1]);
        text[first] = char.ToUpperInvariant(text[first]);
    }

    private void Fill(char slot, Theme theme, DateOnly today)
    {
        var words = Lexicon.Instance;
        switch (slot)
        {
            case 'p':
                text.Append(dice.PickUneven(words.Roles)).Append(' ').Append(dice.PickUneven(words.Surnames));
                break;
            case 's':
                text.Append(dice.PickUneven(words.Surnames));
                break;
            case 'l':
                text.Append(dice.PickUneven(words.Places));
                break;
            case 'f':
                text.Append(dice.PickUneven(words.Firms));
                break;
            case 'b':
                text.Append(dice.PickUneven(words.Bodies));
                break;
            case 'u':
                text.Append("the ").Append(dice.Pick(words.Units));
                break;
            case 'i':
                text.Append(dice.Pick(words.Items));
                break;
            case 'n' or 'm':
                NounPhrase(theme);
                break;
            case 'v':
                text.Append(dice.PickUneven(dice.PerMille(300) ? theme.Verbs : words.Verbs));
                break;
            case 'a':
                Adjective(dice.PickUneven(words.Adjectives));
                break;
            case 'w':
                text.Append(Noun(theme));
                break;
            case 'h':
                text.Append(dice.PickUneven(words.Adverbs));
                break;
            case 't':
                text.Append(dice.Pick(Weekdays));
                break;
            case 'c':
                text.Append(Proper(dice.Pick(World.Stations.Posts).Name));
                break;
            case 'k':
                text.Append(dice.PickUneven(words.Ships));
                break;
            case 'd':
                text.Append(Date(today.AddDays(dice.Between(-20, 40))));
                break;
            case 'q':
                text.Append(dice.Between(3, 900));
                break;
            case 'x':
                text.Append(dice.Between(2, 60)).Append(" percent");
                break;
            default:
                text.Append(dice.Between(2, 90)).Append(dice.PerMille(500) ? " thousand crowns" : " million crowns");
                break;
        }
    }

    /// <summary>Appends an adjective; an article in front of a vowel becomes <c>an</c>.</summary>
    private void Adjective(string word)
    {
        var isArticle =
            text.Length >= 2
            && text[^1] == ' '
            && text[^2] is 'a' or 'A'
            && (text.Length == 2 || text[^3] == ' ')
            && word[0] is 'a' or 'e' or 'i' or 'o' or 'u';
        if (isArticle)
        {
            text.Insert(text.Length - 1, 'n');
        }
        text.Append(word);
    }

    private void NounPhrase(Theme theme)
    {
        text.Append("the ");
        if (dice.PerMille(550))
        {
            text.Append(dice.PickUneven(Lexicon.Instance.Adjectives)).Append(' ');
        }
        text.Append(Noun(theme));
        if (dice.PerMille(350))
        {
            text.Append(' ').Append(dice.PickUneven(Lexicon.Instance.Nouns));
        }
        if (dice.PerMille(150))
        {
            text.Append(" of ").Append(dice.PickUneven(Lexicon.Instance.Places));
        }
    }

    private string Noun(Theme theme) => dice.PickUneven(dice.PerMille(650) ? theme.Nouns : Lexicon.Instance.Nouns);

    private static string Proper(string name) =>
        string.Create(
            name.Length,
            name,
            static (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = i == 0 || from[i - 1] == ' ' ? from[i] : char.ToLowerInvariant(from[i]);
                }
            }
        );
}
