using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>Reads a naval text: title, sets, subject, references, numbered text, releaser (text.md 17).</summary>
internal sealed class NavalTextReader(TextLines lines, TextReading reading)
{
    private const int HeadWindow = 3000;

    /// <summary>A text that stands on one line longer than this lost its line ends.</summary>
    private const int LongestLine = 140;

    private readonly List<TextSet> sets = SetScanner.Scan(lines);

    public void Read()
    {
        var firstSet = sets.Count == 0 ? lines.Stop : sets[0].Start;
        var line = new ClassificationLine(lines, reading);
        var body = line.Read(lines.LineAt(firstSet, lines.First));
        reading.BodyStart = body < lines.End ? lines.LineStart(body) : lines.Stop;
        FindSubjectCode(sets.Find(set => set.Id != "SUBJ") is { Content.Length: > 0 } head ? head.Start : firstSet);
        var textSet = sets.FindIndex(set => set.Id is not ("MSGID" or "SUBJ" or "EXER" or "OPER"));
        reading.Serial = TitleLine.Find(lines, firstSet, textSet < 0 ? lines.Stop : sets[textSet].Start);
        reading.Serial ??= TitleLine.FindAlone(lines, sets.Count == 0 ? lines.Stop : Math.Max(firstSet, LastHead()));
        reading.Serial ??= TitleLine.FindInHeading(lines.Context);
        NoteMendedTitle();
        reading.Sets = Sets();
        ReadSubject();
        reading.Serial ??= reading.Subject is null ? null : TitleLine.InSubject(lines.Slice(reading.SubjectSpan));
        reading.References = new NavalReferences(lines).Read(sets);
        reading.References = reading.References.IsEmpty ? new PlainReferences(lines).Find() : reading.References;
        ReadDeclassification();
        ReadParagraphs();
        new NavalStatements(lines, reading).Read();
        Remark();
        reading.Releaser = ReleaserWords.Find(lines);
        new LevelsInside(lines, reading, isTelegram: false).Find();
    }

    /// <summary>A title or number that is printed otherwise than read was mended.</summary>
    private void NoteMendedTitle()
    {
        if (reading.Serial is { } serial && !(IsPrinted(serial.Title) && IsPrinted(serial.Number)))
        {
            reading.Derived.Add(new DerivedValue("serial", "NV-2"));
        }
    }

    private bool IsPrinted(string word)
    {
        Span<byte> bytes = stackalloc byte[word.Length];
        System.Text.Encoding.ASCII.GetBytes(word, bytes);
        return lines.View.Bytes.Span.IndexOf(bytes) >= 0;
    }

    /// <summary>The subject code may stand below passing instructions: <c>UNCLAS //N01234//</c> is then printed again.</summary>
    private void FindSubjectCode(int firstSet)
    {
        var head = lines.Bytes[lines.Start..Math.Min(firstSet, Math.Min(lines.Stop, lines.Start + HeadWindow))];
        for (var at = 0; reading.SubjectCodeSpan.IsEmpty && at < head.Length; at++)
        {
            var found = head[at..].IndexOf("//N"u8);
            if (found < 0)
            {
                return;
            }
            at += found + 2;
            if (Words.TryNumber(head, at + 1, out _, out var digits) && digits == 5)
            {
                reading.SubjectCodeSpan = new TextSpan(lines.Start + at, 6);
            }
        }
    }

