namespace Chancery.Exercise.Forms;

using World;

/// <summary>Writes State telegrams (text.md 4 to 14), in sections where they are long.</summary>
internal static class StateForm
{
    private const int SectionLines = 100;

    private static readonly ImmutableArray<string> Titles =
    [
        "Ambassador",
        "Political Officer",
        "Economic Counselor",
        "Charge d'Affaires",
        "DCM",
        "Consul General",
    ];

    /// <summary>Writes the message, or its sections, each with a channel number of its own.</summary>
    public static List<(byte[] Bytes, Message Truth)> Write(Draft draft, Func<ChannelNumber> channel)
    {
        var written = new List<(byte[] Bytes, Message Truth)>();
        var cuts = draft.MayBeCut ? Cuts(draft) : [0, draft.Body.Length];
        var count = cuts.Length - 1;
        for (var i = 0; i < count; i++)
        {
            var section = count == 1 ? null : new Section(i + 1, count, false);
            written.Add(WriteSection(draft, section, cuts[i], cuts[i + 1], channel()));
        }
        return written;
    }

    private static ImmutableArray<int> Cuts(Draft draft)
    {
        var cuts = ImmutableArray.CreateBuilder<int>();
        cuts.Add(0);
        var lines = 0;
        for (var i = 0; i < draft.Body.Length; i++)
        {
            var own = (draft.Body[i].Text.Length / 62) + 2;
            if (lines > 0 && lines + own > SectionLines)
            {
                cuts.Add(i);
                lines = 0;
            }
            lines += own;
        }
        cuts.Add(draft.Body.Length);
        return cuts.ToImmutable();
    }

    private static (byte[] Bytes, Message Truth) WriteSection(Draft draft, Section? section, int first, int end, ChannelNumber channel)
    {
        var sheet = new Sheet(draft.LineEnd);
        var message = HeadingForm.Write(sheet, draft, section, channel);
        var isFirst = first == 0;
        message = Opening(sheet, draft, section, message, isFirst);
        var mark = draft.IsClassified || draft.Level == Level.Sbu || draft.Whim % 2 == 0;
        var body = new BodyForm(sheet, section is null ? draft : draft with { HasPages = false }, mark);
        body.Write(first, end);
        string? signature = null;
        if (end == draft.Body.Length)
        {
            signature = draft.Signature;
            sheet.Line(signature);
        }
        message = HeadingForm.End(sheet, draft, message);
        var bytes = sheet.ToArray();
        return (
            bytes,
            message with
            {
                Raw = bytes,
                Section = section,
                Paragraphs = body.Paragraphs,
                Summary = body.Summary,
                ActionRequests = body.ActionRequests,
                Signature = signature,
                EffectiveLevel = new EffectiveLevel(draft.Level, "classification line"),
            }
        );
    }

    private static Message Opening(Sheet sheet, Draft draft, Section? section, Message message, bool isFirst)
    {
        var words = Print.LevelLine(draft.Level);
        var number = string.Create(CultureInfo.InvariantCulture, $"{draft.From.Name} {draft.Number:000000}");
        var part = section is null ? "" : string.Create(CultureInfo.InvariantCulture, $" SECTION {section.Number:00} OF {section.Of:00}");
        sheet.Line($"{words}{part} {number}");
        sheet.Line("");
        var captions = draft.Captions;
        if (string.Equals(draft.Signal, "ZEL", StringComparison.Ordinal))
        {
            captions = captions.Insert(0, "CORRECTED COPY");
        }
        foreach (var caption in captions)
        {
            sheet.Line(caption);
        }
        if (captions.Length > 0)
        {
            sheet.Line("");
        }
        if (draft.Passing is { } passing)
        {
            sheet.Line($"{passing.Target} FOR {passing.Offices[0]} ({passing.Names[0]})");
            sheet.Line("");
        }
        var declassification = Order(sheet, draft);
        var tags = TagsLine(sheet, draft);
        var subject = SubjectLine(sheet, draft);
        var references = isFirst ? References(sheet, draft) : [];
        sheet.Line("");
        var authority = isFirst && draft.Level >= Level.Confidential ? Authority(sheet, draft) : null;
        return message with
        {
            Classification = new Classification(draft.Level, [], words),
            Mrn = new MessageReferenceNumber(draft.Time.Year, draft.From.Name, draft.Number, number),
            Captions = captions,
            Passing = draft.Passing is { } line ? [line] : [],
            Declassification = declassification,
            Tags = tags,
            Subject = subject,
            References = references,
            ClassifiedBy = authority,
        };
    }

