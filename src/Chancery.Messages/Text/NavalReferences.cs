using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Turns REF sets into references and gives each the words that AMPN and NARR say of it (text.md 17.2).</summary>
internal sealed class NavalReferences(TextLines lines)
{
    private readonly List<MessageReference> references = [];
    private readonly List<StringBuilder?> said = [];

    public ImmutableArray<MessageReference> Read(List<TextSet> sets)
    {
        foreach (var set in sets)
        {
            switch (set.Id)
            {
                case "REF":
                    references.Add(Reference(lines.Join(set.Content)));
                    said.Add(null);
                    break;
                case "AMPN" or "NARR" when references.Count > 0:
                    Attach(lines.Join(set.Content), set.Id == "AMPN");
                    break;
            }
        }
        for (var i = 0; i < references.Count; i++)
        {
            references[i] = said[i] is { } words ? references[i] with { Text = words.ToString() } : references[i];
        }
        return [.. references];
    }

    private static MessageReference Reference(string content)
    {
        content = content.TrimStart('/', ' ');
        var fields = content.Split('/', StringSplitOptions.TrimEntries);
        var label = Label(fields[0]);
        var rest = label is null ? fields : fields[1..];
        var raw = label is null ? content : content[(content.IndexOf('/', StringComparison.Ordinal) + 1)..].Trim();
        if (rest.Length == 0)
        {
            return new MessageReference(label, ReferenceKind.Unknown, "");
        }
        var type = rest[0].ToUpperInvariant();
        if (type.StartsWith("MSGID", StringComparison.Ordinal))
        {
            type = type[5..].TrimStart(':', ' ');
            if (type.Length == 0 && rest.Length > 1)
            {
                rest = rest[1..];
                type = rest[0].ToUpperInvariant();
            }
        }
        var bytes = Encoding.UTF8.GetBytes(raw);
        var hasGroup = DateWords.TryGroup(bytes, out var group, out _, out _);
        var named = Kind(type);
        var originator = named is not null && rest.Length > 1 && !IsDateField(rest[1]) ? rest[1] : null;
        return new MessageReference(label, named ?? ReferenceKind.Document, raw)
        {
            Dtg = hasGroup ? group : null,
            Date = hasGroup ? null : DateWords.Date(Encoding.UTF8.GetBytes(rest[^1])) ?? DateWords.Date(bytes),
            Originator = string.IsNullOrEmpty(originator) || originator == "-" ? null : originator,
            Flags = [.. rest.Where(field => field is "NOTAL" or "PASEP")],
        };
    }

    /// <summary>One or two letters or digits, in brackets or with a stop, or null.</summary>
    private static string? Label(string field)
    {
        var label = field.Trim('(', ')', '.', ':', ' ');
        return label.Length is 1 or 2 && char.IsAsciiLetter(label[0]) && char.IsAsciiLetterOrDigit(label[^1]) ? label : null;
    }

    private static bool IsDateField(string field) => field.Length > 0 && char.IsAsciiDigit(field[0]) && field.Length <= 14;

    private static ReferenceKind? Kind(string type) =>
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
    private void Attach(string text, bool isAmplification)
    {
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

    private void Say(List<int> indexes, string words)
    {
        words = words.Trim(' ', ';', ',');
        if (words.Length == 0)
        {
            return;
        }
        foreach (var index in indexes)
        {
            var text = said[index] ??= new StringBuilder();
            text.Append(text.Length > 0 ? " " : "").Append(words);
        }
    }

    /// <summary>Finds the next place that names references: <c>REF A IS</c>, <c>REF (A)</c> at the start of a sentence, <c>REFS A AND B ARE</c>.</summary>
    private bool TryNext(string text, ref int at, out List<int> indexes, out int start, out int words)
    {
        while (at < text.Length)
        {
            start = text.IndexOf("REF", at, StringComparison.OrdinalIgnoreCase);
            if (start < 0)
            {
                break;
            }
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

    private static int SkipWordEnd(string text, int at)
    {
        foreach (var end in (ReadOnlySpan<string>)["ERENCES", "ERENCE", "S"])
        {
            if (string.Compare(text, at, end, 0, end.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return at + end.Length;
            }
        }
        return at;
    }

    private List<int> Labels(string text, ref int at)
    {
        var found = new List<int>(1);
        while (true)
        {
            var next = at;
            while (next < text.Length && text[next] is ' ' or '(' or '/' or ',' or '&')
            {
                next++;
            }
            if (found.Count > 0 && string.Compare(text, next, "AND ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0)
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
            var label = text.AsSpan(next, Math.Min(length, text.Length - next));
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

    private static int VerbLength(string text, int at)
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
            if (string.Compare(text, at, verb, 0, verb.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return at + verb.Length - start;
            }
        }
        return 0;
    }

    private static bool BeginsSentence(string text, int start)
    {
        var before = start - 1;
        while (before >= 0 && text[before] == ' ')
        {
            before--;
        }
        return before < 0 || text[before] is '.' or ';' or '/' or ':' or ',';
    }
}