    /// <summary>What is amiss with the sets as such: several on a line (NV-6), remarks or points of contact without their end .</summary>
    private void Remark()
    {
        for (var i = 1; i < sets.Count; i++)
        {
            if (lines[lines.LineAt(sets[i].Start, lines.First)].Start != sets[i].Start)
            {
                reading.Remarks.Add(
                    new Remark(
                        "NV-6",
                        TextSpan.FromBounds(sets[i].Start, sets[i].Content.Start),
                        $"The set {sets[i].Id} begins inside a line."
                    )
                );
            }
        }
        // The text of a section that is not the last goes on in the next one.
        var goesOn = reading.Section is { Number: { } number, Of: { } of } && number < of;
        for (var i = 0; i < sets.Count - (goesOn ? 1 : 0); i++)
        {
            var set = sets[i];
            if (set.Ended != SetEnd.DoubleSlant && set.Id is "POC" or "RMKS" or "GENTEXT")
            {
                reading.Remarks.Add(
                    new Remark("X-12", TextSpan.FromBounds(set.Start, set.Content.Start), $"The set {set.Id} is not closed by two slants.")
                );
            }
            else if (set.Ended != SetEnd.DoubleSlant && set.Id == "REF")
            {
                reading.Remarks.Add(
                    new Remark("NV-5", TextSpan.FromBounds(set.Start, set.Content.Start), "The set REF is not ended by two slants.")
                );
            }
        }
    }

    /// <summary>Where the last MSGID or SUBJ set begins: a title may stand between sets that were put in front of it.</summary>
    private int LastHead() => sets.Where(set => set.Id is "MSGID" or "SUBJ").Select(set => set.Start).LastOrDefault();

    private ImmutableArray<MessageSet> Sets()
    {
        var read = ImmutableArray.CreateBuilder<MessageSet>(sets.Count);
        foreach (var set in sets)
        {
            read.Add(Set(set));
        }
        return read.MoveToImmutable();
    }

    private MessageSet Set(TextSet set) =>
        new(set.Id, lines.View, set.Content, SetWord.IsFreeText(set.Id), lines.View.ToRaw(TextSpan.FromBounds(set.Start, set.End)));

    /// <summary>The first SUBJ set that is ended as it should be, else the first, else the words behind <c>SUBJ:</c>.</summary>
    private void ReadSubject()
    {
        var index = sets.FindIndex(set => set is { Id: "SUBJ", Ended: SetEnd.DoubleSlant, Content.Length: > 0 });
        index = index < 0 ? sets.FindIndex(set => set.Id == "SUBJ") : index;
        if (index < 0)
        {
            if ((SubjectWords.Find(lines) ?? SubjectWords.FindAbove(lines.Context)) is { } plain)
            {
                SetSubject(plain);
            }
            return;
        }
        var set = sets[index];
        SetSubject(set.Content);
        if (set.Ended != SetEnd.DoubleSlant)
        {
            var found = set.Ended == SetEnd.SingleSlant ? "one slant" : "no slants";
            reading.Remarks.Add(
                new Remark("NV-5", TextSpan.FromBounds(set.Start, set.End), $"The set SUBJ ends with {found}; two were expected.")
            );
        }
    }

    private void SetSubject(TextSpan content)
    {
        var bytes = lines.Bytes;
        var start = Words.SkipSpace(bytes[..content.End], content.Start);
        while (start < content.End && bytes[start] == '/')
        {
            start = Words.SkipSpace(bytes[..content.End], start + 1);
        }
        var end = Words.TrimEnd(bytes, start, content.End);
        while (end - start > 2 && bytes[start..end].EndsWith("/-"u8))
        {
            // A field that is left empty is no word of the subject.
            end = Words.TrimEnd(bytes, start, end - 2);
        }
        content = TextSpan.FromBounds(start, end);
        Marking? mark = null;
        if (PortionMark.TryRead(lines.Slice(content), behindNumber: false, out var level, out var length) && length < content.Length)
        {
            mark = PortionMark.Make(lines.Slice(content)[..length], level);
            start = Words.SkipSpace(bytes, content.Start + length);
        }
        reading.Subject = new Subject(Squeezed(WithoutPages(TextSpan.FromBounds(start, content.End))), mark);
        reading.SubjectSpan = content;
    }

    /// <summary>The words of a span in one line, page lines left out.</summary>
    private string WithoutPages(TextSpan span)
    {
        var (first, last) = (lines.LineAt(span.Start, lines.First), lines.LineAt(Math.Max(span.Start, span.End - 1), lines.First));
        var words = "";
        var from = span.Start;
        for (var i = first + 1; i < last; i++)
        {
            if (lines.IsPage(i) || lines.IsPageNumber(i))
            {
                words += lines.Join(TextSpan.FromBounds(from, lines.LineStart(i))) + " ";
                from = lines.Next(i);
            }
        }
        return words + lines.Join(TextSpan.FromBounds(from, span.End));
    }

