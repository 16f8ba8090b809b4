namespace Chancery.Exercise.Forms;

using System.Text;
using World;

/// <summary>Writes format lines 1 to 10 and the ending, and tells what they truly say.</summary>
internal static class HeadingForm
{
    /// <summary>Writes the heading up to and with BT.</summary>
    public static Message Write(Sheet sheet, Draft draft, Section? section, ChannelNumber channel)
    {
        var transmission = draft.Profile == Profile.Reading ? Transmission.None : Procedure(sheet, draft, section, channel);
        var dtg = Print.Dtg(draft.Time, draft.Profile == Profile.Acp127);
        var letters = draft.Info is { } info ? $"{draft.Action.Letter()} {info.Letter()}" : $"{draft.Action.Letter()}";
        var corrected = string.Equals(draft.Signal, "ZEL", StringComparison.Ordinal);
        sheet.Line(corrected ? $"{letters} {dtg.Raw} ZEL" : $"{letters} {dtg.Raw}");
        if (corrected)
        {
            transmission = transmission with { MessageInstructions = ["ZEL"] };
        }
        var office = draft.From.Kind == StationKind.Fleet ? "N3" : null;
        sheet.Line(office is null ? $"FM {draft.From.Plad}" : $"FM {draft.From.Plad}//{office}//");
        var action = Addressees(sheet, "TO ", draft.To, draft.Profile);
        var copies = Addressees(sheet, "INFO ", draft.Copies, draft.Profile);
        for (var i = 0; i < draft.Exempt.Length; i++)
        {
            sheet.Line(i == 0 ? $"XMT {draft.Exempt[i]}" : draft.Exempt[i]);
        }
        if (draft.HasBreaks)
        {
            sheet.Line("BT");
        }
        else
        {
            sheet.Line("");
        }
        return new Message
        {
            Profile = draft.Profile,
            Family = draft.Family,
            Transmission = transmission,
            Precedence = new PrecedencePair(draft.Action, draft.Info),
            Dtg = dtg,
            From = new Originator(draft.From.Plad, office is null ? [] : [office]),
            Action = action,
            Info = copies,
            Exempt = [.. draft.Exempt.Select(name => new ExemptedAddressee(name, null, draft.Copies[^1].Station.Plad))],
        };
    }

    /// <summary>Writes BT and format lines 15 and 16.</summary>
    public static Message End(Sheet sheet, Draft draft, Message message)
    {
        if (draft.HasBreaks)
        {
            sheet.Line("BT");
        }
        if (draft.Profile == Profile.Reading)
        {
            return message;
        }
        string? serial = null;
        if (draft.Profile != Profile.Acp127)
        {
            serial = Serial(draft);
            sheet.Line($"#{serial}");
        }
        for (var i = 0; i < 7; i++)
        {
            sheet.Line("");
        }
        sheet.Line("NNNN");
        return message with { Transmission = message.Transmission with { Ending = new Ending(serial, "NNNN") } };
    }

    /// <summary>The station serial of format line 3.</summary>
    public static string Serial(Draft draft) =>
        draft.Profile == Profile.Acp127
            ? string.Create(CultureInfo.InvariantCulture, $"{((draft.Number - 1) % 999) + 1:000}{(char)('A' + (draft.Whim % 3))}")
            : string.Create(CultureInfo.InvariantCulture, $"{((draft.Number - 1) % 9999) + 1:0000}");

    private static Transmission Procedure(Sheet sheet, Draft draft, Section? section, ChannelNumber channel)
    {
        var letter = Print.WarningLetter(draft.Level);
        var serial = Serial(draft);
        var julian = Print.Julian(draft.Filed);
        ImmutableArray<string> called =
        [
            .. draft
                .To.Concat(draft.Copies)
                .Where(t => !t.IsServed)
                .Select(t => t.Station.RoutingIndicator)
                .Distinct(StringComparer.Ordinal),
        ];
        var transmission = new Transmission { Channel = channel };
        if (draft.Profile == Profile.Acp127)
        {
            var prosign = letter == 'U' ? "UU" : "HH";
            sheet.Line($"VV   {channel.Designator}{channel.Number}     {prosign}");
            transmission = transmission with { SecurityProsign = prosign };
        }
        else
        {
            sheet.Line($"VZCZC{channel.Designator}{channel.Number}");
        }
        if (draft.Profile == Profile.Acp128)
        {
            var code = draft.Signal is null ? "ZYUW" : $"{draft.Signal}W";
            Called(
                sheet,
                $"{draft.Action.Letter()}TT{letter}{code} {draft.From.RoutingIndicator}{serial} {julian}-{new string(letter, 4)}--",
                called,
                "."
            );
            transmission = transmission with
            {
                Called = new CalledStations(draft.Action, called)
                {
                    Lmf = "TT",
                    ClassLetter = letter,
                    ContentIndicator = code,
                    ClassRedundancy = new string(letter, 4),
                    HasEndOfRouting = true,
                },
                Station = new CallingStation(draft.From.RoutingIndicator, serial, julian, draft.Filed) { Julian = julian },
            };
        }
        else
        {
            Called(sheet, new string(draft.Action.Letter(), 2) + " ", called, "");
            transmission = transmission with { Called = new CalledStations(draft.Action, called) };
            transmission = transmission with { Station = CallingLine(sheet, draft, section, serial, julian) };
        }
        return draft.Profile == Profile.Acp127 && draft.Whim % 2 == 0 ? transmission : Warning(sheet, draft, letter, transmission);
    }

