using System.Text;
using Chancery.Messages.Framing;
using Chancery.Messages.Tables;

namespace Chancery.Messages.Text;

/// <summary>Reads the classification line: level, caveats, captions glued behind it, section, message reference number (text.md 4 to 6).</summary>
internal sealed class ClassificationLine(TextLines lines, TextReading reading)
{
    private const int FilledLinesTried = 12;

    private readonly List<string> captions = [];
    private readonly List<string> caveats = [];
    private Level level;
    private TextSpan levelSpan;

    /// <summary>True for a level in one word with a letter wrong: what stands behind it must tell that it is one.</summary>
    private bool isNear;

    /// <summary><c>SECTION 01 OF</c> at the end of the line: the rest of it slipped to the next.</summary>
    private TextSpan cutSection;

    /// <summary>Words behind the level that are no control, section, code or number: the text begins with them; empty where none stand there.</summary>
    public TextSpan Behind { get; private set; }

    /// <summary>
    /// Reads the first classification line before line <paramref name="limit"/>. Answers the line after it, or the first line of the text
    /// where there is none.
    /// </summary>
    public int Read(int limit)
    {
        var i = lines.NextFilled(lines.First);
        for (var tried = 0; i < limit && tried < FilledLinesTried; tried++)
        {
            if (TryLine(lines[i]))
            {
                reading.Classification = new Classification(level, [.. caveats], lines.Decode(levelSpan));
                reading.ClassificationSpan = levelSpan;
                reading.Captions = [.. captions];
                var next = AddNextLine(i + 1);
                // One word in front of others may be a control that is in no list.
                Behind = lines.Slice(Behind).Contains((byte)' ') || lines.NextFilled(next) >= lines.End ? Behind : default;
                return next;
            }
            i = lines.NextFilled(i + 1);
        }
        return lines.First;
    }

    private bool TryLine(TextSpan line)
    {
        var text = lines.Slice(line);
        var at = 0;
        if (Words.Starts(text, "CLASSIFICATION:"u8))
        {
            at = Words.SkipBlanks(text, 15);
        }
        if (!TryLevel(text[at..], out var length))
        {
            return false;
        }
        levelSpan = new TextSpan(line.Start + at, length);
        at += length;
        var end = ReadTail(line.Start, text, at);
        var isSpaced = levelSpan.Length > 12 || text.Slice(levelSpan.Start - line.Start, length).Contains((byte)' ');
        if (isNear && reading.Mrn is null && reading.SubjectCodeSpan.IsEmpty)
        {
            return false;
        }
        if (end == at && !isSpaced && at < text.Length && Words.IsBlank(text[at]) && level != Level.Unclassified)
        {
            // "SECRET SERVICE AGENTS …" is prose: a level must be followed by what belongs to it.
            return false;
        }
        end = SkipSigns(text, end);
        Behind =
            end < text.Length && cutSection.IsEmpty && Words.IsWordByte(text[end])
                ? TextSpan.FromBounds(line.Start + end, line.End)
                : default;
        if (!isSpaced && level >= Level.Restricted && reading.Mrn is not null)
        {
            reading.Remarks.Add(
                new Remark(
                    "CL-2",
                    levelSpan,
                    $"The level is printed {lines.Decode(levelSpan)}; letters with a blank between them were expected."
                )
            );
        }
        return true;
    }

    private bool TryLevel(ReadOnlySpan<byte> text, out int length)
    {
        isNear = false;
        if (LevelWord.TryRead(text, out level, out length))
        {
            return true;
        }
        if (Words.Starts(text, "UNCLASEFTO"u8))
        {
            captions.Add("EFTO");
            (level, length) = (Level.Unclassified, 10);
            return true;
        }
        isNear = !DamagedLevel.TryRead(text, out level, out length);
        if (isNear && !DamagedLevel.TryNear(text, out level, out length))
        {
            return false;
        }
        reading.Derived.Add(new DerivedValue("classification.level", "CL-3"));
        return true;
    }

    /// <summary>Reads what stands behind the level as far as it is understood; answers where it stopped.</summary>
    private int ReadTail(int lineStart, ReadOnlySpan<byte> text, int at)
    {
        while (true)
        {
            var next = SkipSigns(text, at);
            if (next >= text.Length)
            {
                return next;
            }
            var rest = text[next..];
            if (reading.Mrn is not null && TryTail(lineStart + next, rest, out var length))
            {
                at = next + length;
                continue;
            }
            if (reading.Mrn is null && IsSeries(rest) && TryNumber(lineStart + next, rest, out length))
            {
                at = next + length;
                continue;
            }
            if (SectionWords.IsCut(rest))
            {
                cutSection = new TextSpan(lineStart + next, rest.Length);
                return text.Length;
            }
            if (
                !TryControl(rest, out length)
                && !TrySection(lineStart + next, rest, out length)
                && !TrySubjectCode(lineStart + next, rest, out length)
            )
            {
                if (reading.Mrn is null && TryNumber(lineStart + next, rest, out length))
                {
                    // "STATE 255577/TOSEC 140323": the second series is another name of the same message (MR-9).
                    at = next + length;
                    continue;
                }
                return reading.Mrn is null ? at : next;
            }
            at = next + length;
        }
    }

