namespace Chancery.Exercise.Forms;

/// <summary>Writes military texts: sets (text.md 17), the looser form with a subject line, and bare words.</summary>
internal static class NavalForm
{
    private static readonly ImmutableArray<string> Ranks = ["CAPT", "CDR", "RDML", "COL", "LTCOL"];

    /// <summary>The exercise every message belongs to.</summary>
    public const string ExerciseName = "NORTHERN LANTERN";

    /// <summary>Writes the message.</summary>
    public static (byte[] Bytes, Message Truth) Write(Draft draft, ChannelNumber channel)
    {
        var sheet = new Sheet(draft.LineEnd);
        var message = HeadingForm.Write(sheet, draft, section: null, channel);
        var words = Print.LevelLine(draft.Level);
        message = message with
        {
            Classification = new Classification(draft.Level, [], words),
            EffectiveLevel = new EffectiveLevel(draft.Level, "classification line"),
        };
        message = draft.Family switch
        {
            TextFamily.NavalSet => Sets(sheet, draft, words, message),
            TextFamily.NavalPlain => Plain(sheet, draft, words, message),
            _ => Bare(sheet, draft, words, message),
        };
        message = HeadingForm.End(sheet, draft, message);
        var bytes = sheet.ToArray();
        return (bytes, message with { Raw = bytes });
    }

    private static Message Sets(Sheet sheet, Draft draft, string words, Message message)
    {
        var control = draft.Level == Level.Fouo ? " FOUO" : "";
        sheet.Line($"{words}{control} //{SubjectCode(draft)}//");
        if (draft.Serial is { } serial)
        {
            sheet.Line(string.Create(CultureInfo.InvariantCulture, $"{serial.Title} {serial.Number}/{serial.Year % 100:00}"));
        }
        var sets = new SetWriter(sheet);
        sets.Add("EXER", ExerciseName);
        sets.Add("MSGID", "GENADMIN", draft.From.Name, $"N{(draft.Whim % 8) + 1}", Print.Month(draft.Time));
        var mark = draft.IsClassified ? Print.Mark(Level.Unclassified, false) : null;
        var subject = string.Equals(draft.Signal, "ZEL", StringComparison.Ordinal) ? draft.Subject + " (CORRECTED COPY)" : draft.Subject;
        sets.Add("SUBJ", mark is null ? subject : $"{mark.Raw} {subject}");
        var references = References(sets, draft);
        sets.Add("POC", draft.Signature, Ranks[draft.Whim % Ranks.Length], draft.From.Name, "TEL:555-0142");
        var releaser = $"{Ranks[draft.Whim % Ranks.Length]} {draft.Person.ToUpperInvariant()}";
        var paragraphs = sets.Remarks(Numbered(draft, $"RELEASED BY {releaser}."));
        return message with
        {
            SubjectCode = SubjectCode(draft),
            Serial = draft.Serial,
            Supersessions = string.Equals(draft.Signal, "ZEL", StringComparison.Ordinal)
                ? [new Supersession(SupersessionKind.Corrects, draft.Serial, null)]
                : [],
            Sets = sets.Written,
            Subject = new Subject(subject, mark),
            References = references,
            Paragraphs = paragraphs,
            Releaser = releaser,
        };
    }

    private static ImmutableArray<MessageReference> References(SetWriter sets, Draft draft)
    {
        var references = ImmutableArray.CreateBuilder<MessageReference>(draft.References.Length);
        var narrative = "";
        for (var i = 0; i < draft.References.Length; i++)
        {
            var citation = draft.References[i];
            var label = ((char)('A' + i)).ToString();
            var explained = $"{citation.From.Plad} ON {citation.Subject.ToUpperInvariant()}.";
            narrative += (i == 0 ? "" : " ") + $"REF {label} IS {explained}";
            var originator = citation.From.Plad;
            if (citation.Kind == ReferenceKind.Document)
            {
                var date = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{citation.Time.Day:00}{Print.Month(citation.Time)}{citation.Time.Year}"
                );
                sets.Add("REF", label, "DOC", originator, date);
                references.Add(
                    new MessageReference(label, ReferenceKind.Document, $"DOC/{originator}/{date}")
                    {
                        Date = DateOnly.FromDateTime(citation.Time.UtcDateTime),
                        Originator = originator,
                        Text = explained,
                    }
                );
                continue;
            }
            var dtg = Print.Dtg(citation.Time, longYear: false);
            var glued = dtg.Raw.Replace(" ", "", StringComparison.Ordinal);
            sets.Add("REF", label, "MSG", originator, glued);
            references.Add(
                new MessageReference(label, ReferenceKind.Military, $"MSG/{originator}/{glued}")
                {
                    Dtg = new DateTimeGroup(glued, citation.Time),
                    Originator = originator,
                    Text = explained,
                }
            );
        }
        if (narrative.Length > 0)
        {
            sets.Free(draft.References.Length == 1 ? "AMPN" : "NARR", narrative);
        }
        return references.ToImmutable();
    }

    private static Message Plain(Sheet sheet, Draft draft, string words, Message message)
    {
        sheet.Line($"{words} //{SubjectCode(draft)}//");
        sheet.Put("SUBJ: ").Lines(Sheet.Wrap(draft.Subject, 6));
        var releaser = $"{Ranks[draft.Whim % Ranks.Length]} {draft.Person.ToUpperInvariant()}";
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>();
        foreach (var (number, mark, text) in Numbered(draft, $"RELEASED BY {releaser}."))
        {
            var opening = mark is null ? $"{number}. " : $"{number}. {mark.Raw} ";
            var lines = Sheet.Wrap(text, opening.Length);
            var start = sheet.Length;
            var written = sheet.Put(opening).Lines(lines);
            paragraphs.Add(new Paragraph(number, mark, new Passage(lines)) { Span = TextSpan.FromBounds(start, written.End) });
        }
        return message with
        {
            SubjectCode = SubjectCode(draft),
            Subject = new Subject(draft.Subject, null),
            Paragraphs = paragraphs.ToImmutable(),
            Releaser = releaser,
        };
    }

    private static string SubjectCode(Draft draft) =>
        string.Create(CultureInfo.InvariantCulture, $"N{2000 + (draft.Theme.Index * 500):00000}");

    private static Message Bare(Sheet sheet, Draft draft, string words, Message message)
    {
        sheet.Line(words);
        var lines = Sheet.Wrap(draft.Subject + ". " + draft.Body[0].Text.ToUpperInvariant(), 0);
        var span = sheet.Lines(lines);
        return message with { Paragraphs = [new Paragraph(null, null, new Passage(lines)) { Span = span }] };
    }

    private static IEnumerable<(string Number, Marking? Mark, string Text)> Numbered(Draft draft, string last)
    {
        for (var i = 0; i <= draft.Body.Length; i++)
        {
            var isLow = i == draft.Body.Length || (i > 0 && draft.Body[i].IsLow);
            Marking? mark = draft.IsClassified ? Print.Mark(isLow ? Level.Unclassified : draft.Level, false) : null;
            var text = i == draft.Body.Length ? last : draft.Body[i].Text.ToUpperInvariant();
            yield return ((i + 1).ToString(CultureInfo.InvariantCulture), mark, text);
        }
    }
}
