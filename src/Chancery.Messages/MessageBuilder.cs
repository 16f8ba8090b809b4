using System.Globalization;
using Chancery.Messages.Writing;

namespace Chancery.Messages;

/// <summary>
/// What a drafter says of a message. <see cref="TryBuild"/> sets it in the form of its profile, reads that, and gives the message only where it reads
/// as it was meant and passes the checks before sending.
/// </summary>
public sealed record MessageBuilder
{
    /// <summary>The transmission form; <see cref="Profile.Reading"/> for a copy without format lines 1 to 4.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The form of the text.</summary>
    public required TextFamily Family { get; init; }

    /// <summary>The instant of the date-time group; seconds are dropped.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The originator.</summary>
    public required Originator From { get; init; }

    /// <summary>The level of the text.</summary>
    public required Level Level { get; init; }

    /// <summary>Precedence for action addressees.</summary>
    public Precedence Precedence { get; init; } = Precedence.Routine;

    /// <summary>Precedence for information addressees where it is lower, or null.</summary>
    public Precedence? InfoPrecedence { get; init; }

    /// <summary>Action addressees.</summary>
    public ImmutableArray<Addressee> Action { get; init; } = [];

    /// <summary>Information addressees.</summary>
    public ImmutableArray<Addressee> Info { get; init; } = [];

    /// <summary>Exempted members of the last collective.</summary>
    public ImmutableArray<ExemptedAddressee> Exempt { get; init; } = [];

    /// <summary>The routing indicator of the calling station; null only in a reading copy.</summary>
    public string? Station { get; init; }

    /// <summary>The station serial number as printed; where null, the last four digits of <see cref="Number"/>.</summary>
    public string? StationSerial { get; init; }

    /// <summary>When the station got the message; where null, <see cref="Time"/>.</summary>
    public DateTimeOffset? Filed { get; init; }

    /// <summary>Routing indicators called; where empty, those of the addressees, each once.</summary>
    public ImmutableArray<string> Called { get; init; } = [];

    /// <summary>Groups of format line 4 behind the security warning, by signal.</summary>
    public ImmutableArray<Instruction> Instructions { get; init; } = [];

    /// <summary>Groups of format line 5 behind the date-time group.</summary>
    public ImmutableArray<string> MessageInstructions { get; init; } = [];

    /// <summary>Caveats on the classification line, such as <c>NOFORN</c>.</summary>
    public ImmutableArray<string> Caveats { get; init; } = [];

    /// <summary>Captions in the order in which they stand.</summary>
    public ImmutableArray<string> Captions { get; init; } = [];

    /// <summary>Passing lines.</summary>
    public ImmutableArray<PassingLine> Passing { get; init; } = [];

    /// <summary>The telegraph name of a State telegram's post, or null.</summary>
    public string? Post { get; init; }

    /// <summary>The number of a State telegram in its post's series of the year, 1 to 999999.</summary>
    public int Number { get; init; }

    /// <summary>The executive order of the E.O. line, such as <c>13526</c>, or null.</summary>
    public string? Order { get; init; }

    /// <summary>What the E.O. line says behind the order, such as <c>DECL: 09/25/2035</c>.</summary>
    public string? Declassify { get; init; }

    /// <summary>Codes of the TAGS line; a person as <c>SURNAME, GIVEN</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The subject, or null.</summary>
    public Subject? Subject { get; init; }

    /// <summary>References as printed; lettered A, B, C where there are two or more.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>The authority block as printed, such as <c>Classified By: Ambassador Jane Roe for reasons 1.4 (b).</c>, or null.</summary>
    public string? ClassifiedBy { get; init; }

    /// <summary>Paragraphs; in numbered texts those without a number get the next, but a telegram's only one stays without (text.md PA-1).</summary>
    public ImmutableArray<Paragraph> Paragraphs { get; init; } = [];

    /// <summary>The signature of a State telegram, or null.</summary>
    public string? Signature { get; init; }

    /// <summary>The Navy's subject code, such as <c>N02000</c>, or null.</summary>
    public string? SubjectCode { get; init; }

