using System.Text;
using Chancery.Messages.Text;

namespace Chancery.Messages.Repairs;

/// <summary>Repairs of the text's head, its sets and portion marks (text.md 4 to 17).</summary>
internal static class TextRepairs
{
    private const int FarthestMark = 100;

    /// <summary>A damaged section mark may pass for post and number.</summary>
    private static ReadOnlySpan<byte> SectionWord => "SECT"u8;

    /// <summary>CL-2, TX-520: the level with a blank between its letters.</summary>
    public static Fix? SpacedLevel(RepairSite site)
    {
        if (!LevelWord.TryRead(site.Bytes, out _, out var length))
        {
            return null;
        }
        var letters = Encoding.ASCII.GetString(site.Bytes[..length]).Replace(" ", "", StringComparison.Ordinal);
        // Two words keep a wider gap between them.
        var text = letters.Equals("TOPSECRET", StringComparison.OrdinalIgnoreCase)
            ? $"{string.Join(' ', letters[..3].AsEnumerable())}  {string.Join(' ', letters[3..].AsEnumerable())}"
            : string.Join(' ', letters.AsEnumerable());
        return
            letters.StartsWith("NATO", StringComparison.OrdinalIgnoreCase)
            || letters.StartsWith("COSMIC", StringComparison.OrdinalIgnoreCase)
            ? null
            : site.Replace("Put a blank between the letters", new TextSpan(site.Place.Start, length), text);
    }

    /// <summary>MR-5: a number of fewer digits is the same number with zeros in front.</summary>
    public static Fix? SixDigits(RepairSite site)
    {
        if (!IsTelegram(site))
        {
            return null;
        }
        var start = site.Bytes.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1;
        var digits = site.Place.Length - start;
        return
            digits is 0 or >= 6
            || IsBroken(site.Bytes, start)
            || site.Reading.Text.Mrn is not { } mrn
            || !EndsWith(site.Bytes[start..], mrn.Number)
            ? null
            : site.Replace("Fill the number up to six digits", new TextSpan(site.Place.Start + start, 0), new string('0', 6 - digits));
    }

    /// <summary>MR-7: a proposal; the near name is the only one, yet it is a guess at what was sent.</summary>
    public static Fix? PostName(RepairSite site) =>
        IsTelegram(site) && site.Reading.Text.Mrn is { } mrn && !site.Bytes.StartsWith(SectionWord)
            ? site.Replace($"Write {mrn.Post}", site.Place, mrn.Post, isSafe: false)
            : null;

    /// <summary>MR-11: post, one blank, number; only where no letter and no digit has to go.</summary>
    public static Fix? PlainNumber(RepairSite site)
    {
        var bytes = site.Bytes;
        var number = bytes.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1;
        var post = number;
        while (post > 0 && !char.IsAsciiLetterOrDigit((char)bytes[post - 1]))
        {
            post--;
        }
        return
            !IsTelegram(site)
            || post == 0
            || number == bytes.Length
            || IsBroken(bytes, number)
            || bytes.StartsWith(SectionWord)
            || !char.IsAsciiLetter((char)bytes[0])
            || bytes[..post].ContainsAny("()\r\n"u8)
            ? null
            : site.Replace(
                "Leave one blank before the number",
                TextSpan.FromBounds(site.Place.Start + post, site.Place.Start + number),
                " "
            );
    }

    /// <summary><c>0O17</c>, <c>O526</c>, <c>9 3311</c>: a letter or a blank among the figures; what is meant by the number is read, not printed.</summary>
    private static bool IsBroken(ReadOnlySpan<byte> bytes, int number) =>
        number >= 2
        && (
            char.IsAsciiDigit((char)bytes[number - 2])
                ? bytes[number - 1] == ' ' || char.IsAsciiLetter((char)bytes[number - 1])
                : bytes[number - 2] == ' ' && char.IsAsciiLetter((char)bytes[number - 1])
        );

    /// <summary>NV-5: the set ends where the next one begins.</summary>
    public static Fix? SetEnd(RepairSite site)
    {
        var content = site.Reading.Text.SubjectSpan;
        var end = content.End;
        // Slants behind a colon would make a web address of it.
        if (end < site.Place.Start || end > site.Place.End || content.IsEmpty || site.View[end - 1] is (byte)':' or (byte)'/')
        {
            return null;
        }
        return end < site.Place.End && site.View[end] == '/'
            ? site.Replace("End the set with two slants", new TextSpan(end + 1, 0), "/")
            : site.Replace("End the set with two slants", new TextSpan(end, 0), "//");
    }

    /// <summary>PA-4: the mark in capitals between one pair of brackets, where it names one level.</summary>
    public static Fix? Mark(RepairSite site)
    {
        foreach (var paragraph in site.Reading.Text.Paragraphs)
        {
            // Without edits places of the view are places of the raw bytes.
            if (paragraph.Portion is not { } mark || paragraph.Span.Start != site.Place.Start || !site.Reading.View.Edits.IsEmpty)
            {
                continue;
            }
            var printed = Encoding.UTF8.GetBytes(mark.Raw);
            var from = site.View[site.Place.Start..Math.Min(site.View.Length, paragraph.Span.End)];
            var at = from[..Math.Min(from.Length, FarthestMark)].IndexOf(printed);
            var inner = mark.Raw.Trim(' ', '(', ')').ToUpperInvariant();
            var text = $"({inner})";
            var parts = inner.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (at < 0 || parts.Length == 0 || parts[0] != mark.Level.Mark() || parts.Skip(1).Any(IsLevel))
            {
                return null;
            }
            var end = site.Place.Start + at + printed.Length;
            var isOpen = mark.Raw[^1] != ')';
            // A level above that of the message makes it a graver matter than its spelling.
            var isSafe = mark.Level.Rank() <= (site.Reading.Text.Classification?.Level.Rank() ?? 0);
            return site.Replace($"Write {text}", TextSpan.FromBounds(site.Place.Start + at, end), isOpen ? text + " " : text, isSafe);
        }
        return null;
    }

    /// <summary>SJ-3: the words move up to their label; only line ends and blanks between are lost.</summary>
    public static Fix? SubjectOnItsLine(RepairSite site)
    {
        var between = TextSpan.FromBounds(site.Place.Start, site.Reading.Text.SubjectSpan.Start);
        var label = between.Start;
        while (label > 0 && Words.IsBlank(site.View[label - 1]))
        {
            label--;
        }
        between = TextSpan.FromBounds(label, between.End);
        // Without its colon a label in small letters is one only where it stands alone.
        return
            between.IsEmpty
            || label == 0
            || (site.View[label - 1] is not ((byte)':' or (byte)';' or (byte)'.') && !Words.IsUpper(site.View[label - 1]))
            || site.View.Slice(between.Start, between.Length).ContainsAnyExcept(" \t\r\n"u8)
            ? null
            : site.Replace("Put the subject on its line", between, " ");
    }

    /// <summary>SJ-4: a label begins a line.</summary>
    public static Fix? LabelOnItsLine(RepairSite site) =>
        site.Replace("Put the label on a line of its own", new TextSpan(site.Place.End - 1, 0), site.LineEnd());

    /// <summary>Behind the level of a general message stands its title with a serial, which is no number of a post.</summary>
    private static bool IsTelegram(RepairSite site) => site.Reading.Text.Family is TextFamily.State2000 or TextFamily.Nara1970;

    private static bool IsLevel(string word) => Levels.TryParse(word, out _);

    private static bool EndsWith(ReadOnlySpan<byte> digits, long number) =>
        int.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var printed) && printed == number;
}