    private static int SkipSigns(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'/' or (byte)',' or (byte)';' or (byte)'-' or (byte)'.')
        {
            at++;
        }
        return at;
    }

    private bool TryControl(ReadOnlySpan<byte> text, out int length)
    {
        if (LevelWord.TryRead(text, out var control, out length) && control.Rank() == 1)
        {
            level = level == Level.Unclassified ? control : level;
            return true;
        }
        if (Words.StartsWord(text, "REL TO"u8))
        {
            length = RelEnd(text);
            caveats.Add(Encoding.UTF8.GetString(text[..length]).ToUpperInvariant());
            return true;
        }
        if (Words.StartsWord(text, "NF"u8))
        {
            length = 2;
            caveats.Add("NOFORN");
            return true;
        }
        if (!CaptionWords.TryRead(text, glued: false, out var caption, out length))
        {
            return false;
        }
        if (caption == "SENSITIVE" && level == Level.Unclassified)
        {
            level = Level.Sbu;
        }
        (Captions.Kind(caption) == "dissemination control" ? caveats : captions).Add(caption);
        return true;
    }

    /// <summary>Countries behind <c>REL TO</c>: up to two slants, or a word that is followed by a number.</summary>
    private static int RelEnd(ReadOnlySpan<byte> text)
    {
        var slants = text.IndexOf("//"u8);
        var end = slants < 0 ? text.Length : slants;
        var digit = text[..end].IndexOfAnyInRange((byte)'0', (byte)'9');
        if (digit > 0)
        {
            end = Words.TrimEnd(text, 0, text[..Words.TrimEnd(text, 0, digit)].LastIndexOf((byte)' '));
        }
        return Math.Max(end, 6);
    }

    private bool TrySection(int start, ReadOnlySpan<byte> text, out int length)
    {
        if (!SectionWords.TryRead(text, out var section, out length))
        {
            return false;
        }
        reading.Section = section;
        reading.SectionSpan = new TextSpan(start, length);
        return true;
    }

    /// <summary>The Navy's subject code <c>//N01234//</c> in its many spellings (NV-1).</summary>
    private bool TrySubjectCode(int start, ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        var at = (text[0] & 0xDF) == 'N' ? 1 : 0;
        var digits = 0;
        while (at < text.Length && (Words.IsDigit(text[at]) || (text[at] & 0xDF) == 'O' || (text[at] & 0xDF) == 'X'))
        {
            at++;
            digits++;
        }
        if (digits is < 4 or > 6 || (at < text.Length && Words.IsWordByte(text[at])))
        {
            return false;
        }
        length = at;
        reading.SubjectCodeSpan = new TextSpan(start, length);
        return true;
    }

    /// <summary>
    /// What may stand behind the number: a second series (<c>/TOSEC 140323</c>, MR-9), the signals of a cancelled or repeated transmission
    /// (<c>ZFR</c>, <c>ZDK</c>, MR-10).
    /// </summary>
    private bool TryTail(int start, ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        if (Words.StartsWord(text, "ZFR"u8) || Words.StartsWord(text, "ZDK"u8))
        {
            length = 3;
            var signal = Words.StartsWord(text, "ZFR"u8) ? "ZFR, cancelled," : "ZDK, repeated,";
            reading.Remarks.Add(
                new Remark("MR-10", new TextSpan(start, length), $"{signal} stands behind the number and is no part of it.")
            );
            return true;
        }
        if (!IsSeries(text) || !NumberWords.TryRead(text, out var found))
        {
            return false;
        }
        length = found.Printed.End;
        var other = TextLines.Join(text[..length]);
        reading.Mrn = reading.Mrn! with { AlsoKnownAs = other };
        reading.Remarks.Add(new Remark("MR-9", new TextSpan(start, length), $"The message is also known as {other}."));
        return true;
    }

    /// <summary>The series of a travelling party; <c>SECTO 10123</c> may be the telegram's only number (MR-9).</summary>
    private static bool IsSeries(ReadOnlySpan<byte> text)
    {
        var word = Words.WordLength(text, 0);
        return Words.Equal(text[..word], "TOSEC"u8)
            || Words.Equal(text[..word], "SECTO"u8)
            || Words.Equal(text[..word], "TODEP"u8)
            || Words.Equal(text[..word], "DEPTO"u8);
    }

    private bool TryNumber(int start, ReadOnlySpan<byte> text, out int length)
    {
        length = 0;
        if (lines.Context.IsKeptPlain || TitleLine.TryRead(text, out _, out _))
        {
            // SVC and what it cites are no post with its number, nor is a general message's title.
            return false;
        }
        var isMended = false;
        if (!NumberWords.TryRead(text, out var found))
        {
            isMended = NumberWords.TryMend(text, lines.Context.Serial, out found) || NumberWords.TryLike(ref text, out found);
            if (!isMended)
            {
                return false;
            }
        }
        var context = lines.Context;
        var printed = TextLines.Join(text.Slice(found.Post.Start, found.Post.Length));
        var (post, rule, known) = PostNames.ResolveOwn(context, printed, context.From);
        if (!known && (isMended || found.Digits < 3 || (found.Digits < 5 && IsWord(text[found.End..]))))
        {
            return false;
        }
        if (isMended)
        {
            reading.Derived.Add(new DerivedValue("mrn.number", "MR-4"));
        }
        var year = context.Dtg?.Utc?.Year ?? found.Year;
        reading.Mrn = new MessageReferenceNumber(year, post, found.Number, TextLines.Join(text.Slice(0, found.Printed.End)));
        reading.MrnSpan = new TextSpan(start, found.Printed.End);
        if (rule is not null)
        {
            reading.Derived.Add(new DerivedValue("mrn.post", rule));
            reading.Remarks.Add(
                new Remark(rule, new TextSpan(start + found.Post.Start, found.Post.Length), $"{printed} was read as {post}.")
            );
        }
        var tidy = $"{printed} {new string('0', Math.Max(0, found.Digits - found.Number.ToString().Length))}{found.Number}";
        if (reading.Mrn.Raw != tidy)
        {
            reading.Remarks.Add(new Remark("MR-11", reading.MrnSpan, $"The number is printed {reading.Mrn.Raw}; {tidy} was expected."));
        }
        if (found.Digits != 6)
        {
            reading.Remarks.Add(
                new Remark("MR-5", reading.MrnSpan, $"The number is printed with {found.Digits} digits; six were expected.")
            );
        }
        length = found.End;
        return true;
    }

    /// <summary>A word of prose: "REQUEST 150 COPIES" is no post with its number.</summary>
    private static bool IsWord(ReadOnlySpan<byte> rest) =>
        rest.Length > 1
        && rest[0] == ' '
        && Words.IsLetter(rest[1])
        && !Words.StartsWord(rest[1..], "ZFR"u8)
        && !Words.StartsWord(rest[1..], "ZDK"u8)
        && !SectionWords.TryRead(rest[1..], out _, out _)
        && !CaptionWords.TryRead(rest[1..], glued: false, out _, out _);

    /// <summary><c>SECTION 01 OF</c> and below it <c>02 POST 001811</c>.</summary>
    private bool ReadCutSection(TextSpan line, ReadOnlySpan<byte> text)
    {
        var joined = new byte[cutSection.Length + 1 + Math.Min(text.Length, LikeFigures.Longest)];
        lines.Slice(cutSection).CopyTo(joined);
        joined[cutSection.Length] = (byte)' ';
        text[..(joined.Length - cutSection.Length - 1)].CopyTo(joined.AsSpan(cutSection.Length + 1));
        if (!SectionWords.TryRead(joined, out var section, out var length) || length <= cutSection.Length)
        {
            return false;
        }
        reading.Section = section;
        var rest = length - cutSection.Length - 1;
        reading.SectionSpan = TextSpan.FromBounds(cutSection.Start, line.Start + rest);
        if (reading.Mrn is null)
        {
            ReadTail(line.Start, text, rest);
        }
        return true;
    }

    /// <summary>A section or a number that slipped to the next line belongs to the classification line.</summary>
    private int AddNextLine(int next)
    {
        if (reading.Section is not null && reading.Mrn is not null)
        {
            return next;
        }
        var i = lines.NextFilled(next);
        if (i >= lines.End)
        {
            return next;
        }
        var line = lines[i];
        var text = lines.Slice(line);
        if (!cutSection.IsEmpty && ReadCutSection(line, text))
        {
            return i + 1;
        }
        if (reading.Section is null && TrySection(line.Start, text, out var length))
        {
            if (reading.Mrn is null)
            {
                ReadTail(line.Start, text, length);
            }
            return i + 1;
        }
        if (reading.Mrn is not null || !NumberWords.TryRead(text, out var found) || found.End < text.Length || found.Digits is < 5 or > 7)
        {
            return next;
        }
        return TryNumber(line.Start, text, out _) ? i + 1 : next;
    }
}
