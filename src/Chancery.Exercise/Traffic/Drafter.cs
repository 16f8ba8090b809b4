namespace Chancery.Exercise.Traffic;

using Forms;
using Words;
using World;

/// <summary>Drafts what is not part of an equipment thread: reports, answers, instructions, military and harbour traffic.</summary>
internal sealed class Drafter(Dice dice, Prose prose, Ledger ledger, History history)
{
    /// <summary>A fresh draft with its times, number and small choices.</summary>
    public Draft Begin(string kind, Station from, Profile profile, TextFamily family, Theme theme, DateTimeOffset time) =>
        new(kind, from, profile, family, time, theme)
        {
            Number = ledger.Next(from, time.Year),
            Filed = time.AddMinutes(dice.PerMille(600) ? 0 : dice.Between(1, 9)),
            Whim = dice.Below(27720),
            IsUpperCase = family != TextFamily.State2000 || from.Index % 3 == 0,
            LineEnd = dice.Below(20) switch
            {
                < 13 => "\n",
                < 17 => "\r\n",
                _ => "\r\r\n",
            },
            Signature = dice.PickUneven(Lexicon.Instance.Surnames).ToUpperInvariant(),
            Person = prose.Person(),
            Note = new ExerciseNote(kind),
        };

    /// <summary>A report of a legation to the capital.</summary>
    public Draft Report(DateTimeOffset time)
    {
        var theme = dice.PickUneven(Lexicon.Instance.Themes);
        var draft = Begin("report", dice.PickUneven(Stations.Posts), Profile.State, TextFamily.State2000, theme, time);
        draft = Marked(draft, StateLevel());
        var isConsular = theme.Tags[0].StartsWith('C') && dice.PerMille(400);
        return Subjected(draft, prose.Title(theme)) with
        {
            To = [Target(draft, Stations.Capital)],
            Copies = Copies(draft),
            References = Earlier(theme, draft.Whim % 5 > 2 ? 0 : dice.Between(1, 3), time),
            Body = StateBody(draft, Lexicon.Instance.Reports),
            MayBeCut = true,
            HasPages = draft.Whim % 12 == 5,
            TaggedPerson = isConsular ? TagName() : null,
        };
    }

    /// <summary>An answer to an earlier State message; a report where there is none.</summary>
    public Draft Answer(DateTimeOffset time)
    {
        var theme = dice.PickUneven(Lexicon.Instance.Themes);
        if (history.Recall(theme, dice) is not { } asked || asked.Draft.Family != TextFamily.State2000)
        {
            return Report(time);
        }
        var from = asked.Draft.From == Stations.Capital ? Answerer(asked.Draft) : Stations.Capital;
        var draft = Marked(Begin("answer", from, Profile.State, TextFamily.State2000, theme, time), asked.Draft.Level);
        draft = draft with { To = [Target(draft, asked.Draft.From)] };
        return draft with
        {
            Subject = asked.Draft.Subject,
            SubjectIsMarked = draft.IsClassified,
            Copies = Copies(draft),
            References = [History.Cite(asked.Draft), .. Earlier(theme, dice.Below(2), time)],
            Body = StateBody(draft, Lexicon.Instance.Opinions),
            Note = draft.Note with { Answers = asked.File },
        };
    }

    /// <summary>An instruction of the capital to posts.</summary>
    public Draft Instruction(DateTimeOffset time)
    {
        var theme = dice.PickUneven(Lexicon.Instance.Themes);
        var draft = Marked(Begin("instruction", Stations.Capital, Profile.State, TextFamily.State2000, theme, time), StateLevel());
        var collective = dice.PerMille(300) && !draft.IsClassified ? dice.Pick(Stations.Collectives) : null;
        var posts = Several(Stations.Posts, dice.Between(1, 6));
        ImmutableArray<string> members = collective is null ? [] : [.. collective.Members.Except(posts.Select(post => post.Plad))];
        return Subjected(draft, prose.Title(theme)) with
        {
            To = [.. posts.Select(post => Target(draft, post))],
            Copies = collective is null ? [] : [Target(draft, dice.Pick(Stations.Ministries)), Target(draft, collective)],
            Exempt = members.IsEmpty || dice.PerMille(600) ? [] : Several(members, dice.Between(1, 2)),
            References = Earlier(theme, dice.Below(3), time),
            Body = StateBody(draft, Lexicon.Instance.Instructions),
        };
    }

