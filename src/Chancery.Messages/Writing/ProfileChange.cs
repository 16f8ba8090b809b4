using System.Globalization;
using System.Text;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Writing;

/// <summary>
/// Fits a message's heading to a profile (transmission.md 2.12): what the profile must have is made from what is there, what it cannot carry is named.
/// </summary>
internal sealed class ProfileChange(Message message, Profile profile, WriterOptions options)
{
    private const string Months = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

    private readonly Keyboard keyboard = Keyboard.Of(profile);
    private readonly SortedSet<int> missing = [];

    /// <summary>What the profile cannot carry, a sentence each.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>Why the profile cannot be written, a sentence each.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>Characters of names that the keyboard cannot type, as code points.</summary>
    public IReadOnlyCollection<int> Missing => missing;

    /// <summary>Format line 10 belongs to the base (transmission.md 2.9).</summary>
    private bool IsBase => profile is Profile.Acp127 or Profile.Acp127N;

    /// <summary>Pilots belong to ACP 127; a service message that repeats another (ZDK) has words of its own, which no field holds (transmission.md 2.16).</summary>
    private bool KeepsPilots =>
        profile is Profile.Acp127 or Profile.Acp127N or Profile.Acp127Us or Profile.State
        && message.Transmission.CalledBelowPilots is not null
        && message.Transmission.Pilots.All(pilot => pilot.Signal is { } signal && Pilot.IsBeforeWhole(Encoding.ASCII.GetBytes(signal)));

    private bool IsUnitedStates => profile is Profile.State or Profile.Acp127Us or Profile.Acp128;

    /// <summary>The message with the heading it will have; its text is as it was.</summary>
    public Message Fit()
    {
        NameUnwritten();
        foreach (var raw in ((Profile[])[message.Profile, profile]).Where(form => form > Profile.Acp128).Distinct())
        {
            Refusals.Add($"{raw.Name()} is kept as it came, it is not written.");
        }
        if (Refusals.Count > 0)
        {
            return message;
        }
        var transmission = profile == Profile.Reading ? Procedureless() : Procedure();
        return message with
        {
            Profile = profile,
            Transmission = transmission,
            Precedence = new PrecedencePair(Plain(message.Precedence.Action), Plain(message.Precedence.Info)),
            Dtg = message.Dtg is { } dtg ? Group(dtg) : null,
            From = message.From is { } originator ? originator with { Name = keyboard.Words(originator.Name, missing) } : null,
            Action = [.. message.Action.Select(Fit)],
            Info = [.. message.Info.Select(Fit)],
            Exempt = Fit(message.Exempt),
            Readdressed = profile == Profile.Reading ? [] : [.. message.Readdressed.Select(Fit)],
        };
    }

    /// <summary>Lines of a read message that the fields do not hold.</summary>
    private void NameUnwritten()
    {
        foreach (var part in message.Parts)
        {
            if (part.Kind == PartKind.Unparsed)
            {
                Lost.Add("A line of the heading that fits no format line stays out.");
            }
        }
        if (!IsBase && message.Transmission is { Accounting: not null } or { GroupCount: not null })
        {
            Lost.Add("Format line 10 (accounting, group count) stays out.");
        }
        if (profile == Profile.Reading && !message.Transmission.Ending.Corrections.IsEmpty)
        {
            Lost.Add("The corrections in format line 15 stay out.");
        }
        if (profile == Profile.Reading && !message.Readdressed.IsEmpty)
        {
            Lost.Add("The address before readdressal stays out.");
        }
        if (!message.Transmission.Pilots.IsEmpty && !KeepsPilots)
        {
            Lost.Add("The pilots of relays stay out.");
        }
        if (message.Transmission.Channel is { } channel)
        {
            Lost.Add($"Format line 1 ({channel.Designator} {channel.Number}) is left to the circuit.");
        }
    }

    private Transmission Procedureless()
    {
        if (message.Profile != Profile.Reading)
        {
            Lost.Add($"Format lines 2 to 4 and 15, 16 stay out: {message.TransmissionIdentity ?? "a transmission without identity"}.");
        }
        return Transmission.None with { MessageInstructions = message.Transmission.MessageInstructions };
    }