    /// <summary>Runs of blanks and tabs as one blank.</summary>
    private static string Squeezed(string words) =>
        words.Contains("  ", StringComparison.Ordinal) || words.Contains('\t', StringComparison.Ordinal)
            ? string.Join(' ', words.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
            : words;

    /// <summary>The DECL set of a classified text: a date, else an event or code.</summary>
    private void ReadDeclassification()
    {
        var index = sets.FindIndex(set => set.Id == "DECL");
        if (index < 0)
        {
            return;
        }
        var words = lines.Join(sets[index].Content);
        var day = DateWords.Date(lines.Slice(sets[index].Content));
        var (read, _) = DeclassificationLine.Read($"DECL: {words}", lines.Context.Dtg?.Utc?.Year);
        reading.DeclassificationSpan = TextSpan.FromBounds(sets[index].Start, sets[index].End);
        reading.Declassification = read with
        {
            Order = null,
            Raw = words,
            Kind = day is null ? read.Kind : DeclassificationKind.Date,
            Date = day ?? read.Date,
            Event = day is null ? read.Event : null,
        };
    }

    /// <summary>Numbered text: what stands in RMKS and GENTEXT, and what follows between later sets; without such a set, what follows the last one.</summary>
    private void ReadParagraphs()
    {
        var paragraphs = new ParagraphReader(lines, isTelegram: false);
        var first = sets.FindIndex(set => set.Id is "RMKS" or "GENTEXT");
        if (first < 0)
        {
            var from =
                sets.Count > 0 ? sets[^1].End : Math.Max(lines.Start, Math.Max(reading.SubjectSpan.End, reading.ClassificationSpan.End));
            Region(paragraphs, from, lines.Stop, onlyNumbered: true);
        }
        else
        {
            for (var i = first; i < sets.Count; i++)
            {
                var from = sets[i].Id is "RMKS" or "GENTEXT" ? ContentStart(sets[i]) : sets[i].End;
                Region(paragraphs, from, i + 1 < sets.Count ? sets[i + 1].Start : lines.Stop, onlyNumbered: false);
            }
        }
        reading.Paragraphs = paragraphs.Finish();
    }

    private void Region(ParagraphReader paragraphs, int from, int to, bool onlyNumbered)
    {
        var bytes = lines.Bytes;
        from = Words.SkipSpace(bytes[..to], from);
        to = Words.TrimEnd(bytes, from, to);
        while (to > from && bytes[to - 1] == '/')
        {
            to = Words.TrimEnd(bytes, from, to - 1);
        }
        if (from >= to)
        {
            return;
        }
        var line = lines.LineAt(from, lines.First);
        if (onlyNumbered)
        {
            while (line < lines.End && !ParagraphStart.TryRead(lines.Text(line), out _))
            {
                line++;
            }
            if (line >= lines.End || lines[line].Start < from)
            {
                return;
            }
            from = lines[line].Start;
        }
        if (!onlyNumbered && lines[line].Length > LongestLine && lines.LineAt(to - 1, line) == line)
        {
            paragraphs.ReadInside(line, from, to);
            return;
        }
        paragraphs.Read(line, from, to, left: null);
    }

    /// <summary>Behind <c>GENTEXT/REMARKS/</c>, a doubled <c>RMKS/</c> left out.</summary>
    private int ContentStart(TextSet set)
    {
        var at = set.Content.Start;
        if (set.Id == "GENTEXT")
        {
            var slant = lines.Slice(set.Content).IndexOf((byte)'/');
            at += slant is >= 0 and < 40 ? slant + 1 : 0;
        }
        return SetWord.TryRead(lines.Bytes[at..set.Content.End], out var id, out var length, out _) && id == "RMKS" ? at + length : at;
    }
}
