using System.Collections.Immutable;
using CsCheck;

namespace Chancery.Messages.Tests.Writing;

/// <summary>Invented messages as a drafter would give them, in every profile and family that is written. EXERCISE.</summary>
internal static class Drafts
{
    public static readonly WriterOptions Options = new()
    {
        Reading = ReaderOptions.Default with
        {
            Directory = StationDirectory.Parse(
                """
                ri,name,kind,post,aliases
                RUEHNP,LEGATION NORTHPORT,embassy,NORTHPORT,
                RUEHSB,LEGATION SOUTH BAY,embassy,SOUTH BAY,
                RUEHUL,LEGATION ULMA,embassy,ULMA,
                RUEHC,MINFOR HOMECITY,department,HOMECITY,
                RUHEFLT,COMEXFLT,military,,
                RUEHZK,COASTAL COLLECTIVE,collective,,
                """
            ),
        },
    };

    private static readonly (string Indicator, string Name)[] Stations =
    [
        ("RUEHC", "MINFOR HOMECITY"),
        ("RUEHSB", "LEGATION SOUTH BAY"),
        ("RUEHUL", "LEGATION ULMA"),
        ("RUHEFLT", "COMEXFLT"),
        ("RUEHZK", "COASTAL COLLECTIVE"),
    ];

    private static readonly string[] Vocabulary =
    [
        "THE",
        "HARBOUR",
        "BOARD",
        "MET",
        "ON",
        "TUESDAY",
        "AND",
        "AGREED",
        "TO",
        "DREDGE",
        "CHANNEL",
        "SEVEN",
        "BEFORE",
        "WINTER",
        "PILOTS",
        "ASK",
        "FOR",
        "TWELVE",
        "RADIOS",
        "WITH",
        "SPARES",
        "COST",
        "1,450",
        "3.5",
        "(SEE",
        "BELOW)",
        "BUOY-TENDERS",
        "EXERCISE",
        "NORTHERN",
        "LANTERN.",
        "VESSELS",
        "2.",
        "BT",
        "REF",
        "A.",
        "UNDERTAKING",
    ];

    private static Gen<string> Prose(int least, int most) =>
        from words in Sample.AnyOf(Vocabulary).Array[least, most]
        select $"EXERCISE {string.Join(' ', words)} END OF EXERCISE PASSAGE.";

    private static readonly Gen<DateTimeOffset> Time =
        from minutes in Gen.Int[0, 14 * 365 * 24 * 60]
        let time = new DateTimeOffset(2011, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes)
        select time.AddHours(
            time.Hour is 0 ? 1
            : time.Hour is 23 ? -1
            : 0
        );

    private static Gen<ImmutableArray<Addressee>> Addressees(int least, int first, int end, bool isState) =>
        from marks in Gen.Select(Gen.Bool, Gen.Int[0, 3], Gen.Int[1000, 9999], Gen.Bool).Array[end - first]
        from count in Gen.Int[least, end - first]
        select ImmutableArray.CreateRange(
            Enumerable
                .Range(0, count)
                .Select(i =>
                {
                    var (indicator, name) = Stations[first + i];
                    var (hasOffice, word, number, hasNumber) = marks[i];
                    return new Addressee(name)
                    {
                        RoutingIndicator = indicator,
                        Offices = hasOffice && !isState ? ["N3", "N5"] : [],
                        Precedence = isState && word == 1 ? Messages.Precedence.Routine : null,
                        Number = isState && hasNumber ? number.ToString() : null,
                    };
                })
        );

    private static readonly Gen<(Profile, TextFamily)> Form = Sample.AnyOf(
        (Profile.State, TextFamily.State2000),
        (Profile.Acp127Us, TextFamily.State2000),
        (Profile.Acp127Us, TextFamily.NavalSet),
        (Profile.Acp127Us, TextFamily.Plain),
        (Profile.Acp127, TextFamily.NavalSet),
        (Profile.Acp127, TextFamily.NavalPlain),
        (Profile.Acp127, TextFamily.Plain),
        (Profile.Acp128, TextFamily.NavalSet),
        (Profile.Acp128, TextFamily.NavalPlain),
        (Profile.Acp128, TextFamily.Plain),
        (Profile.Reading, TextFamily.State2000),
        (Profile.Reading, TextFamily.NavalSet)
    );

    private static readonly Gen<Level> AnyLevel = Sample.AnyOf(Level.Unclassified, Level.Confidential, Level.Secret, Level.TopSecret);

    private static Gen<ImmutableArray<Paragraph>> Paragraphs(Level level, TextFamily family, int most) =>
        from texts in Prose(3, 90).Array[1, family == TextFamily.Plain ? 1 : most]
        from shapes in Gen.Int[0, 9].Array[texts.Length]
        select ImmutableArray.CreateRange(
            texts.Select(
                (text, i) =>
                {
                    var isLow = i > 0 && shapes[i] % 3 == 0;
                    Marking? mark =
                        family == TextFamily.Plain || (level == Level.Unclassified && family != TextFamily.State2000)
                            ? null
                            : Mark(isLow ? Level.Unclassified : level);
                    return new Paragraph(null, mark, new Passage(text))
                    {
                        Heading =
                            family != TextFamily.State2000 ? null
                            : i == 0 ? "SUMMARY"
                            : shapes[i] == 4 ? "WINTER DREDGING"
                            : null,
                    };
                }
            )
        );

