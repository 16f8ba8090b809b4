using Chancery.Messages.Framing;

namespace Chancery.Messages.Heading;

/// <content>The security warning and the instructions of format line 4 (transmission.md 2.6, 6.1).</content>
internal sealed partial class HeadingReader
{
    private const string LateWarning = "The security warning is the first group of format line 4, here others stand before it.";

    private void ReadInstructions(int at, int start)
    {
        var text = Bytes[start..lines[at].TrimmedEnd];
        Begin(start == Start(at) ? lines[at].Start : start, PartKind.FormatLine, 4);
        Extend(4, TextSpan.FromBounds(start == Start(at) ? lines[at].Start : start, lines[at].TrimmedEnd));
        var groups = new GroupCursor(text);
        if (reading.Security is null && FormatLine.IsWarning(text))
        {
            groups.Next();
            var signal = Words(groups.Group);
            groups.Next();
            reading.Security = ToWarning(signal, groups.Group);
            reading.SecuritySpan = TextSpan.FromBounds(start, start + groups.End);
            if (lists.Instructions.Count > 0)
            {
                reading.Remarks.Add(new Remark("TX-521", reading.SecuritySpan, LateWarning));
            }
        }
        string? current = null;
        var operands = lists.Words;
        operands.Clear();
        if (lists.Instructions is [.., var last] && !StartsInstruction(text))
        {
            // Free words on a continuation line belong to the signal before.
            current = last.Signal;
            operands.AddRange(last.Operands);
            lists.Instructions.RemoveAt(lists.Instructions.Count - 1);
        }
        while (groups.Next())
        {
            var group = groups.Group;
            if (group.SequenceEqual("T"u8))
            {
                // The routing indicator in front of T names the station that is to transmit: it belongs to it.
                var station = operands is [.., var before] && FormatLine.IsRoutingIndicator(before) ? before : null;
                if (station is not null)
                {
                    operands.RemoveAt(operands.Count - 1);
                }
                AddInstruction(current, operands);
                if (station is not null)
                {
                    operands.Add(station);
                }
                current = "T";
            }
            else if (IsSignal(group))
            {
                AddInstruction(current, operands);
                current = Words(group);
                if (reading.Security is null && current is "ZNR" or "ZNY" && IsWarningGroup(groups.Rest))
                {
                    ReadLateWarning(start, current, ref groups);
                    current = null;
                }
            }
            else if (group.SequenceEqual("INT"u8) && groups.Next())
            {
                AddInstruction(current, operands);
                current = "INT " + Words(groups.Group);
            }
            else
            {
                operands.Add(Words(group));
            }
        }
        AddInstruction(current, operands);
    }

    private static bool IsWarningGroup(ReadOnlySpan<byte> rest)
    {
        var groups = new GroupCursor(rest);
        return groups.Next() && groups.Group.Length is 5 or 11 && FormatLine.IsUpper(groups.Group[..5]);
    }

    /// <summary>A warning that is not the first group of format line 4 still tells the class.</summary>
    private void ReadLateWarning(int lineStart, string signal, ref GroupCursor groups)
    {
        var start = lineStart + groups.Start;
        groups.Next();
        reading.Security = ToWarning(signal, groups.Group);
        reading.SecuritySpan = TextSpan.FromBounds(start, lineStart + groups.End);
        reading.Remarks.Add(new Remark("TX-521", reading.SecuritySpan, LateWarning));
    }

    private void AddInstruction(string? signal, List<string> operands)
    {
        if (signal is not null || operands.Count > 0)
        {
            lists.Instructions.Add(new Instruction(signal ?? "", [.. operands]));
            operands.Clear();
        }
    }

    private static bool StartsInstruction(ReadOnlySpan<byte> text)
    {
        var groups = new GroupCursor(text);
        return groups.Next()
            && (IsSignal(groups.Group) || FormatLine.IsRoutingIndicator(groups.Group) || groups.Group.SequenceEqual("T"u8));
    }

    /// <summary>An operating signal: Z, two letters, perhaps a digit.</summary>
    private static bool IsSignal(ReadOnlySpan<byte> group) =>
        group.Length is 3 or 4
        && group[0] == 'Z'
        && FormatLine.IsUpper(group[..3])
        && (group.Length == 3 || char.IsAsciiDigit((char)group[3]));

    private SecurityWarning ToWarning(string signal, ReadOnlySpan<byte> group)
    {
        var slant = group.IndexOf((byte)'/');
        var letters = slant < 0 ? group : group[..slant];
        return new SecurityWarning(signal, Words(letters), HighestOf(letters)) { Special = slant < 0 ? null : Words(group[(slant + 1)..]) };
    }

    /// <summary>The level of a redundancy group; of unequal letters the highest any of them means, release codes aside.</summary>
    private static Level? HighestOf(ReadOnlySpan<byte> letters)
    {
        Level? level = null;
        for (var i = 0; i < letters.Length; i++)
        {
            var isReleaseCode =
                i >= 3
                && letters.Length == 5
                && letters[0] == letters[1]
                && letters[1] == letters[2]
                && SecurityLetter.IsReleaseCode(letters[3..]);
            level = isReleaseCode ? level : Levels.Highest(level, SecurityLetter.Level(letters[i]));
        }
        return level;
    }
}
