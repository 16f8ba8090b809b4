using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>Reads <c>Classified By: title name for reasons 1.4 (b) and (d).</c> in its many forms (text.md 12).</summary>
internal static class AuthorityBlock
{
    /// <summary>So far behind the label a sentence may say once more that somebody classified it.</summary>
    private const int LongestSentence = 50;

    private static readonly string[] CutWords =
    [
        "FOR REASON",
        "REASON",
        "FOR E.O",
        "E.O.",
        "UNDER E.O",
        "PER E.O",
        "DECLASSIFY ON",
        "DERIVED FROM",
        "SECTION 1.",
    ];
    private static readonly FrozenSet<string> SmallWords = FrozenSet.Create(
        (
            "a ad affairs al and as at author bin by de deb del della den der di do dos du e el for from ibn ii in interim la le los of on or "
            + "per reason reasons section the to under van von with y zu"
        ).Split(' ')
    );
    private static readonly SearchValues<string> AnyCut = SearchValues.Create(CutWords, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The line after the block that begins on line <paramref name="index"/>, the block joined to one line, and where on its last line a paragraph
    /// begins that lost its line end (or -1; then <c>Next</c> is that line).
    /// </summary>
    public static (int Next, string Raw, int Glued) Gather(TextLines lines, int index, int from)
    {
        var block = new StringBuilder();
        var next = index;
        for (; next < lines.End; next++)
        {
            if (lines.IsPage(next))
            {
                continue;
            }
            var span = next == index ? TextSpan.FromBounds(from, lines[next].End) : lines[next];
            if (span.IsEmpty || (next > index && Ends(lines.Slice(span))))
            {
                break;
            }
            var glued = ParagraphStart.IndexInside(lines.Slice(span));
            span = glued > 0 ? span with { Length = glued } : span;
            var words = lines.Decode(span).TrimEnd().Replace('\t', ' ');
            block.Append(block.Length > 0 && !IsCutName(block, words) ? " " : "").Append(words);
            if (glued > 0)
            {
                return (next, block.ToString(), span.End);
            }
        }
        return (next, block.ToString(), -1);
    }

    /// <summary>
    /// A word with small letters that a fixed width cut in two, a name most often: <c>Jane Solh</c> and below it <c>eim, reasons …</c>. Words that names
    /// and sentences have in small letters are none.
    /// </summary>
    private static bool IsCutName(StringBuilder block, string line)
    {
        var length = 0;
        while (length < line.Length && char.IsAsciiLetterLower(line[length]))
        {
            length++;
        }
        return length is > 0 and <= 8
            && (length == line.Length || line[length] is ' ' or ',' or '.' or ';')
            && char.IsAsciiLetterLower(block[^1])
            && char.IsAsciiLetterUpper(FirstOfLastWord(block))
            && !SmallWords.Contains(line[..length]);
    }

    private static char FirstOfLastWord(StringBuilder block)
    {
        var at = block.Length - 1;
        while (at > 0 && block[at - 1] != ' ')
        {
            at--;
        }
        return block[at];
    }

    /// <summary>Takes the joined block apart.</summary>
    public static ClassificationAuthority Read(string raw)
    {
        var derivedFrom = After(raw, "DERIVED FROM");
        var head = Rejoined(WithoutIntroductions(NameFirst(raw)));
        var reasons = ReasonWords.Read(head, out var reasonsAt);
        head = WithoutJoints(head[..Math.Min(reasonsAt, Cut(head))]);
        var (title, name, agency) =
            derivedFrom is not null && head.StartsWith("DERIVED", StringComparison.OrdinalIgnoreCase)
                ? (null, null, null)
                : AuthorityNames.Split(head);
        return new ClassificationAuthority(title, name, raw)
        {
            Agency = agency,
            Reasons = reasons,
            DerivedFrom = derivedFrom,
        };
    }

    /// <summary><c>This message was classified by …</c> from the label on.</summary>
    private static string FromLabel(string raw) =>
        raw.IndexOf("CLASSIFIED BY", 0, Math.Min(raw.Length, LongestSentence), StringComparison.OrdinalIgnoreCase) is > 0 and var label
            ? raw[label..]
            : raw;

    /// <summary><c>Reason: 1.4 (b). Classified By: DCM Jane Doe</c> with the reason behind the name.</summary>
    private static string NameFirst(string raw) =>
        raw.StartsWith("REASON", StringComparison.OrdinalIgnoreCase)
        && raw.IndexOf("CLASSIFIED BY", StringComparison.OrdinalIgnoreCase) is > 0 and var name
            ? $"{raw[name..]} {raw[..name]}"
            : raw;

    private static bool Ends(ReadOnlySpan<byte> text)
    {
        if (ParagraphStart.TryRead(text, out var paragraph) && (paragraph.HasMark || paragraph.Number == 1))
        {
            return true;
        }
        return text.StartsWith("----"u8)
            || PassageLabel.TryRead(text, out _, out _, out _)
            || (
                Labels.TryRead(text, out var label, out _)
                && label is TextLabel.Tags or TextLabel.Subject or TextLabel.Reference or TextLabel.ExecutiveOrder
            );
    }

    /// <summary>Leaves out <c>Classified By:</c>, doubled or behind a number and a mark (CB-4).</summary>
    private static string WithoutIntroductions(string raw)
    {
        while (true)
        {
            var bytes = Encoding.UTF8.GetBytes(raw);
            if (Labels.TryRead(bytes, out var label, out var length) && label == TextLabel.ClassifiedBy)
            {
                raw = Encoding.UTF8.GetString(bytes.AsSpan(length)).TrimStart(' ', ':');
                raw = raw.StartsWith("THIS ", StringComparison.OrdinalIgnoreCase) ? FromLabel(raw) : raw;
            }
            else if (PortionMark.TryRead(bytes, behindNumber: false, out _, out length))
            {
                raw = Encoding.UTF8.GetString(bytes.AsSpan(length)).TrimStart();
            }
            else
            {
                return raw;
            }
        }
    }

    /// <summary>Joins words that a fixed width cut: <c>for re asons</c>, <c>a nd (d)</c> (N-10, CB-3).</summary>
    private static string Rejoined(string head)
    {
        if (!NeedsJoining(head))
        {
            return head;
        }
        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var joined = new StringBuilder(head.Length);
        for (var i = 0; i < words.Length; i++)
        {
            joined.Append(i == 0 ? "" : " ").Append(words[i]);
            if (i + 1 < words.Length && IsCutWord(words[i], words[i + 1]))
            {
                joined.Append(words[++i]);
            }
        }
        return joined.ToString();
    }

    /// <summary>True where two words are one that was cut, or blanks stand where none are wanted.</summary>
    private static bool NeedsJoining(ReadOnlySpan<char> head)
    {
        ReadOnlySpan<char> last = [];
        foreach (var range in head.Split(' '))
        {
            var word = head[range];
            if (word.IsEmpty || IsCutWord(last, word))
            {
                return true;
            }
            last = word;
        }
        return false;
    }

    private static bool IsCutWord(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        second = second.TrimEnd(":.,");
        Span<char> both = stackalloc char[7];
        if (first.IsEmpty || first.Length + second.Length is < 3 or > 7)
        {
            return false;
        }
        first.ToUpperInvariant(both);
        second.ToUpperInvariant(both[first.Length..]);
        return both[..(first.Length + second.Length)] is "REASON" or "REASONS" or "AND" or "FOR";
    }

    /// <summary>Leaves out words that only lead to the name or from it to the reasons: <c>Per … pursuant to</c>.</summary>
    private static string WithoutJoints(string head)
    {
        while (true)
        {
            head = head.Trim(' ', ',', ';', ':', '-', '(', '[');
            if (head.EndsWith(" .", StringComparison.Ordinal))
            {
                // A line end stood between the name and its full stop.
                head = head[..^2];
                continue;
            }
            var first = head.IndexOf(' ');
            if (first > 0 && head[..first].ToUpperInvariant() is "PER" or "BY" or "THE" or "FOR")
            {
                head = head[first..];
                continue;
            }
            var last = head.LastIndexOf(' ') + 1;
            if (last > 0 && (IsSectionOfOrder(head, last) || IsNearReasons(head.AsSpan(last).TrimEnd("sS."))))
            {
                head = head[..last];
                continue;
            }
            if (
                last > 0
                && head[last..].TrimEnd('.').ToUpperInvariant()
                    is "PER"
                        or "FOR"
                        or "UNDER"
                        or "PURSUANT"
                        or "TO"
                        or "WITH"
                        or "ACCORDANCE"
                        or "IN"
                        or "ON"
                        or "BASED"
                        or "AS"
                        or "SECTIONS"
                        or "SEC"
                        or "PARA"
                        or "DUE"
                        or "BECAUSE"
                        or "OF"
                        or "THE"
                        or "AND"
            )
            {
                head = head[..last];
                continue;
            }
            return head;
        }
    }

    /// <summary><c>for resaons 1.4</c>: the word with letters lost, changed or in another order.</summary>
    private static bool IsNearReasons(ReadOnlySpan<char> word)
    {
        Span<char> upper = stackalloc char[8];
        if (word.Length is < 5 or > 8)
        {
            return false;
        }
        upper = upper[..word.ToUpperInvariant(upper)];
        return upper[0] == 'R' && (EditDistance.Within(upper, "REASON", 1) <= 1 || EditDistance.IsSwapped(upper, "REASON"));
    }

    /// <summary><c>under Section</c> leads to the reasons; <c>Political Section</c> is an office.</summary>
    private static bool IsSectionOfOrder(string head, int last)
    {
        if (!head.AsSpan(last).Equals("SECTION", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        var front = head.AsSpan(0, last).TrimEnd();
        return !AuthorityNames.IsPosition(front[(front.LastIndexOf(' ') + 1)..].ToString());
    }

    /// <summary>Where the words about reasons or declassification begin.</summary>
    private static int Cut(string head)
    {
        var glued = 0;
        for (var at = 0; head.AsSpan(at).IndexOfAny(AnyCut) is >= 0 and var next; at++)
        {
            at += next;
            for (var i = 0; i < CutWords.Length; i++)
            {
                if ((glued & (1 << i)) != 0 || !head.AsSpan(at).StartsWith(CutWords[i], StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }
                if (at == 0 || !char.IsAsciiLetter(head[at - 1]))
                {
                    return at;
                }
                // Only where a word stands first does it count.
                glued |= 1 << i;
            }
        }
        return head.Length;
    }

    private static string? After(string raw, string label)
    {
        var at = raw.IndexOf(label, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }
        var value = raw[(at + label.Length)..].TrimStart(' ', ':');
        var end = value.IndexOf("DECLASSIFY ON", StringComparison.OrdinalIgnoreCase);
        value = (end < 0 ? value : value[..end]).Trim(' ', ';', '.', ',');
        return value.Length == 0 ? null : value;
    }
}