    private static Paragraph Released(Level level) =>
        new(null, level == Level.Unclassified ? null : Mark(Level.Unclassified), new Passage("RELEASED BY CAPT JANE ROE."));

    public static Marking Mark(Level level) => new(level, [], $"({level.Mark()})");

    /// <summary>Drafts of up to so many paragraphs.</summary>
    public static Gen<MessageBuilder> Of(int mostParagraphs) =>
        from form in Form
        from level in AnyLevel
        from time in Time
        from action in Addressees(1, 0, 2, form.Item1 == Profile.State)
        from info in Addressees(0, 2, 5, form.Item1 == Profile.State)
        from precedence in Sample.AnyOf(Precedence.Routine, Precedence.Priority)
        from number in Gen.Int[1, 9999]
        from subject in Prose(2, 14)
        from paragraphs in Paragraphs(level, form.Item2, mostParagraphs)
        from whim in Gen.Int[0, 11]
        select Make(form.Item1, form.Item2, level, time, action, info, precedence, number, subject.TrimEnd('.'), paragraphs, whim);

    private static MessageBuilder Make(
        Profile profile,
        TextFamily family,
        Level level,
        DateTimeOffset time,
        ImmutableArray<Addressee> action,
        ImmutableArray<Addressee> info,
        Precedence precedence,
        int number,
        string subject,
        ImmutableArray<Paragraph> paragraphs,
        int whim
    )
    {
        var isState = family == TextFamily.State2000;
        var isSecret = level >= Level.Confidential;
        var low = isSecret ? Mark(Level.Unclassified) : null;
        return new MessageBuilder
        {
            Options = Options,
            Profile = profile,
            Family = family,
            Level = level,
            Time = time,
            Filed = time.AddMinutes(whim % 5),
            From = new Originator("LEGATION NORTHPORT", []),
            Action = action,
            Info = info,
            Exempt =
                profile != Profile.Acp127 && info is [.., { Name: "COASTAL COLLECTIVE" }]
                    ? [new ExemptedAddressee("LEGATION EASTPORT", null, "COASTAL COLLECTIVE")]
                    : [],
            MessageInstructions = whim == 5 ? ["ZEL"] : [],
            Precedence = precedence,
            InfoPrecedence = precedence > Precedence.Routine && !info.IsEmpty && whim % 2 == 0 ? Precedence.Routine : null,
            Station = profile == Profile.Reading ? null : "RUEHNP",
            StationSerial = profile == Profile.Acp127 && whim % 2 == 0 ? $"{1 + (number % 999):000}B" : null,
            Number = number,
            Instructions = profile == Profile.Acp128 && whim % 3 == 0 ? [new Instruction("ZUI", ["RUEHNP0042", "0331200"])] : [],
            Captions = isState && whim % 3 == 1 ? ["SIPDIS"] : [],
            Passing = isState && whim % 6 == 1 ? [new PassingLine("HOMECITY", ["EUR/WE"], ["ROE"])] : [],
            Post = isState ? "NORTHPORT" : null,
            Order = isState ? "13526" : null,
            Declassify =
                !isState ? null
                : isSecret ? $"DECL: {time.AddYears(9):MM/dd/yyyy}"
                : "N/A",
            Tags = isState ? ["MARR", "PREL", .. whim % 4 == 2 ? ["OVIP", "ROE, JANE"] : Array.Empty<string>()] : [],
            Subject =
                family is TextFamily.State2000 ? new Subject(subject, Mark(Level.Unclassified))
                : family is TextFamily.NavalPlain ? new Subject(subject, low)
                : null,
            References =
                !isState || whim % 3 == 0 ? []
                : whim % 3 == 1 ? ["HOMECITY 1234"]
                : ["HOMECITY 1234", "SOUTH BAY 567"],
            ClassifiedBy = isState && isSecret ? "CLASSIFIED BY: AMBASSADOR JANE ROE FOR REASONS 1.4 (B) AND (D)." : null,
            Paragraphs = family is TextFamily.NavalSet or TextFamily.NavalPlain ? paragraphs.Add(Released(level)) : paragraphs,
            Signature = isState ? "ROE" : null,
            SubjectCode = family is TextFamily.NavalSet or TextFamily.NavalPlain ? "N02000" : null,
            Serial = family is TextFamily.NavalSet && whim % 2 == 0 ? new MessageSerial("NAVADMIN", "161", time.Year) : null,
            Sets =
                family != TextFamily.NavalSet
                    ? []
                    :
                    [
                        new MessageSet("MSGID", ["GENADMIN", "LEGATION NORTHPORT", "N1", time.ToString("MMM").ToUpperInvariant()], default),
                        new MessageSet("SUBJ", [low is null ? subject : $"(U) {subject}"], default),
                        new MessageSet("RMKS", [], default),
                    ],
        };
    }
}
