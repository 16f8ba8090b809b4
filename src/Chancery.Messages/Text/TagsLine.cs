using System.Text;
using Chancery.Messages.Framing;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>Reads the TAGS line into codes, persons and terms (text.md 9).</summary>
internal sealed class TagsLine(TextLines lines, TextReading reading)
{
    private readonly List<Tag> tags = [];
    private readonly List<TextSpan> spans = [];
    private readonly List<(int Index, string Rule)> derived = [];
    private readonly List<TextSpan> words = [];
    private bool endsWithComma;

    /// <summary>A near code is looked for so many times; a list with more unknown words is none.</summary>
    private const int MostSearches = 40;

    /// <summary>What stands behind on a longer line is no list of TAGS that anybody wrote, and is left untaken.</summary>
    private const int LongestLine = 8 * 1024;

    /// <summary>Four letters with blanks between.</summary>
    private const int LongestSpaced = 7;

    private int searches;

    /// <summary>Reads the value at <paramref name="start"/> on line <paramref name="index"/>, to <paramref name="end"/>; answers the line after it, and where a label begins on it that is glued to the list (or -1; then <c>Next</c> is that line).</summary>
    public (int Next, int Glued) Read(int index, int start, int end)
    {
        var line = TextSpan.FromBounds(start, end);
        reading.TagsLineSpan = line;
        var next = index + 1;
        var cut = ReadToCut(line, next);
        var glued = -1;
        while (next < lines.End)
        {
            if (lines.IsPage(next))
            {
                next++;
                continue;
            }
            var span = lines[next];
            if (cut > 0)
            {
                cut = ReadToCut(TextSpan.FromBounds(span.Start + cut, span.End), next + 1);
                next++;
                continue;
            }
            if (
                span.IsEmpty
                && endsWithComma
                && lines.NextFilled(next) is var filled
                && filled < lines.End
                && HoldsCodes(lines.Text(filled))
            )
            {
                next = filled;
                continue;
            }
            if (span.IsEmpty || !Continues(lines.Slice(span)))
            {
                break;
            }
            if (Labels.IndexInside(lines.Slice(span), out _) is > 0 and var inside)
            {
                glued = span.Start + inside;
                ReadLine(TextSpan.FromBounds(span.Start, Words.TrimEnd(lines.Bytes, span.Start, glued)));
                break;
            }
            cut = ReadToCut(span, next + 1);
            next++;
        }
        reading.Tags = [.. tags];
        reading.TagSpans = [.. spans];
        foreach (var (tag, rule) in derived)
        {
            reading.Derived.Add(new DerivedValue($"tags.{tag}", rule));
        }
        return (next, glued);
    }

    /// <summary>
    /// Reads a line; where a width cut its last code in two (<c>PRE</c> and below it <c>L, KAWC</c>), the code too. How much of the next line belongs to
    /// it, or 0.
    /// </summary>
    private int ReadToCut(TextSpan line, int next)
    {
        var bytes = lines.Bytes;
        var first = line.End;
        while (first > line.Start && Words.IsUpper(bytes[first - 1]))
        {
            first--;
        }
        var half = line.End - first;
        var rest = half is 1 or 2 or 3 && next < lines.End && !lines.IsPage(next) ? lines.Text(next) : [];
        var other = Words.WordLength(rest, 0);
        var ends = other == rest.Length || (other < rest.Length && rest[other] is (byte)',' or (byte)' ' or (byte)';');
        if (other is 0 or > 3 || half + other is not (2 or 4) || !ends)
        {
            ReadLine(line);
            return 0;
        }
        var code = lines.Decode(TextSpan.FromBounds(first, line.End)) + Encoding.ASCII.GetString(rest[..other]);
        var isList = lines.Slice(line).Contains((byte)',');
        if (!TagCodes.IsKnown(code) || (!isList && TagCodes.IsKnown(code[..half]) && TagCodes.IsKnown(code[half..])))
        {
            ReadLine(line);
            return 0;
        }
        ReadLine(TextSpan.FromBounds(line.Start, Words.TrimEnd(bytes, line.Start, first)));
        Add(code, TextSpan.FromBounds(first, line.End), code[..half] + " " + code[half..]);
        derived.Add((tags.Count - 1, "TG-8"));
        endsWithComma = rest.Length > other && rest[other] == ',';
        return other;
    }

    /// <summary>The next line goes on with the list if the last ended with a comma or it holds codes only (TG-4).</summary>
    private bool Continues(ReadOnlySpan<byte> text)
    {
        if (Labels.TryRead(text, out _, out _) || ParagraphStart.TryRead(text, out _))
        {
            return false;
        }
        return endsWithComma || HoldsCodes(text);
    }