    private static Declassification Order(Sheet sheet, Draft draft)
    {
        const string Number = "13526";
        Declassification line;
        if (draft.Level < Level.Confidential)
        {
            line = new Declassification(Number, DeclassificationKind.Na, "N/A");
        }
        else if (draft.Whim % 40 == 7)
        {
            line = new Declassification(Number, DeclassificationKind.Exemption, "DECL: 25X1") { Codes = ["25X1"] };
        }
        else if (draft.Whim % 40 == 8)
        {
            line = new Declassification(Number, DeclassificationKind.Event, "DECL: END OF EXERCISE") { Event = "END OF EXERCISE" };
        }
        else
        {
            var date = draft.Day.AddYears(5 + (draft.Whim % 5)).AddDays(-1 - (draft.Whim % 20));
            var raw = date.ToString(
                draft.Whim % 3 == 0 ? "'DECL: 'yyyy'/'MM'/'dd" : "'DECL: 'MM'/'dd'/'yyyy",
                CultureInfo.InvariantCulture
            );
            line = new Declassification(Number, DeclassificationKind.Date, raw) { Date = date };
        }
        sheet.Line($"E.O. {Number}: {line.Raw}");
        return line;
    }

    private static ImmutableArray<Tag> TagsLine(Sheet sheet, Draft draft)
    {
        var tags = ImmutableArray.CreateBuilder<Tag>();
        for (var i = 0; i < 1 + (draft.Whim % draft.Theme.Tags.Length); i++)
        {
            tags.Add(new Tag(draft.Theme.Tags[i], TagKind.Subject, null));
        }
        if (draft.TaggedPerson is { } person)
        {
            tags.Add(new Tag("OVIP", TagKind.Subject, null));
            tags.Add(new Tag(person.ToUpperInvariant(), TagKind.Person, null));
        }
        if (draft.Whim % 4 == 1)
        {
            tags.Add(new Tag(draft.Theme.Programs[0], TagKind.Program, null));
        }
        if (draft.Whim % 5 == 2)
        {
            tags.Add(new Tag(draft.Theme.Organizations[0], TagKind.Organization, null));
        }
        var regions = draft
            .To.Concat(draft.Copies)
            .Select(t => t.Station.Region)
            .Prepend(draft.From.Region)
            .Where(r => r.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Take(2);
        tags.AddRange(regions.Select(r => new Tag(r, TagKind.Geo, null)));
        var distinct = tags.DistinctBy(t => t.Code, StringComparer.Ordinal).ToImmutableArray();
        sheet.Line(
            "TAGS: "
                + string.Join(", ", distinct.Select(t => t.Kind == TagKind.Person ? $"({t.Code})" : t.Code))
                    .Replace(", (", " (", StringComparison.Ordinal)
        );
        return distinct;
    }

    private static Subject SubjectLine(Sheet sheet, Draft draft)
    {
        var mark = draft.SubjectIsMarked ? new Marking(Level.Unclassified, [], "(U)") : null;
        var opening = mark is null ? "SUBJECT: " : $"SUBJECT: {mark.Raw} ";
        sheet.Put(opening).Lines(Sheet.Wrap(draft.Subject, opening.Length));
        return new Subject(draft.Subject, mark);
    }

    private static ImmutableArray<MessageReference> References(Sheet sheet, Draft draft)
    {
        var references = ImmutableArray.CreateBuilder<MessageReference>(draft.References.Length);
        for (var i = 0; i < draft.References.Length; i++)
        {
            var reference = ReferenceForm.Cite(
                draft.References[i],
                draft,
                draft.References.Length > 1 ? ((char)('A' + i)).ToString() : null
            );
            var label = reference.Label is { } letter ? letter + ". " : "";
            sheet.Line((i == 0 ? "REF: " : "     ") + label + reference.Raw + (reference.Flags.IsEmpty ? "" : " (NOTAL)"));
            references.Add(reference);
        }
        return references.ToImmutable();
    }

    private static ClassificationAuthority Authority(Sheet sheet, Draft draft)
    {
        var title = Titles[draft.Whim % Titles.Length];
        var name = draft.Person;
        var letters = draft.Whim % 3 == 0 ? "1.4 (b)" : "1.4 (b) and (d)";
        var text = $"Classified By: {title} {name} for reasons {letters}.";
        if (draft.IsUpperCase)
        {
            (title, name, text) = (title.ToUpperInvariant(), name.ToUpperInvariant(), text.ToUpperInvariant());
        }
        sheet.Lines(Sheet.Wrap(text, 0));
        sheet.Line("");
        var reasons = ImmutableArray.Create(new ClassificationReason("1.4", "b"));
        return new ClassificationAuthority(title, name, text)
        {
            Reasons = draft.Whim % 3 == 0 ? reasons : reasons.Add(new ClassificationReason("1.4", "d")),
        };
    }
}