    private Transmission Procedure()
    {
        var transmission = message.Transmission;
        if (transmission.Station is not { } station)
        {
            Refusals.Add($"The message names no calling station, {profile.Name()} has one.");
            return transmission;
        }
        if ((transmission.Called?.Precedence ?? message.Precedence.Action) is not { } precedence)
        {
            Refusals.Add($"The message has no precedence, {profile.Name()} calls with one.");
            return transmission;
        }
        if (profile == Profile.Acp127 && precedence.Letter() is not ('Z' or 'O' or 'P' or 'R'))
        {
            Refusals.Add($"Precedence {precedence.Name()} is not of the base, which has Z O P R.");
        }
        if (transmission.Called is not { RoutingIndicators.IsEmpty: false } called)
        {
            Refusals.Add("The message calls no station.");
            return transmission;
        }
        if (profile == Profile.Acp128 && station.RoutingIndicator.Length is not (6 or 7))
        {
            Refusals.Add($"The header of ACP128 has room for 6 or 7 letters of a calling station, not for {station.RoutingIndicator}.");
        }
        var security = Warning(transmission);
        if (profile == Profile.Acp128 && security is { Group: { Length: not 5 } damaged })
        {
            Refusals.Add($"Security warning group {damaged} is damaged, ACP128 repeats its letters in the header.");
            return transmission;
        }
        return new Transmission
        {
            Called = Called(called, Plain(precedence)!.Value, security),
            CalledBelowPilots =
                KeepsPilots && transmission.CalledBelowPilots is { } below
                    ? Called(below, Plain(below.Precedence ?? precedence)!.Value, security)
                    : null,
            Pilots = KeepsPilots ? transmission.Pilots : [],
            EarlierChannels = KeepsPilots ? transmission.EarlierChannels : [],
            Station = Station(station),
            Security = security,
            Instructions = Instructions(transmission.Instructions),
            MessageInstructions = transmission.MessageInstructions,
            Accounting = IsBase ? transmission.Accounting : null,
            GroupCount = IsBase ? transmission.GroupCount : null,
            Ending = new Ending(IsUnitedStates ? Serial(station) : null, "NNNN")
            {
                Corrections = [.. transmission.Ending.Corrections.Select(correction => keyboard.Words(correction, missing))],
            },
        };
    }

    private CalledStations Called(CalledStations called, Precedence precedence, SecurityWarning? security)
    {
        if (profile != Profile.Acp128)
        {
            if (called.Lmf is { } format)
            {
                Lost.Add($"Language media format {format} and content indicator {called.ContentIndicator} stay out.");
            }
            return new CalledStations(precedence, called.RoutingIndicators);
        }
        var group = security?.Group ?? "UUUUU";
        return new CalledStations(precedence, called.RoutingIndicators)
        {
            Lmf = called.Lmf ?? options.LanguageMediaFormat,
            ClassLetter = group[0],
            ContentIndicator = called.ContentIndicator ?? ContentIndicator() ?? options.ContentIndicator,
            ClassRedundancy = group[..2] + group[^2..],
        };
    }

    /// <summary>The content indicator that says the same as a signal of format line 4 or 5 (transmission.md 2.4); null without such a signal.</summary>
    private string? ContentIndicator()
    {
        var signals = message.Transmission.Instructions.Select(instruction => instruction.Signal);
        return signals
            .Concat(message.Transmission.MessageInstructions)
            .Select(signal =>
                signal switch
                {
                    "ZDK" or "ZDS" or "ZEL" or "ZOV" => signal + "W",
                    "ZFD" => "ZFDY",
                    _ => null,
                }
            )
            .FirstOrDefault(indicator => indicator is not null);
    }

    private CallingStation Station(CallingStation station)
    {
        var filed = station.FiledRaw;
        if (filed is null && station.Serial is not null)
        {
            Refusals.Add("The message has no filing time.");
        }
        else if (IsUnitedStates && filed is { Length: not 7 })
        {
            if (station.Filed is { } instant)
            {
                filed = string.Create(CultureInfo.InvariantCulture, $"{instant.DayOfYear:000}{instant.Hour:00}{instant.Minute:00}");
            }
            else
            {
                Refusals.Add($"The day of filing time {filed} is not known, {profile.Name()} prints the day of the year.");
            }
        }
        if (station.Section is { } section && profile != Profile.State)
        {
            Lost.Add(string.Create(CultureInfo.InvariantCulture, $"Section /{section:00} behind the station serial stays out."));
        }
        return station with
        {
            Serial = Serial(station),
            FiledRaw = filed,
            Julian = filed is { Length: 7 } ? filed : null,
            Section = profile == Profile.State ? station.Section : null,
        };
    }