    private static bool HoldsCodes(ReadOnlySpan<byte> text)
    {
        foreach (var word in Encoding.UTF8.GetString(text).Split([' ', ',', ';', '\t', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TagCodes.IsKnown(word.ToUpperInvariant()) && !IsProgram(word))
            {
                return false;
            }
        }
        return text.Length > 0;
    }

    private void ReadLine(TextSpan line)
    {
        line = line with { Length = Math.Min(line.Length, LongestLine) };
        var text = lines.Slice(line);
        endsWithComma = text.Length > 0 && text[^1] == ',';
        var strange = text.IndexOfAny((byte)';', (byte)'\t');
        if (text.Length > 1 && text[^1] == '.')
        {
            strange = text.Length - 1;
        }
        if (strange >= 0)
        {
            reading.Remarks.Add(
                new Remark("TG-2", new TextSpan(line.Start + strange, 1), "TAGS are parted by something else than blanks and commas.")
            );
        }
        var at = 0;
        while (at < text.Length)
        {
            var end = at;
            var depth = 0;
            while (end < text.Length && (depth > 0 || text[end] is not ((byte)',' or (byte)';')))
            {
                depth +=
                    text[end] is (byte)'(' or (byte)'[' ? 1
                    : text[end] is (byte)')' or (byte)']' ? -1
                    : 0;
                end++;
            }
            if (!ReadChunk(TextSpan.FromBounds(line.Start + at, line.Start + end)))
            {
                return;
            }
            at = end + 1;
        }
    }

    /// <summary>Reads what stands between two commas; false where page noise ends the list (TG-5).</summary>
    private bool ReadChunk(TextSpan chunk)
    {
        var whole = lines.Decode(chunk).Trim(' ', '.', '\t').ToUpperInvariant();
        if (whole.Length > 0 && TagCodes.IsKnown(whole))
        {
            Add(whole, Trimmed(chunk), null);
            return true;
        }
        words.Clear();
        var bytes = lines.Bytes;
        var at = chunk.Start;
        while (at < chunk.End)
        {
            var b = bytes[at];
            if (b == '.' || IsParting(b))
            {
                at++;
                continue;
            }
            if (b is (byte)'(' or (byte)'[')
            {
                EndWords();
                at = ReadPerson(at, chunk.End);
                continue;
            }
            var start = at;
            while (at < chunk.End && bytes[at] is not ((byte)'(' or (byte)'[') && !IsParting(bytes[at]))
            {
                at++;
            }
            var span = TextSpan.FromBounds(start, Words.TrimEnd(bytes, start, at));
            if (IsPageNoise(span))
            {
                EndWords();
                reading.Remarks.Add(
                    new Remark("TG-5", span, "A page line stands inside the TAGS; what follows it on the line was left out.")
                );
                return false;
            }
            ReadWord(span);
        }
        EndWords();
        return true;
    }

    /// <summary>Signs that part codes where blanks and commas should: each was met.</summary>
    private static bool IsParting(byte b) =>
        b is (byte)' ' or (byte)'\t' or (byte)'/' or (byte)'"' or (byte)'\\' or (byte)'|' or (byte)':' or (byte)'\'';

    private bool IsPageNoise(TextSpan span)
    {
        var text = lines.Slice(span);
        return Words.Equal(text, "PAGE"u8) || (LevelWord.TryRead(text, out _, out var length) && length == text.Length && length > 4);
    }

    private void ReadWord(TextSpan span)
    {
        var printed = lines.Decode(span).Trim('.', ':', '-').ToUpperInvariant();
        if (printed.Length == 0)
        {
            return;
        }
        if (printed == "AND" && tags.Count > 0)
        {
            return;
        }
        if (printed == "SIPDIS")
        {
            reading.Captions = reading.Captions.Contains(printed) ? reading.Captions : reading.Captions.Add(printed);
            reading.Remarks.Add(new Remark("TG-8", span, "SIPDIS stands among the TAGS; it was read as a caption."));
            return;
        }
        if (TagSlips.Mended(printed) is { } mended || (mended = Like(printed)) is not null)
        {
            EndWords();
            Add(mended, span, printed);
            derived.Add((tags.Count - 1, "TG-8"));
            reading.Remarks.Add(new Remark("TG-8", span, $"The TAG {printed} was read as {mended}."));
        }
        else if (TagCodes.IsKnown(printed) || IsProgram(printed))
        {
            EndWords();
            Add(printed, span, null);
        }
        else if (printed.Length > 4 && (TagSlips.AtHyphens(printed) ?? TagSlips.Split(printed)) is { } codes)
        {
            EndWords();
            foreach (var code in codes)
            {
                Add(code, span, printed);
                derived.Add((tags.Count - 1, "TG-6"));
            }
            reading.Remarks.Add(new Remark("TG-6", span, $"The TAGS {printed} are glued; they were read as {string.Join(", ", codes)}."));
        }
        else
        {
            words.Add(span);
        }
    }

    /// <summary><c>N0</c>: a figure for the letter it looks like.</summary>
    private static string? Like(string printed) =>
        printed.Length is 2 or 4
        && printed.Contains('0', StringComparison.Ordinal)
        && printed.Replace('0', 'O') is var like
        && TagCodes.IsKnown(like)
            ? like
            : null;

    /// <summary>Words that are no codes, taken together: a term, or a person as <c>SURNAME GIVEN</c>; one word alone is unknown.</summary>
    private void EndWords()
    {
        if (words.Count == 0)
        {
            return;
        }
        var span = TextSpan.FromBounds(words[0].Start, words[^1].End);
        var printed = lines.Decode(span).ToUpperInvariant();
        if (words.Count == 1 && !IsSubjectOfItsTime(printed) && ++searches <= MostSearches && TagSlips.Nearest(printed) is { } near)
        {
            Add(near, span, printed);
            derived.Add((tags.Count - 1, "TG-8"));
            reading.Remarks.Add(new Remark("TG-8", span, $"The TAG {printed} is in no list; it was read as {near}."));
        }
        else if (
            words.Count > 1
            && printed.Length <= LongestSpaced
            && printed.Replace(" ", "", StringComparison.Ordinal) is var whole
            && TagCodes.IsKnown(whole)
        )
        {
            Add(whole, span, printed);
            derived.Add((tags.Count - 1, "TG-8"));
            reading.Remarks.Add(new Remark("TG-8", span, $"The TAG {printed} has a blank inside; it was read as {whole}."));
        }
        else if (words.Count == 1)
        {
            AddTag(new Tag(printed, IsSubjectOfItsTime(printed) ? TagKind.Subject : TagKind.Unknown, null), span);
        }
        else if (words.Count <= 3 && !TagSlips.IsTerm(printed))
        {
            var given = string.Join(' ', words.Skip(1).Select(lines.Decode)).ToUpperInvariant();
            AddTag(new Tag($"{lines.Decode(words[0]).ToUpperInvariant()}, {given}", TagKind.Person, printed), span);
        }
        else
        {
            AddTag(new Tag(printed, TagKind.Term, null), span);
        }
        words.Clear();
    }

    private int ReadPerson(int at, int end)
    {
        var close = lines.Bytes[at..end].IndexOfAny((byte)')', (byte)']');
        var stop = close < 0 ? end : at + close;
        var name = lines.Join(TextSpan.FromBounds(at + 1, stop)).ToUpperInvariant();
        if (name.StartsWith("CORRECTED", StringComparison.Ordinal) || name.StartsWith("C O R R E C T E D", StringComparison.Ordinal))
        {
            return Math.Min(stop + 1, end);
        }
        if (TagCodes.TryKind(name, out var kind) && (kind != TagKind.Organization || tags.Count == 0 || tags[^1].Code[0] != 'O'))
        {
            Add(name, TextSpan.FromBounds(at + 1, stop), null);
        }
        else if (name.Length > 0 && !PortionMark.TryRead(lines.Bytes[at..end], behindNumber: false, out _, out _))
        {
            foreach (var person in name.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = person.Split(',', 2, StringSplitOptions.TrimEntries);
                AddTag(new Tag(string.Join(", ", parts), TagKind.Person, null), TextSpan.FromBounds(at, Math.Min(stop + 1, end)));
            }
        }
        return Math.Min(stop + 1, end);
    }

    private void Add(string code, TextSpan span, string? printed)
    {
        var kind = TagCodes.TryKind(code, out var known) ? known : TagKind.Program;
        var before = tags.Count;
        AddTag(new Tag(code, kind, printed == code ? null : printed), span);
        if (tags.Count > before && kind == TagKind.Geo && !TagCodes.IsOfItsTime(code, lines.Context.Dtg?.Utc?.Year))
        {
            derived.Add((before, "TG-7"));
        }
    }

    private void AddTag(Tag tag, TextSpan span)
    {
        foreach (var known in tags)
        {
            if (known.Code == tag.Code && known.Kind == tag.Kind)
            {
                reading.Remarks.Add(new Remark("TG-10", span, $"The TAG {tag.Code} stands twice."));
                return;
            }
        }
        if (lines.View.RuleAt(span) is { } rule)
        {
            derived.Add((tags.Count, rule));
        }
        tags.Add(tag);
        spans.Add(span);
    }

    private TextSpan Trimmed(TextSpan span)
    {
        var start = Words.SkipBlanks(lines.Bytes, span.Start);
        return TextSpan.FromBounds(start, Words.TrimEnd(lines.Bytes, start, span.End));
    }

    private static bool IsProgram(string word) => word.Length == 4 && word[0] == 'K' && word.All(char.IsAsciiLetterUpper);

    /// <summary>Any four letters from the fields E, M, P, S, T counted as a subject in 1973-79 (TG-11).</summary>
    private bool IsSubjectOfItsTime(string word) =>
        word.Length == 4
        && word.All(char.IsAsciiLetterUpper)
        && word[0] is 'E' or 'M' or 'P' or 'S' or 'T'
        && lines.Context.Dtg?.Utc?.Year is >= 1973 and <= 1979;
}
