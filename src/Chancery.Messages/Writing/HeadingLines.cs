using System.Globalization;
using System.Text;
using Chancery.Messages.Heading;

namespace Chancery.Messages.Writing;

/// <summary>Sets format lines 2 to 9 of a message in the form of its profile (transmission.md 2.3 to 2.8, 2.12). Format line 1 is the circuit's.</summary>
internal static class HeadingLines
{
    /// <summary>Format lines 2 to 4.</summary>
    public static List<string> Procedure(Message message)
    {
        var lines = new List<string>();
        var transmission = message.Transmission;
        if (message.Profile == Profile.Reading || transmission is not { Called: { } called, Station: { } station })
        {
            return lines;
        }
        if (message.Profile == Profile.Acp128)
        {
            var letter = called.Precedence?.Letter() ?? 'R';
            Break(
                $"{letter}{called.Lmf}{called.ClassLetter}{called.ContentIndicator} {station.RoutingIndicator}{station.Serial} "
                    + $"{station.FiledRaw}-{called.ClassRedundancy}--",
                called.RoutingIndicators,
                ".",
                lines
            );
        }
        else
        {
            Pilots(transmission, lines);
            var own = transmission.CalledBelowPilots ?? called;
            Break(Calling(own) + " ", own.RoutingIndicators, "", lines);
            lines.Add(Station(message.Profile, station));
        }
        Break("", Instructions(transmission), "", lines);
        return lines;
    }

    /// <summary>Format lines 5 to 9, those of the addresses before readdressal below them, and format line 10.</summary>
    public static List<string> Address(Message message)
    {
        var lines = new List<string>();
        Block(
            new HeadingBlock
            {
                Precedence = message.Precedence,
                Dtg = message.Dtg,
                MessageInstructions = message.Transmission.MessageInstructions,
                From = message.From,
                Action = message.Action,
                Info = message.Info,
                Exempt = message.Exempt,
            },
            lines
        );
        foreach (var earlier in message.Readdressed)
        {
            Block(earlier, lines);
        }
        var counted = message.Transmission.GroupCount is { } groups ? string.Create(CultureInfo.InvariantCulture, $"GR {groups}") : null;
        if (
            string.Join(' ', ((string?[])[message.Transmission.Accounting, counted]).Where(word => word is not null)) is
            { Length: > 0 } line
        )
        {
            lines.Add(line);
        }
        return lines;
    }

    private static void Block(HeadingBlock block, List<string> lines)
    {
        if (block.Dtg is { } dtg)
        {
            var letters = block.Precedence is { Action: { } action }
                ? block.Precedence.Info is { } info
                    ? $"{action.Letter()} {info.Letter()} "
                    : $"{action.Letter()} "
                : "";
            Break(letters + dtg.Raw, [.. block.MessageInstructions.Select(group => " " + group)], "", lines);
        }
        if (block.From is { } from)
        {
            lines.Add("FM " + Prefix(from.RoutingIndicator, isServed: false) + from.Name + Offices(from.Offices));
        }
        Addressees("TO ", block.Action, lines);
        Addressees("INFO ", block.Info, lines);
        for (var i = 0; i < block.Exempt.Length; i++)
        {
            var exempt = block.Exempt[i];
            lines.Add((i == 0 ? "XMT " : "") + Prefix(exempt.RoutingIndicator, isServed: false) + exempt.Name);
        }
    }

    /// <summary>
    /// Format line 2 and the one line of each pilot, newest first; what it was set in front of begins with the channel numbers of its own hops
    /// (transmission.md 2.16). Those of the newest pilot are the circuit's.
    /// </summary>
    private static void Pilots(Transmission transmission, List<string> lines)
    {
        var earlier = transmission.EarlierChannels.AsSpan();
        for (var i = 0; i < transmission.Pilots.Length; i++)
        {
            var pilot = transmission.Pilots[i];
            earlier = earlier[Math.Min(earlier.Length, i == 0 ? Math.Max(0, pilot.Channels.Length - 1) : pilot.Channels.Length)..];
            if (i > 0)
            {
                Channels(pilot.Channels.AsSpan(), lines);
            }
            Break(Calling(pilot.Called) + " ", pilot.Called.RoutingIndicators, "", lines);
            var groups = pilot.Instructions.Select(instruction => string.Join(' ', instruction.Operands.Insert(0, instruction.Signal)));
            Break("", [.. Warning(pilot.Security), .. groups], "", lines);
        }
        if (!transmission.Pilots.IsEmpty)
        {
            Channels(earlier, lines);
        }
    }