    /// <summary>An operational message of a naval command.</summary>
    public Draft Naval(DateTimeOffset time)
    {
        var theme = dice.PickUneven(Lexicon.Instance.Themes);
        var family = dice.PerMille(800) ? TextFamily.NavalSet : TextFamily.NavalPlain;
        var draft = Leveled(
            Begin("naval message", dice.PickUneven(Stations.Fleets), Profile.Acp128, family, theme, time),
            MilitaryLevel(family)
        );
        return Subjected(draft, prose.Title(theme)) with
        {
            To = [.. Several(Others(Stations.Fleets, draft.From), dice.Between(1, 3)).Select(Naval)],
            Copies = draft.Info is null && dice.PerMille(500) ? [] : [.. Several(Stations.Commands, dice.Between(1, 2)).Select(Naval)],
            References = family == TextFamily.NavalSet ? Papers(theme, dice.Below(4), time) : [],
            Body = MilitaryBody(draft),
        };
    }

    /// <summary>A general message with a title and a number of the year.</summary>
    public Draft General(DateTimeOffset time, int number)
    {
        var theme = dice.Pick(Lexicon.Instance.Themes);
        var draft = Begin("general message", Stations.Fleets[0], Profile.Acp128, TextFamily.NavalSet, theme, time);
        return Subjected(draft, prose.Title(theme)) with
        {
            Serial = new MessageSerial("PORTADMIN", number.ToString("000", CultureInfo.InvariantCulture), time.Year),
            To = [.. Stations.Fleets.Skip(1).Select(Naval)],
            References = Papers(theme, dice.Below(3), time),
            Body = MilitaryBody(draft),
        };
    }

    /// <summary>A message of a field command.</summary>
    public Draft Command(DateTimeOffset time)
    {
        var theme = dice.PickUneven(Lexicon.Instance.Themes);
        var draft = Begin("command message", dice.Pick(Stations.Commands), Profile.Acp127Us, TextFamily.NavalSet, theme, time);
        draft = Leveled(draft, MilitaryLevel(TextFamily.NavalSet));
        return Subjected(draft, prose.Title(theme)) with
        {
            To = [.. Several(Others(Stations.Commands, draft.From), 2).Select(Naval)],
            Copies = draft.Info is null && dice.PerMille(500) ? [] : [.. Several(Stations.Posts, dice.Between(1, 3)).Select(Naval)],
            References = Papers(theme, dice.Below(3), time),
            Body = MilitaryBody(draft),
        };
    }

    /// <summary>A short message of a harbour office.</summary>
    public Draft Harbour(DateTimeOffset time)
    {
        var theme = Lexicon.Instance.Themes[dice.PerMille(700) ? 0 : 2];
        var family = dice.PerMille(500) ? TextFamily.Plain : TextFamily.NavalPlain;
        var from = dice.Pick(Stations.Harbours);
        var draft = Begin("harbour message", from, Profile.Acp127, family, theme, time) with { Action = Letter() };
        return Subjected(draft, prose.Title(theme)) with
        {
            To = [.. Several(Others(Stations.Harbours, from), 2).Select(s => new Target(s))],
            Body = MilitaryBody(draft),
        };
    }

    /// <summary>The subject with the mark of the exercise in front, in the case of the message.</summary>
    public Draft Subjected(Draft draft, string subject)
    {
        subject = "EXERCISE: " + subject;
        return draft with
        {
            Subject = draft.IsUpperCase ? subject.ToUpperInvariant() : subject,
            SubjectIsMarked = draft.IsClassified || (draft.Level == Level.Sbu && dice.PerMille(500)),
        };
    }

