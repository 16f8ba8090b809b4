using System.Buffers;
using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Turns REF sets into references and gives each the words that AMPN and NARR say of it (text.md 17.2).</summary>
internal sealed class NavalReferences(TextLines lines)
{
    private const int MostFields = 16;
    private const int LongestDate = 14;
    private const int LongestKind = 16;

    private static readonly string[] Letters = [.. Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString())];
    private static readonly SearchValues<string> Word = SearchValues.Create(["REF"], StringComparison.OrdinalIgnoreCase);

    private readonly List<MessageReference> references = [];
    private readonly List<(string? First, StringBuilder? All)> explained = [];

    public ImmutableArray<MessageReference> Read(List<TextSet> sets)
    {
        foreach (var set in sets)
        {
            switch (set.Id)
            {
                case "REF":
                    references.Add(Reference(set.Content, references.Count == 0 ? null : references[^1].Label));
                    explained.Add(default);
                    break;
                case "AMPN" or "NARR" when references.Count > 0:
                    Attach(set.Content, set.Id == "AMPN");
                    break;
            }
        }
        for (var i = 0; i < references.Count; i++)
        {
            var words = explained[i].All?.ToString() ?? explained[i].First;
            references[i] = words is null ? references[i] : references[i] with { Text = words };
        }
        return [.. references];
    }

    private MessageReference Reference(TextSpan span, string? before)
    {
        using var joined = new JoinedWords(lines.Slice(span));
        return Reference(joined.Text.TrimStart("/ "), lines.Slice(span), before);
    }

    private static MessageReference Reference(ReadOnlySpan<char> text, ReadOnlySpan<byte> bytes, string? before)
    {
        Span<Range> fields = stackalloc Range[MostFields];
        var count = text.Split(fields, '/', StringSplitOptions.TrimEntries);
        var label = Label(text[fields[0]], before);
        if (label is null && text.Length > 2 && text[1] == ' ' && char.IsAsciiLetterUpper(text[0]) && !text.Contains('/'))
        {
            // The slants were lost: "A DOC …".
            return new MessageReference(Letter(text[0]), ReferenceKind.Unknown, text[2..].Trim().ToString());
        }
        if (
            label is null
            && text[fields[0]] is { Length: > 3 and <= LongestKind } glued
            && char.IsAsciiLetterUpper(glued[0])
            && Kind(glued[1..].TrimStart(" ,.:")) is not null
        )
        {
            // The slant behind the letter was lost: "ADOC/…", "A,DOC/…".
            var lost = string.Concat(glued[..1], "/", text[(text.IndexOf(glued) + 1)..].TrimStart(" ,.:"));
            return Reference(lost, bytes, before);
        }
        var first = label is null ? 0 : 1;
        // "REF/A//DOC/…": one slant too many.
        first += label is not null && count > 2 && text[fields[1]].IsEmpty ? 1 : 0;
        if (first == count)
        {
            return new MessageReference(label, ReferenceKind.Unknown, "");
        }
        var raw = (label is null ? text : text[(text.IndexOf('/') + 1)..].TrimStart("/ ").Trim()).ToString();
        var kind = Kind(text, fields, ref first, count);
        bytes = bytes.Contains((byte)'\n') ? Encoding.UTF8.GetBytes(raw) : bytes;
        var hasGroup = DateWords.TryGroup(bytes, out var group, out _, out _);
        return new MessageReference(label, kind ?? ReferenceKind.Document, raw)
        {
            Dtg = hasGroup ? group : null,
            Date = hasGroup ? null : DateWords.Date(bytes[(bytes.LastIndexOf((byte)'/') + 1)..]) ?? DateWords.Date(bytes),
            Originator = kind is not null && first + 1 < count ? Originator(text[fields[first + 1]]) : null,
            Flags = Flags(text, fields[first..count]),
        };
    }

    private static ImmutableArray<string> Flags(ReadOnlySpan<char> text, ReadOnlySpan<Range> fields)
    {
        ImmutableArray<string> flags = [];
        foreach (var field in fields)
        {
            flags = text[field] switch
            {
                "NOTAL" => flags.Add("NOTAL"),
                "PASEP" => flags.Add("PASEP"),
                _ => flags,
            };
        }
        return flags;
    }

    /// <summary>One or two letters or digits, in brackets or with a stop, or null.</summary>
    private static string? Label(ReadOnlySpan<char> field, string? before)
    {
        var label = field.Trim("().: ");
        return label.Length switch
        {
            1 when char.IsAsciiLetter(label[0]) => Letter(label[0]),
            // "8" behind "A" is "B" as a machine read it.
            1 when before is [var last] && label[0] is '8' or '0' or '1' or '5' && LikeFigures.ToLetter((byte)label[0]) == last + 1 =>
                Letter((char)(last + 1)),
            2 when char.IsAsciiLetter(label[0]) && char.IsAsciiLetterOrDigit(label[1]) => label.ToString(),
            _ => null,
        };
    }

    private static string Letter(char letter) => char.IsAsciiLetterUpper(letter) ? Letters[letter - 'A'] : letter.ToString();

    private static string? Originator(ReadOnlySpan<char> field) =>
        field.IsEmpty || field is "-" || (char.IsAsciiDigit(field[0]) && field.Length <= LongestDate) ? null : field.ToString();

    /// <summary>The kind told by the field behind the letter; Marine Corps texts write <c>MSGID:DOC</c> or <c>MSGID/DOC</c> there.</summary>
    private static ReferenceKind? Kind(ReadOnlySpan<char> text, ReadOnlySpan<Range> fields, ref int at, int count)
    {
        var type = text[fields[at]];
        if (type.StartsWith("MSGID", StringComparison.OrdinalIgnoreCase))
        {
            type = type[5..].TrimStart(": ");
            if (type.IsEmpty && at + 1 < count)
            {
                type = text[fields[++at]];
            }
        }
        Span<char> upper = stackalloc char[LongestKind];
        return type.Length <= LongestKind ? Kind(upper[..type.ToUpperInvariant(upper)]) : null;
    }

    private static ReferenceKind? Kind(ReadOnlySpan<char> type) =>
        type switch
        {
            "DOC" or "DOCUMENT" or "INST" or "INSTRUCTION" or "PUB" or "MANUAL" or "ORDER" or "FORM" or "CHART" => ReferenceKind.Document,
            "MSG" or "RMG" or "GENADMIN" or "NAVADMIN" or "ALNAV" or "ALCOM" or "MARADMIN" or "ALMAR" or "NAVOP" or "ORDTYP" =>
                ReferenceKind.Military,
            "LTR" or "LETTER" => ReferenceKind.Letter,
            "MEMO" or "MEMORANDUM" => ReferenceKind.Memo,
            "EMAIL" or "E-MAIL" or "EML" => ReferenceKind.Email,
            "TEL" or "TELCON" or "PHONCON" or "TELECON" => ReferenceKind.Telcon,
            "MTG" or "CONF" or "MEETING" => ReferenceKind.Meeting,
            "RPT" or "REPORT" or "STUDY" => ReferenceKind.Report,
            "FAX" => ReferenceKind.Fax,
            "WEB" or "WEBSITE" or "URL" or "WEBPAGE" => ReferenceKind.Web,
            "BOOK" => ReferenceKind.Book,
            _ => null,
        };

    /// <summary>Splits at <c>REF x IS</c>; words before the first such place belong to the last set where AMPN explains one only.</summary>
    private void Attach(TextSpan content, bool isAmplification)
    {
        using var joined = new JoinedWords(lines.Slice(content));
        var text = joined.Text;
        var at = 0;
        var current = new List<int>();
        var from = 0;
        while (TryNext(text, ref at, out var indexes, out var start, out var words))
        {
            Say(current, text[from..start]);
            current = indexes;
            from = words;
        }
        if (current.Count == 0 && from == 0)
        {
            if (isAmplification || references.Count == 1)
            {
                Say([references.Count - 1], text);
            }
            return;
        }
        Say(current, text[from..]);
    }

    private void Say(List<int> indexes, ReadOnlySpan<char> said)
    {
        said = said.Trim(" ;,");
        if (said.IsEmpty || indexes.Count == 0)
        {
            return;
        }
        var words = said.ToString();
        foreach (var index in indexes)
        {
            var (first, all) = explained[index];
            if (first is null)
            {
                explained[index] = (words, null);
                continue;
            }
            all ??= new StringBuilder(first);
            all.Append(' ').Append(words);
            explained[index] = (first, all);
        }
    }

    /// <summary>Finds the next place that names references: <c>REF A IS</c>, <c>REF (A)</c> at the start of a sentence, <c>REFS A AND B ARE</c>.</summary>
    private bool TryNext(ReadOnlySpan<char> text, ref int at, out List<int> indexes, out int start, out int words)
    {
        while (at < text.Length)
        {
            start = text[at..].IndexOfAny(Word);
            if (start < 0)
            {
                break;
            }
            start += at;
            at = start + 3;
            if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            {
                continue;
            }
            var next = SkipWordEnd(text, at);
            indexes = Labels(text, ref next);
            if (indexes.Count == 0)
            {
                continue;
            }
            var verb = VerbLength(text, next);
            if (verb == 0 && !BeginsSentence(text, start))
            {
                continue;
            }
            words = next + verb;
            at = words;
            return true;
        }
        (indexes, start, words) = ([], 0, 0);
        at = text.Length;
        return false;
    }

    private static int SkipWordEnd(ReadOnlySpan<char> text, int at)
    {
        foreach (var end in (ReadOnlySpan<string>)["ERENCES", "ERENCE", "S"])
        {
            if (text[at..].StartsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return at + end.Length;
            }
        }
        return at;
    }

    private List<int> Labels(ReadOnlySpan<char> text, ref int at)
    {
        var found = new List<int>(1);
        while (true)
        {
            var next = at;
            while (next < text.Length && text[next] is ' ' or '(' or '/' or ',' or '&')
            {
                next++;
            }
            if (found.Count > 0 && text[next..].StartsWith("AND ", StringComparison.OrdinalIgnoreCase))
            {
                next += 4;
                while (next < text.Length && text[next] is ' ' or '(')
                {
                    next++;
                }
            }
            if (next == at || next >= text.Length)
            {
                return found;
            }
            var length = 1;
            if (next + 1 < text.Length && char.IsAsciiLetterOrDigit(text[next + 1]))
            {
                length = 2;
            }
            if (next + length < text.Length && char.IsAsciiLetterOrDigit(text[next + length]))
            {
                return found;
            }
            var label = text.Slice(next, Math.Min(length, text.Length - next));
            var index = IndexOf(label);
            if (index < 0)
            {
                return found;
            }
            if (!found.Contains(index))
            {
                found.Add(index);
            }
            at = next + length;
            if (at < text.Length && text[at] == ')')
            {
                at++;
            }
        }
    }

    private int IndexOf(ReadOnlySpan<char> label)
    {
        for (var i = 0; i < references.Count; i++)
        {
            if (references[i].Label is { } known && label.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }
        return -1;
    }

    private static int VerbLength(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
        if (at < text.Length && text[at] is ':' or '-' or '=')
        {
            return at + 1 - start;
        }
        foreach (var verb in (ReadOnlySpan<string>)["IS ", "ARE ", "WAS "])
        {
            if (text[at..].StartsWith(verb, StringComparison.OrdinalIgnoreCase))
            {
                return at + verb.Length - start;
            }
        }
        return 0;
    }

    private static bool BeginsSentence(ReadOnlySpan<char> text, int start)
    {
        var before = start - 1;
        while (before >= 0 && text[before] == ' ')
        {
            before--;
        }
        return before < 0 || text[before] is '.' or ';' or '/' or ':' or ',';
    }
}
