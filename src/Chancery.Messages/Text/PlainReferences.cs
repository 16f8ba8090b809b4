using System.Text;

namespace Chancery.Messages.Text;

/// <summary>
/// References of a naval text that has no REF sets: <c>REF:   (A) NAVADMIN 100/05</c> and lines below it, as messages of the 1990s and looser ones print
/// them, or lettered lines straight below the subject, as those of the coast guard (text.md 17.1).
/// </summary>
internal sealed class PlainReferences(TextLines lines)
{
    private const int MostLines = 40;
    private const int MostSubjectLines = 4;

    /// <summary>The references; empty where no line opens them.</summary>
    public ImmutableArray<MessageReference> Find()
    {
        var end = Math.Min(lines.End, lines.First + MostLines);
        var belowSubject = lines.First;
        for (var i = lines.First; i < end; i++)
        {
            var text = lines.Text(i);
            if (text.Length > 5 && (text[0] & 0xDF) == 'R' && LabelLength(text) is > 0 and var label)
            {
                return Read(i, label, end);
            }
            if (SubjectWords.LabelLength(text) > 0 || SubjectWords.GluedLabel(text) > 0 || SubjectWords.IsBare(text))
            {
                belowSubject = i + MostSubjectLines;
            }
            else if (i <= belowSubject && i > lines.First && Opens(lines, i))
            {
                return Read(i, 0, end);
            }
            if (i < belowSubject && OpensInside(lines, i, text) is > 0 and var inside)
            {
                return Read(i, inside, end);
            }
            if (ParagraphStart.TryRead(text, out _))
            {
                break;
            }
        }
        return [];
    }

    /// <summary>
    /// True where lettered references begin without a label: <c>A.</c> with a number in its words, or with a line <c>B.</c> behind it, and a numbered
    /// paragraph behind them.
    /// </summary>
    public static bool Opens(TextLines lines, int index)
    {
        var text = lines.Text(index);
        if (LetterLength(text, 'A') is not (var letter and > 0) || letter == text.Length)
        {
            return false;
        }
        return IsRow(lines, index, text, text.ContainsAnyInRange((byte)'0', (byte)'9'));
    }

    /// <summary>
    /// Where such references begin inside a line that lost its end: <c>… WORDS A. MANUAL 7 B. ALCOAST 001/22</c>; counted from the line's start, -1 where
    /// none do.
    /// </summary>
    public static int OpensInside(TextLines lines, int index, ReadOnlySpan<byte> text)
    {
        var at = IndexOfInner(text, 'A');
        // Without a second letter only what is surely a document: "A." and a number may be words of a subject.
        return at > 0 && IsRow(lines, index, text[at..], text[at..].IndexOf(" COMDTINST "u8) > 0) ? at : -1;
    }

    /// <summary>Where the first numbered paragraph begins inside a line: <c>… WORDS 1. WORDS</c>; -1 where none does.</summary>
    public static int FirstInside(ReadOnlySpan<byte> text)
    {
        var at = text.IndexOf(" 1. "u8);
        return
            at > 0 && Words.SkipBlanks(text, at + 4) is var word && word < text.Length && (Words.IsUpper(text[word]) || text[word] == '(')
            ? at + 1
            : -1;
    }

    /// <summary>A line <c>B.</c>, unless it is sure without, and then a numbered paragraph, with <paramref name="text"/> on the first of the lines.</summary>
    private static bool IsRow(TextLines lines, int index, ReadOnlySpan<byte> text, bool isSure)
    {
        for (var i = index; i < Math.Min(lines.End, index + MostLines); i++)
        {
            text = i == index ? text : lines.Text(i);
            if (i > index && ParagraphStart.TryRead(text, out var paragraph) && paragraph.Number == 1)
            {
                return isSure;
            }
            var first = FirstInside(text);
            var entry = first < 0 ? text : text[..first];
            isSure = isSure || (i > index && LetterLength(text, 'B') > 0) || IndexOfInner(entry, 'B') > 0;
            if (first >= 0)
            {
                return isSure;
            }
        }
        return false;
    }

    /// <summary><c>B. </c> behind a blank, and no initial of a name in front of it.</summary>
    private static int IndexOfInner(ReadOnlySpan<byte> text, char letter)
    {
        for (var at = 2; at + 3 < text.Length; at++)
        {
            if (
                text[at] == letter
                && text[at + 1] == '.'
                && Words.IsBlank(text[at + 2])
                && Words.IsBlank(text[at - 1])
                && !(text[at - 2] == '.' && (at < 4 || Words.IsBlank(text[at - 4])))
            )
            {
                return at;
            }
        }
        return -1;
    }