    /// <summary>Gives a State message its level, captions, precedences and passing line.</summary>
    public Draft Marked(Draft draft, Level level)
    {
        draft = Leveled(draft, level);
        var isClosed = draft.IsClassified && draft.Whim % 16 == 0;
        var captions = ImmutableArray.CreateBuilder<string>();
        if (isClosed)
        {
            captions.Add(
                dice.Below(7) switch
                {
                    0 => "NODIS",
                    1 or 2 => "EXDIS",
                    3 => "LIMDIS",
                    _ => "STADIS",
                }
            );
        }
        var nationals = draft.Level >= Level.Confidential && draft.Whim % 11 == 0;
        if (nationals)
        {
            captions.Add("NOFORN");
        }
        if (draft.Level == Level.Sbu)
        {
            captions.Add("SENSITIVE");
        }
        if (!isClosed && draft.Whim % 3 != 0)
        {
            captions.Add("SIPDIS");
        }
        var passing =
            !isClosed && draft.Whim % 9 == 0
                ? new PassingLine("DEPT", ["MAR/OPS"], [dice.PickUneven(Lexicon.Instance.Surnames).ToUpperInvariant()])
                : null;
        return draft with { Captions = captions.ToImmutable(), ForNationalsOnly = nationals, Passing = passing };
    }

    /// <summary>An addressee of a State message with its continuity number.</summary>
    public Target Target(Draft draft, Station station) =>
        new(station)
        {
            Number = station.Kind is StationKind.Legation or StationKind.Ministry ? ledger.Continuity(draft.From, station) : null,
            Word = Word(draft, station),
            IsServed = station.Kind == StationKind.Ministry && station != Stations.Capital && draft.Whim % 13 == 0,
        };

    /// <summary>Information addressees of a State message: none outside the service where a caption closes it (CA-5).</summary>
    public ImmutableArray<Target> Copies(Draft draft)
    {
        if (draft.Info is null && dice.PerMille(450))
        {
            return [];
        }
        var isClosed = draft.Captions.Any(c => c is "NODIS" or "EXDIS" or "STADIS");
        var others = Stations.Posts.Remove(draft.From).RemoveRange(draft.To.Select(t => t.Station));
        var copies = Several(others, dice.Between(1, 4)).ToList();
        if (!isClosed)
        {
            copies.Add(dice.Pick(Stations.Ministries));
            copies.Add(dice.Pick(dice.PerMille(500) ? Stations.Commands : Stations.Fleets));
        }
        return [.. copies.Select(station => Target(draft, station))];
    }

    /// <summary>An addressee of a military message, some with an office code.</summary>
    public Target Naval(Station station) =>
        new(station) { Office = station.Kind == StationKind.Fleet && dice.PerMille(500) ? $"N{dice.Between(1, 8)}" : null };

    /// <summary>Gives a message its level and precedences.</summary>
    public Draft Leveled(Draft draft, Level level)
    {
        var action = Letter();
        Precedence? info = action > Precedence.Routine && dice.PerMille(700) ? Precedence.Routine : null;
        return draft with { Level = level, Action = action, Info = action == Precedence.Flash ? null : info };
    }

    private static Precedence? Word(Draft draft, Station station) =>
        IsForTheNight(draft) && station == Stations.Capital ? Precedence.NiactImmediate
        : draft.Info is null && station.Kind == StationKind.Legation && draft.Whim % 6 == 0 ? draft.Action
        : null;

    /// <summary>The capital is to act on it by night; its first paragraph says why.</summary>
    private static bool IsForTheNight(Draft draft) => draft.Action == Precedence.Immediate && draft.Whim % 4 == 0;

    private Precedence Letter() =>
        dice.Below(1000) switch
        {
            < 4 => Precedence.Flash,
            < 60 => Precedence.Immediate,
            < 380 => Precedence.Priority,
            _ => Precedence.Routine,
        };

    private Level StateLevel() =>
        dice.Below(1000) switch
        {
            < 450 => Level.Unclassified,
            < 580 => Level.Sbu,
            < 600 => Level.Lou,
            < 900 => Level.Confidential,
            < 995 => Level.Secret,
            _ => Level.TopSecret,
        };

    private Level MilitaryLevel(TextFamily family) =>
        family != TextFamily.NavalSet
            ? Level.Unclassified
            : dice.Below(1000) switch
            {
                < 660 => Level.Unclassified,
                < 710 => Level.Fouo,
                < 780 => Level.Restricted,
                < 930 => Level.Confidential,
                _ => Level.Secret,
            };

    private string TagName() => $"{dice.PickUneven(Lexicon.Instance.Surnames)}, {dice.Pick(Lexicon.Instance.GivenNames)}";

