namespace Chancery.Office;

/// <summary>
/// What a reader may see of a message whose whole is closed to him: built up from the portions that are open, so that nothing else can be in it
/// (handling.md RD-7 to RD-11). Subject, TAGS, addresses, number and date-time group go with the subject's mark (RD-4).
/// </summary>
public sealed record Extract
{
    /// <summary>The fields of lists, as far as they are open.</summary>
    public required MessageRow Row { get; init; }

    /// <summary>The message as far as it is open: no bytes, no places.</summary>
    public required Message Message { get; init; }

    /// <summary>Numbers of the paragraphs that are withheld, in order; one without a number is not mentioned.</summary>
    public required ImmutableArray<WithheldParagraph> Withheld { get; init; }

    /// <summary>Builds it; null where no portion is open.</summary>
    /// <param name="row">The row of the whole message.</param>
    /// <param name="message">The whole message.</param>
    /// <param name="reader">Who looks.</param>
    public static Extract? Of(MessageRow row, Message message, Reader reader) =>
        Of(row, message, need => ReadingRights.Satisfies(reader, need.Rank, need.Caveats));

    /// <summary>The same for whoever satisfies some needs: what the index holds for him.</summary>
    internal static Extract? Of(MessageRow row, Message message, Func<PortionNeed, bool> isOpen)
    {
        var shown = ImmutableArray.CreateBuilder<Paragraph>();
        var withheld = ImmutableArray.CreateBuilder<WithheldParagraph>();
        var level = Level.Unclassified;
        var subject = false;
        foreach (var (paragraph, need) in MessagePortions.Of(message))
        {
            var open = need is not null && isOpen(need);
            if (paragraph is null)
            {
                subject = open;
                level = open ? Higher(level, need!, message.Subject!.Portion!.Level) : level;
            }
            else if (open)
            {
                shown.Add(
                    new Paragraph(paragraph.Number, paragraph.Portion, new Passage(paragraph.Text))
                    {
                        Heading = paragraph.Heading,
                        Labels = paragraph.Labels,
                    }
                );
                level = Higher(level, need!, paragraph.Portion!.Level);
            }
            else if (paragraph.Number is { } number)
            {
                withheld.Add(new WithheldParagraph(number, shown.Count));
            }
        }
        if (shown.Count == 0 && !subject)
        {
            return null;
        }
        var built = Build(message, [.. shown], subject, level);
        return new Extract
        {
            Row = RowOf(row, built, level),
            Message = built,
            Withheld = withheld.ToImmutable(),
        };
    }

    private static Message Build(Message message, ImmutableArray<Paragraph> shown, bool subject, Level level)
    {
        var asks = message.ActionRequests.Intersect(shown.Select(paragraph => paragraph.Number).OfType<string>(), StringComparer.Ordinal);
        var built = new Message
        {
            Profile = message.Profile,
            Family = message.Family,
            // RD-10: markings of the source stay visible, and the view says its own level.
            Classification = message.Classification,
            Captions = message.Captions,
            Declassification = message.Declassification,
            ClassifiedBy = message.ClassifiedBy,
            EffectiveLevel = new EffectiveLevel(level, Source(message)),
            Paragraphs = shown,
            ActionRequests = [.. asks],
        };
        return subject
            ? built with
            {
                Precedence = message.Precedence,
                Dtg = message.Dtg,
                From = message.From,
                Action = message.Action,
                Info = message.Info,
                Mrn = message.Mrn,
                Serial = message.Serial,
                Subject = message.Subject,
                Tags = message.Tags,
                References = message.References,
            }
            : built;
    }

    private static MessageRow RowOf(MessageRow row, Message built, Level level) =>
        MessageRow.Of(built, row.Id, row.FiledAt, new Origin(row.Origin.Door, ""), row.Filing, level) with
        {
            Protection = row.Protection,
            IsExtract = true,
        };

    private static string Source(Message message) =>
        message.Classification is { } line ? $"extract of a {line.Level.Name()} message" : "extract";

    /// <summary>RD-10: the level of the view is that of its highest portion; words inside count by rank.</summary>
    private static Level Higher(Level level, PortionNeed need, Level marked)
    {
        var own = marked.Rank() >= need.Rank ? marked : Levels.All.ToArray().First(candidate => candidate.Rank() >= need.Rank);
        return own > level ? own : level;
    }
}