    /// <summary>Title and serial of a general message, or null.</summary>
    public MessageSerial? Serial { get; init; }

    /// <summary>The sets of a naval text; the one with the id RMKS or GENTEXT takes <see cref="Paragraphs"/> in.</summary>
    public ImmutableArray<MessageSet> Sets { get; init; } = [];

    /// <summary>How the message will be written, and how it is read for proof.</summary>
    public WriterOptions Options { get; init; } = WriterOptions.Default;

    /// <summary>
    /// Builds the message: its words as the circuit types them, its lines at most 69 characters long. False with a sentence for each thing that is
    /// wrong, and then no message: a field that would read otherwise, a line that cannot be written, an error of the checks before sending.
    /// </summary>
    public bool TryBuild([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Message? message, out ImmutableArray<string> mistakes)
    {
        message = null;
        var change = new ProfileChange(Draft(), Profile, Options);
        var draft = change.Fit();
        if (change.Refusals.Count > 0)
        {
            mistakes = [.. change.Refusals];
            return false;
        }
        var keyboard = Keyboard.Of(Profile);
        var read = new MessageReader(Options.Reading).Read(MessageWriter.WriteWhole(draft));
        var meant = Meant(draft, read, keyboard);
        List<string> wrong = [.. FieldDifferences.OfHeading(draft, read, keyboard), .. FieldDifferences.OfText(meant, read, keyboard)];
        var built = Unplaced(read);
        if (wrong.Count == 0)
        {
            var written = new MessageWriter(Options).Write(built);
            mistakes =
            [
                .. change.Lost,
                .. written.Refusals,
                .. written
                    .Transmissions.SelectMany(sent => sent.Findings)
                    .Where(finding => finding.Severity == Severity.Error)
                    .Select(finding => $"{finding.Id}: {finding.Message}"),
            ];
            message = mistakes.IsEmpty ? built : null;
            return message is not null;
        }
        mistakes = [.. wrong.Select(field => $"The {field} would not read as given.")];
        return false;
    }

    private Message Draft()
    {
        var mrn = Post is null ? null : new MessageReferenceNumber(Time.UtcDateTime.Year, Post, Number, Post);
        return new Message
        {
            Profile = Profile,
            Family = Family,
            Transmission = Profile == Profile.Reading ? Transmission.None with { MessageInstructions = MessageInstructions } : Procedure(),
            Precedence = new PrecedencePair(Precedence, InfoPrecedence),
            Dtg = new DateTimeGroup(ProfileChange.Print(Time, Profile), Time.ToUniversalTime()),
            From = From,
            Action = Action,
            Info = Info,
            Exempt = Exempt,
            Classification = new Classification(Level, Caveats, ""),
            Mrn = mrn,
            Captions = Captions,
            Passing = Passing,
            Declassification = Declassify is null ? null : new Declassification(Order, DeclassificationKind.None, Declassify),
            Tags =
            [
                .. Tags.Select(code => new Tag(
                    code,
                    code.Contains(',', StringComparison.Ordinal) ? TagKind.Person : TagKind.Unknown,
                    null
                )),
            ],
            Subject = Subject,
            References = [.. References.Select((raw, i) => new MessageReference(Letter(i), ReferenceKind.Unknown, raw))],
            ClassifiedBy = ClassifiedBy is null ? null : new ClassificationAuthority(null, null, ClassifiedBy),
            Paragraphs = Numbered(),
            Signature = Signature,
            SubjectCode = SubjectCode,
            Serial = Serial,
            Sets = Sets,
        };
    }

    private Transmission Procedure()
    {
        var filed = (Filed ?? Time).ToUniversalTime();
        var isJulian = Profile != Profile.Acp127;
        var printed = isJulian
            ? string.Create(CultureInfo.InvariantCulture, $"{filed.DayOfYear:000}{filed.Hour:00}{filed.Minute:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{filed.Day:00}/{filed.Hour:00}{filed.Minute:00}Z");
        var serial = StationSerial ?? (Number % 10_000).ToString("0000", CultureInfo.InvariantCulture);
        var called = Called.IsEmpty ? Stations() : Called;
        var letter = LevelPrint.Letter(Level);
        return new Transmission
        {
            Called = new CalledStations(Precedence, called),
            Station = Station is null ? null : new CallingStation(Station, serial, printed, filed) { Julian = isJulian ? printed : null },
            Security = new SecurityWarning(letter == 'U' ? "ZNR" : "ZNY", new string(letter, 5), Level),
            Instructions = Instructions,
            MessageInstructions = MessageInstructions,
        };
    }

    /// <summary>The stations of the addressees, each once; those behind one relay stand together (transmission.md 2.3).</summary>
    private ImmutableArray<string> Stations() =>
        [
            .. Action
                .Concat(Info)
                .Where(addressee => !addressee.IsServedOtherwise)
                .Select(addressee => addressee.RoutingIndicator)
                .OfType<string>()
                .Distinct()
                .GroupBy(indicator => indicator[..Math.Min(4, indicator.Length)])
                .SelectMany(relay => relay),
        ];

    private string? Letter(int index) => References.Length > 1 ? ((char)('A' + Math.Min(index, 25))).ToString() : null;

    private ImmutableArray<Paragraph> Numbered()
    {
        if (Family == TextFamily.Plain || (Family == TextFamily.State2000 && Paragraphs.Length == 1))
        {
            return Paragraphs;
        }
        var last = 0;
        var numbered = ImmutableArray.CreateBuilder<Paragraph>(Paragraphs.Length);
        foreach (var paragraph in Paragraphs)
        {
            last = int.TryParse(paragraph.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : last + 1;
            numbered.Add(paragraph with { Number = last.ToString(CultureInfo.InvariantCulture) });
        }
        return numbered.MoveToImmutable();
    }

    /// <summary>The draft with what only reading can tell: kinds, dates, names inside of what was given as words.</summary>
    private static Message Meant(Message draft, Message read, Keyboard keyboard) =>
        draft with
        {
            Declassification =
                Same(draft.Declassification?.Raw, read.Declassification?.Raw, keyboard)
                && draft.Declassification?.Order == read.Declassification?.Order
                    ? read.Declassification
                    : draft.Declassification,
            Tags = draft.Tags.Select(tag => tag.Code).SequenceEqual(read.Tags.Select(tag => tag.Code)) ? read.Tags : draft.Tags,
            References =
                draft.References.Length == read.References.Length
                && draft
                    .References.Zip(read.References)
                    .All(pair => pair.First.Label == pair.Second.Label && Same(pair.First.Raw, pair.Second.Raw, keyboard))
                    ? read.References
                    : draft.References,
            ClassifiedBy = Same(draft.ClassifiedBy?.Raw, read.ClassifiedBy?.Raw, keyboard) ? read.ClassifiedBy : draft.ClassifiedBy,
            Paragraphs =
            [
                .. draft.Paragraphs.Select((p, i) => i < read.Paragraphs.Length ? p with { Labels = read.Paragraphs[i].Labels } : p),
            ],
            Sets = draft.Sets.Select(set => set.Id).SequenceEqual(read.Sets.Select(set => set.Id))
                ? [.. draft.Sets.Zip(read.Sets, (given, set) => set.IsFreeText && given.Id is "RMKS" or "GENTEXT" ? set : given)]
                : draft.Sets,
            Subject = draft.Family is TextFamily.NavalSet && draft.Subject is null ? read.Subject : draft.Subject,
            Summary = read.Summary,
            ActionRequests = read.ActionRequests,
            Releaser = read.Releaser,
        };

    private static bool Same(string? a, string? b, Keyboard keyboard) => keyboard.Words(a) == keyboard.Words(b);

    /// <summary>The message without the bytes it was read from.</summary>
    private static Message Unplaced(Message read) =>
        read with
        {
            Raw = default,
            View = null,
            Parts = [],
            Findings = [],
            Paragraphs = [.. read.Paragraphs.Select(paragraph => paragraph with { Span = default })],
            Sets = [.. read.Sets.Select(set => new MessageSet(set.Id, set.Fields, default))],
        };
}