    private static void Channels(ReadOnlySpan<ChannelNumber> channels, List<string> lines)
    {
        var line = new StringBuilder();
        foreach (var channel in channels)
        {
            line.Append(channel.Designator).Append(channel.Number);
        }
        if (line.Length > 0)
        {
            lines.Add(line.ToString());
        }
    }

    /// <summary>The precedence letter twice; bells before FLASH (transmission.md 1.2).</summary>
    private static string Calling(CalledStations called)
    {
        var letter = called.Precedence?.Letter() ?? 'R';
        return called.Precedence == Precedence.Flash ? $"JJJJJSSSSS{letter}{letter}" : $"{letter}{letter}";
    }

    private static string Station(Profile profile, CallingStation station)
    {
        var line = new StringBuilder("DE ").Append(station.RoutingIndicator);
        if (station.Serial is { } serial)
        {
            line.Append(profile == Profile.Acp127 ? " " : " #").Append(serial);
            if (station.Section is { } section)
            {
                line.Append(CultureInfo.InvariantCulture, $"/{section:00}");
            }
        }
        return station.FiledRaw is { } filed ? line.Append(' ').Append(filed).ToString() : line.ToString();
    }

    /// <summary>The security warning and each instruction with its operands: a line breaks between them.</summary>
    private static ImmutableArray<string> Instructions(Transmission transmission)
    {
        var groups = ImmutableArray.CreateBuilder<string>();
        groups.AddRange(Warning(transmission.Security));
        foreach (var (signal, operands) in transmission.Instructions)
        {
            var isRouted = signal == "T" && operands is [var station, ..] && FormatLine.IsRoutingIndicator(Encoding.UTF8.GetBytes(station));
            var words = isRouted ? operands.Insert(1, signal) : operands.Insert(0, signal);
            groups.Add(string.Join(' ', words).Trim());
        }
        return groups.ToImmutable();
    }

    private static ImmutableArray<string> Warning(SecurityWarning? warning) =>
        warning is null ? []
        : warning.Special is { } special ? [$"{warning.Signal} {warning.Group}/{special}"]
        : [$"{warning.Signal} {warning.Group}"];

    private static void Addressees(string prosign, ImmutableArray<Addressee> addressees, List<string> lines)
    {
        for (var i = 0; i < addressees.Length; i++)
        {
            var addressee = addressees[i];
            var line = new StringBuilder(i == 0 ? prosign : "");
            line.Append(Prefix(addressee.RoutingIndicator, addressee.IsServedOtherwise)).Append(addressee.Name);
            line.Append(Offices(addressee.Offices));
            if (addressee.Precedence is { } precedence)
            {
                line.Append(' ').Append(precedence.Name());
            }
            if (addressee.Number is { } number)
            {
                line.Append(' ').Append(number);
            }
            lines.Add(line.ToString());
        }
    }

    private static string Prefix(string? indicator, bool isServed) =>
        isServed ? "ZEN/"
        : indicator is null ? ""
        : indicator + "/";

    private static string Offices(ImmutableArray<string> offices) => offices.IsEmpty ? "" : $"//{string.Join('/', offices)}//";

    /// <summary>Adds groups to lines of at most 69 characters; a group is never parted.</summary>
    private static void Break(string opening, ImmutableArray<string> groups, string end, List<string> lines)
    {
        var line = new StringBuilder(opening);
        for (var i = 0; i < groups.Length; i++)
        {
            var group = groups[i].TrimStart(' ') + (i == groups.Length - 1 ? end : "");
            var blank = line.Length == 0 || line[^1] is ' ' || (i == 0 && groups[i][0] != ' ') ? "" : " ";
            if (line.Length > 0 && line.Length + blank.Length + group.Length > TextSheet.Width)
            {
                lines.Add(line.ToString().TrimEnd(' '));
                line.Clear();
                blank = "";
            }
            line.Append(blank).Append(group);
        }
        if (line.Length > 0)
        {
            lines.Add(line.ToString());
        }
    }
}