    private static int LabelLength(ReadOnlySpan<byte> text)
    {
        var word =
            Words.StartsWord(text, "REFERENCES"u8) ? 10
            : Words.StartsWord(text, "REFERENCE"u8) ? 9
            : Words.StartsWord(text, "REFS"u8) ? 4
            : Words.StartsWord(text, "REF"u8) ? 3
            : 0;
        var at = Words.SkipBlanks(text, word);
        if (word == 0 || at >= text.Length)
        {
            return 0;
        }
        return text[at] == ':' ? at + 1
            : LetterLength(text[at..], 'A') > 0 && (text[at] == '(' || text[at + 1] is (byte)':' or (byte)'.') ? at
            : 0;
    }

    private ImmutableArray<MessageReference> Read(int first, int label, int end)
    {
        var found = ImmutableArray.CreateBuilder<MessageReference>();
        var entry = new StringBuilder();
        var next = 'A';
        for (var i = first; i < end; i++)
        {
            var text = i == first ? lines.Text(i)[label..] : lines.Text(i);
            text = text[Words.SkipBlanks(text, 0)..];
            if (i > first && (Stops(text) || (text.IsEmpty && !GoesOn(i, end, next))))
            {
                break;
            }
            var paragraph = FirstInside(text);
            text = paragraph < 0 ? text : text[..paragraph];
            while (!text.IsEmpty)
            {
                var at = IndexOfLetter(text, next);
                entry.Append(entry.Length > 0 ? " " : "").Append(Encoding.UTF8.GetString(at < 0 ? text : text[..at]).Trim());
                if (at < 0)
                {
                    break;
                }
                Add(found, next, entry);
                text = text[(at + Math.Max(LetterLength(text[at..], next), LabelledLetter(text[at..], next)))..];
                next++;
            }
            if (paragraph >= 0)
            {
                break;
            }
        }
        Add(found, next, entry);
        return found.DrainToImmutable();
    }

    /// <summary>Ends an entry; its letter is the one before <paramref name="next"/>, if there was one.</summary>
    private static void Add(ImmutableArray<MessageReference>.Builder found, char next, StringBuilder entry)
    {
        var raw = entry.ToString().Trim(' ', ';', ',', '/');
        entry.Clear();
        if (raw.Length == 0)
        {
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(raw);
        var hasGroup = DateWords.TryGroup(bytes, out var group, out _, out _);
        var isMessage = hasGroup || TitleLine.TryRead(bytes, out _, out _);
        found.Add(
            new MessageReference(
                next > 'A' ? ((char)(next - 1)).ToString() : null,
                isMessage ? ReferenceKind.Military : ReferenceKind.Document,
                raw
            )
            {
                Dtg = hasGroup ? group : null,
                Date = hasGroup ? null : DateWords.Date(bytes),
                Text = raw,
            }
        );
    }

    private bool GoesOn(int blank, int end, char next)
    {
        var i = lines.NextFilled(blank);
        return i < end && next > 'A' && LetterLength(lines.Text(i), next) > 0;
    }

    private static bool Stops(ReadOnlySpan<byte> text) =>
        ParagraphStart.TryRead(text, out _) || SetWord.TryRead(text, out _, out _, out _) || Words.StartsWord(text, "POC"u8);

    /// <summary>Where the next letter of the row stands: first on the line, or behind a blank and in brackets; -1 where it does not.</summary>
    private static int IndexOfLetter(ReadOnlySpan<byte> text, char letter)
    {
        if (LetterLength(text, letter) > 0 || LabelledLetter(text, letter) > 0)
        {
            return 0;
        }
        for (var at = 1; at < text.Length; at++)
        {
            if (
                text[at] is (byte)'(' or (byte)'R' or (byte)'r'
                && Words.IsBlank(text[at - 1])
                && (text[at] == '(' ? LetterLength(text[at..], letter) : LabelledLetter(text[at..], letter)) > 0
            )
            {
                return at;
            }
        }
        return letter > 'A' ? IndexOfInner(text, letter) : -1;
    }

    /// <summary>The length of <c>REF B.</c> with the blanks behind, or 0.</summary>
    private static int LabelledLetter(ReadOnlySpan<byte> text, char letter) =>
        Words.StartsWord(text, "REF"u8)
        && Words.SkipBlanks(text, 3) is var at
        && at < text.Length
        && LetterLength(text[at..], letter) is > 0 and var length
            ? at + length
            : 0;

    /// <summary>The length of <c>(A)</c>, <c>A.</c>, <c>A,</c>, <c>A:</c> or <c>A)</c> with the blanks behind, or 0.</summary>
    private static int LetterLength(ReadOnlySpan<byte> text, char letter)
    {
        var open = text.Length > 0 && text[0] == '(' ? 1 : 0;
        return
            text.Length > open + 1
            && (text[open] & 0xDF) == letter
            && (open > 0 ? text[open + 1] == ')' : text[open + 1] is (byte)'.' or (byte)')' or (byte)':' or (byte)',')
            ? Words.SkipBlanks(text, open + 2)
            : 0;
    }
}