    /// <summary>Four digits in US profiles; the letter of a position is of the base alone (transmission.md 2.2).</summary>
    private string? Serial(CallingStation station)
    {
        if (!IsUnitedStates || station.Serial is not { } serial)
        {
            return station.Serial;
        }
        var digits = serial.TrimEnd([.. Enumerable.Range('A', 26).Select(letter => (char)letter)]);
        var lost = $"The letter of station serial {serial} stays out.";
        if (digits.Length < serial.Length && !Lost.Contains(lost))
        {
            Lost.Add(lost);
        }
        return digits.PadLeft(4, '0');
    }

    /// <summary>US profiles always warn in format line 4; the level is that of the text (transmission.md 2.6).</summary>
    private SecurityWarning? Warning(Transmission transmission)
    {
        if (transmission.Security is { } warning || !IsUnitedStates)
        {
            return transmission.Security;
        }
        if (message.Classification is not { } classification)
        {
            Refusals.Add($"Neither warning nor text names a class, {profile.Name()} warns of one in format line 4.");
            return null;
        }
        var letter = LevelPrint.Letter(classification.Level);
        return new SecurityWarning(letter == 'U' ? "ZNR" : "ZNY", new string(letter, 5), SecurityLetter.Level((byte)letter));
    }

    /// <summary>ZZH is the mark of the State network: put in on the way to it, left out on the way from it.</summary>
    private ImmutableArray<Instruction> Instructions(ImmutableArray<Instruction> instructions)
    {
        var has = instructions.Any(instruction => instruction.Signal == "ZZH");
        if (profile == Profile.State)
        {
            return has ? instructions : instructions.Insert(0, new Instruction("ZZH", []));
        }
        if (!has)
        {
            return instructions;
        }
        Lost.Add("ZZH, the mark of the State network, stays out.");
        return [.. instructions.Where(instruction => instruction.Signal != "ZZH")];
    }

    /// <summary>Precedence words and continuity numbers stand behind addressees in State form only (transmission.md 2.8).</summary>
    private Addressee Fit(Addressee addressee)
    {
        addressee = addressee with { Name = keyboard.Words(addressee.Name, missing) };
        if (profile == Profile.State || (addressee.Precedence is null && addressee.Number is null))
        {
            return addressee;
        }
        var behind = string.Join(' ', ((string?[])[addressee.Precedence?.Name(), addressee.Number]).Where(word => word is not null));
        Lost.Add($"{behind} behind {addressee.Name} stays out.");
        return addressee with { Precedence = null, Number = null };
    }

    private ImmutableArray<ExemptedAddressee> Fit(ImmutableArray<ExemptedAddressee> exempt) =>
        [.. exempt.Select(one => one with { Name = keyboard.Words(one.Name, missing) })];

    private HeadingBlock Fit(HeadingBlock block) =>
        block with
        {
            Precedence = new PrecedencePair(Plain(block.Precedence.Action), Plain(block.Precedence.Info)),
            Dtg = block.Dtg is { } dtg ? dtg with { Raw = keyboard.Words(dtg.Raw, missing) } : null,
            From = block.From is { } sender ? sender with { Name = keyboard.Words(sender.Name, missing) } : null,
            Action = [.. block.Action.Select(Fit)],
            Info = [.. block.Info.Select(Fit)],
            Exempt = Fit(block.Exempt),
        };

    private static Precedence? Plain(Precedence? precedence) => precedence == Precedence.NiactImmediate ? Precedence.Immediate : precedence;

    /// <summary>Four digits of the year in the base, two elsewhere (transmission.md 2.12). A group without a known instant stays as it is.</summary>
    private DateTimeGroup Group(DateTimeGroup dtg)
    {
        if (profile == message.Profile || dtg is not { Utc: { } utc, YearInferred: false })
        {
            return dtg with { Raw = keyboard.Words(dtg.Raw, missing) };
        }
        return dtg with { Raw = Print(utc, profile) };
    }

    /// <summary>A date-time group as a profile prints it.</summary>
    public static string Print(DateTimeOffset time, Profile profile)
    {
        var utc = time.UtcDateTime;
        var year = profile == Profile.Acp127 ? utc.Year : utc.Year % 100;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{utc.Day:00}{utc.Hour:00}{utc.Minute:00}Z {Months.AsSpan((utc.Month - 1) * 3, 3)} {year:00}"
        );
    }
}