    private static CallingStation CallingLine(Sheet sheet, Draft draft, Section? section, string serial, string julian)
    {
        var indicator = draft.From.RoutingIndicator;
        if (draft.Profile == Profile.Acp127)
        {
            var filed = string.Create(CultureInfo.InvariantCulture, $"{draft.Filed.Day:00}/{draft.Filed.Hour:00}{draft.Filed.Minute:00}Z");
            sheet.Line($"DE {indicator} {serial} {filed}");
            return new CallingStation(indicator, serial, filed, draft.Filed);
        }
        var part = section?.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"/{number:00}") : "";
        sheet.Line($"DE {indicator} #{serial}{part} {julian}");
        return new CallingStation(indicator, serial, julian, draft.Filed)
        {
            Julian = julian,
            HasHash = true,
            Section = section?.Number,
        };
    }

    private static Transmission Warning(Sheet sheet, Draft draft, char letter, Transmission transmission)
    {
        var signal = letter == 'U' ? "ZNR" : "ZNY";
        var group = new string(letter, 5);
        var instructions = ImmutableArray.CreateBuilder<Instruction>();
        var line = $"{signal} {group}";
        if (draft.Profile == Profile.State)
        {
            line += " ZZH";
            instructions.Add(new Instruction("ZZH", []));
        }
        if (draft.Profile == Profile.Acp128 && draft.Whim % 17 == 0)
        {
            // Attention to an earlier transmission of the same station (transmission.md 2.6).
            var earlier = $"{draft.From.RoutingIndicator}{Serial(draft with { Number = draft.Number + 9000 })}";
            var filed = Print.Julian(draft.Filed.AddHours(-5));
            line += $" ZUI {earlier} {filed}";
            instructions.Add(new Instruction("ZUI", [earlier, filed]));
        }
        if (string.Equals(draft.Signal, "ZDK", StringComparison.Ordinal))
        {
            line += " ZDK";
            instructions.Add(new Instruction("ZDK", []));
        }
        sheet.Line(line);
        return transmission with
        {
            Security = new SecurityWarning(signal, group, letter == 'U' ? Level.Unclassified : draft.Level),
            Instructions = instructions.ToImmutable(),
        };
    }

    private static void Called(Sheet sheet, string opening, ImmutableArray<string> indicators, string end)
    {
        var line = new StringBuilder(opening);
        for (var i = 0; i < indicators.Length; i++)
        {
            var last = i == indicators.Length - 1 ? end : "";
            var blank = i == 0 || line.Length == 0 ? "" : " ";
            if (line.Length + blank.Length + indicators[i].Length + last.Length > Sheet.Width)
            {
                sheet.Line(line.ToString());
                line.Clear();
                blank = "";
            }
            line.Append(blank).Append(indicators[i]).Append(last);
        }
        sheet.Line(line.ToString());
    }

    private static ImmutableArray<Addressee> Addressees(Sheet sheet, string prosign, ImmutableArray<Target> targets, Profile profile)
    {
        var addressees = ImmutableArray.CreateBuilder<Addressee>(targets.Length);
        for (var i = 0; i < targets.Length; i++)
        {
            var target = targets[i];
            var isState = profile == Profile.State;
            var word = isState ? target.Word : null;
            var number = isState ? target.Number : null;
            sheet.Put(i == 0 ? prosign : "");
            sheet.Put(target.IsServed ? "ZEN" : target.Station.RoutingIndicator).Put("/").Put(target.Station.Plad);
            sheet.Put(target.Office is { } office ? $"//{office}//" : "");
            sheet.Put(word is { } precedence ? " " + precedence.Name() : "");
            sheet.Line(number is null ? "" : " " + number);
            addressees.Add(
                new Addressee(target.Station.Plad)
                {
                    RoutingIndicator = target.IsServed ? null : target.Station.RoutingIndicator,
                    IsServedOtherwise = target.IsServed,
                    Number = number,
                    Precedence = word,
                    Offices = target.Office is { } code ? [code] : [],
                }
            );
        }
        return addressees.ToImmutable();
    }
}