    /// <summary>A post that was asked, else any.</summary>
    private Station Answerer(Draft asked) =>
        asked.To.Select(t => t.Station).FirstOrDefault(station => station.Kind == StationKind.Legation) ?? dice.Pick(Stations.Posts);

    private static ImmutableArray<Station> Others(ImmutableArray<Station> stations, Station from) => stations.Remove(from);

    private ImmutableArray<T> Several<T>(ImmutableArray<T> from, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => dice.Pick(from)).Distinct()];

    private ImmutableArray<Citation> Earlier(Theme theme, int count, DateTimeOffset time)
    {
        var citations = new List<Citation>();
        for (var i = 0; i < count; i++)
        {
            if (dice.PerMille(60))
            {
                var pair = $"{dice.PickUneven(Lexicon.Instance.Surnames)}-{dice.PickUneven(Lexicon.Instance.Surnames)}".ToUpperInvariant();
                citations.Add(
                    new Citation(Stations.Capital, 0, time.AddDays(-dice.Between(1, 9)), "", ReferenceKind.Email) { Pair = pair }
                );
            }
            else if (history.Recall(theme, dice) is { } earlier && earlier.Draft.Time < time)
            {
                citations.Add(History.Cite(earlier.Draft, dice.PerMille(100)));
            }
        }
        return [.. citations.DistinctBy(c => (c.From, c.Number, c.Kind, c.Time))];
    }

    private ImmutableArray<Citation> Papers(Theme theme, int count, DateTimeOffset time)
    {
        var citations = new List<Citation>();
        for (var i = 0; i < count; i++)
        {
            if (dice.PerMille(400))
            {
                var paper = new Citation(
                    dice.Pick(Stations.Fleets),
                    0,
                    time.AddDays(-dice.Between(30, 700)),
                    prose.Title(theme),
                    ReferenceKind.Document
                );
                citations.Add(paper);
            }
            else if (history.Recall(theme, dice) is { } earlier)
            {
                citations.Add(History.Cite(earlier.Draft) with { Kind = ReferenceKind.Military, Subject = prose.Title(theme) });
            }
        }
        return [.. citations.DistinctBy(c => (c.From, c.Kind, c.Time))];
    }

    /// <summary>The body of a State message: most are short, some run to ten thousand characters, few to sixty.</summary>
    private ImmutableArray<DraftParagraph> StateBody(Draft draft, ImmutableArray<SentencePattern> patterns)
    {
        var count = dice.Below(1000) switch
        {
            < 3 => dice.Between(70, 110),
            < 40 => dice.Between(14, 30),
            < 300 => dice.Between(5, 9),
            _ => dice.Between(2, 4),
        };
        var body = ImmutableArray.CreateBuilder<DraftParagraph>(count);
        for (var i = 0; i < count; i++)
        {
            var isSummary = i == 0 && count > 4;
            var isComment = i == count - 1 && count > 3 && dice.PerMille(600);
            var source =
                isComment ? Lexicon.Instance.Opinions
                : dice.PerMille(750) ? patterns
                : Lexicon.Instance.Reports;
            var text = prose.Paragraph(source, draft.Theme, draft.Day, dice.Between(160, isSummary || isComment ? 400 : 640));
            text = i == 0 && IsForTheNight(draft) ? $"NIACT precedence is needed because the ship sails at dawn. {text}" : text;
            body.Add(
                new DraftParagraph(text, IsLow: dice.PerMille(300))
                {
                    Label =
                        isSummary ? "summary"
                        : isComment ? "comment"
                        : null,
                    Heading = !isSummary && !isComment && count > 5 && dice.PerMille(200) ? Heading(draft.Theme) : null,
                }
            );
        }
        return body.MoveToImmutable();
    }

    private ImmutableArray<DraftParagraph> MilitaryBody(Draft draft)
    {
        var count = dice.Below(100) < 3 ? dice.Between(12, 40) : dice.Between(2, 6);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => new DraftParagraph(
                    prose.Paragraph(Lexicon.Instance.Naval, draft.Theme, draft.Day, dice.Between(120, 420)),
                    IsLow: dice.PerMille(300)
                )),
        ];
    }

    private string Heading(Theme theme) =>
        $"{dice.PickUneven(theme.Nouns)} and {dice.PickUneven(Lexicon.Instance.Nouns)}".ToUpperInvariant();
}
