using System.Globalization;
using System.Text;

namespace Chancery.Office;

/// <summary>
/// Makes of a message the bytes of one transmission (transmission.md 1.4, 1.5, 4.3 R2): a format line 1 of its own, the routing indicators of this copy
/// in format line 2, everything from format line 3 to the end as it came but for instructions of format line 4 that concern other copies, and the end
/// mark.
/// </summary>
public static class TransmissionWriter
{
    private const string LineEnd = "\r\r\n";

    /// <summary>What format line 4 says of a copy that goes again after a ZEQ4 (transmission.md 5.5).</summary>
    private const string SentBefore = "ZEQ6";

    /// <summary>What ends a transmission that is broken off: eight E and AR in place of what is left, and the end mark (transmission.md 8.6).</summary>
    public static ReadOnlyMemory<byte> BrokenOff { get; } =
        Encoding.ASCII.GetBytes($"{LineEnd}E E E E E E E E AR\r\r{new string('\n', 8)}NNNN{LineEnd}");

    /// <summary>A channel number as it is printed: three digits, four above 999.</summary>
    public static string Number(string channel, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{channel[(channel.LastIndexOf(' ') + 1)..]}{number:000}");

    /// <summary>The transmission of what was leased.</summary>
    /// <param name="message">The message as read.</param>
    /// <param name="number">Channel designator and number, or null where none is given.</param>
    /// <param name="item">The copy.</param>
    public static byte[] Write(Message message, string? number, WorkItem item) =>
        Write(message, number, new NewDelivery("", item.Called, item.Precedence) { Pilot = item.Pilot, IsSentAgain = item.IsSentAgain });

    /// <summary>The transmission of a copy.</summary>
    /// <param name="message">The message as read.</param>
    /// <param name="number">Channel designator and number, or null where none is given.</param>
    /// <param name="copy">Its routing indicators, its precedence and its pilot.</param>
    public static byte[] Write(Message message, string? number, NewDelivery copy)
    {
        var output = new MemoryStream(message.Raw.Length + 128);
        var transmission = message.Transmission;
        var pilot = copy.Pilot;
        var isWhole = copy.Called.IsEmpty || pilot is not null;
        var earlier = isWhole ? Earlier(transmission) : "";
        if (number is not null)
        {
            var prosign = transmission.SecurityProsign is { } letters ? "     " + letters : "";
            Add(output, $"VZCZC{number}{(pilot is null ? earlier : "")}{prosign}{LineEnd}");
        }
        if (pilot is not null)
        {
            var letter = copy.Precedence.Letter();
            var warning = transmission.Security is { } security ? $"{security.Signal} {security.Group} " : "";
            Add(output, $"{letter}{letter} {string.Join(' ', copy.Called)}{LineEnd}{warning}{pilot}{LineEnd}");
            Add(output, earlier.Length == 0 ? "" : earlier + LineEnd);
        }
        Heading(output, message, copy, isWhole);
        EndLine(output);
        Add(output, $"NNNN{LineEnd}");
        return output.ToArray();
    }

    private static void Heading(MemoryStream output, Message message, NewDelivery copy, bool isWhole)
    {
        var raw = message.Raw.Span;
        var called = message.Transmission.Called;
        var hasPilots = !message.Transmission.Pilots.IsEmpty;
        // A message below a pilot stays whole (transmission.md 2.16).
        var others =
            isWhole || hasPilots
                ? []
                : (called?.RoutingIndicators ?? []).Except(copy.Called, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var hasCalling = false;
        var isUnsaid = copy.IsSentAgain;
        foreach (var part in message.Parts)
        {
            if (part.FormatLine == 16)
            {
                break;
            }
            var bytes = raw.Slice(part.Span.Start, part.Span.Length);
            if (isUnsaid && hasCalling && part.FormatLine >= 4)
            {
                isUnsaid = false;
                SentAgain(
                    output,
                    part.FormatLine != 4 ? []
                        : others.Count > 0 ? OnwardInstructions.Of(bytes, copy.Called, others)
                        : bytes
                );
                if (part.FormatLine == 4)
                {
                    continue;
                }
            }
            var calling =
                hasCalling ? default
                : part.FormatLine == 2 ? new Range(0, bytes.Length)
                : hasPilots && part.FormatLine == 1 ? CallingIn(bytes)
                : default;
            if (!calling.Equals(default))
            {
                hasCalling = true;
                Calling(output, bytes[calling], called, copy, isWhole);
                output.Write(bytes[calling.End..]);
            }
            else if (part.FormatLine == 4 && others.Count > 0)
            {
                output.Write(OnwardInstructions.Of(bytes, copy.Called, others));
            }
            else if (hasCalling || part is not { Kind: PartKind.Noise or PartKind.FormatLine, FormatLine: 0 or 1 })
            {
                // What stood before the heading, and the number of the hop before this one, stay in our own record.
                output.Write(bytes);
            }
        }
    }

    /// <summary>Format line 4 with the word that the message was sent before; a line of its own where there is none.</summary>
    private static void SentAgain(MemoryStream output, ReadOnlySpan<byte> line)
    {
        EndLine(output);
        var end = line.IndexOfAny((byte)'\r', (byte)'\n');
        output.Write(end < 0 ? line : line[..end]);
        Add(output, line.IsEmpty ? SentBefore + LineEnd : " " + SentBefore);
        output.Write(end < 0 ? [] : line[end..]);
    }

    /// <summary>The line of a pilot that calls stations: a precedence letter twice, then an indicator. The pilot as a whole is a part of format line 1.</summary>
    private static Range CallingIn(ReadOnlySpan<byte> part)
    {
        for (var at = 0; at < part.Length; )
        {
            var length = part[at..].IndexOfAny((byte)'\r', (byte)'\n');
            var end = length < 0 ? part.Length : at + length;
            var line = part[at..end].TrimStart((byte)' ');
            if (line.Length > 5 && IsCalling(line))
            {
                return new Range(end - line.Length, end);
            }
            at = end + 1;
        }
        return default;
    }

    private static bool IsCalling(ReadOnlySpan<byte> line)
    {
        var letters = line.IndexOf((byte)' ');
        return letters >= 2
            && line[letters - 1] == line[letters - 2]
            && Precedences.FromLetter(line[letters - 1]) is not null
            && line[(letters + 1)..].IndexOfAnyExcept("ABCDEFGHIJKLMNOPQRSTUVWXYZ "u8) < 0;
    }

    /// <summary>The numbers of the hops before this one, newest first.</summary>
    private static string Earlier(Transmission transmission)
    {
        IEnumerable<ChannelNumber> numbers =
            transmission.Pilots is [{ Channels: var channels }, ..] ? channels
            : transmission.Channel is { } channel ? transmission.EarlierChannels.Prepend(channel)
            : [];
        return string.Concat(numbers.Select(number => number.Designator + number.Number));
    }

    /// <summary>
    /// Format line 2 with the indicators of this copy only, in their printed order (R2). The letters of precedence are changed only where the copy goes
    /// lower than the message (P3, P4).
    /// </summary>
    private static void Calling(MemoryStream output, ReadOnlySpan<byte> line, CalledStations? printed, NewDelivery copy, bool isWhole)
    {
        if (isWhole)
        {
            output.Write(line);
            return;
        }
        var dashes = line.IndexOf("--"u8);
        var start = line.IndexOfAnyExcept((byte)' ');
        var first = dashes >= 0 ? dashes + 2 : start + line[start..].IndexOf((byte)' ') + 1;
        var last = line.Length;
        while (last > first && line[last - 1] is (byte)' ' or (byte)'\r' or (byte)'\n')
        {
            last--;
        }
        var before = line[..first].ToArray();
        if (printed?.Precedence is { } high && copy.Precedence < high && copy.Precedence.Letter() is var letter && letter != high.Letter())
        {
            // Bells stand in front of a FLASH only.
            before = dashes >= 0 ? [(byte)letter, .. before[1..]] : [(byte)letter, (byte)letter, (byte)' '];
        }
        output.Write(before);
        Add(output, string.Join(' ', copy.Called));
        if (dashes >= 0 && line[..last].EndsWith("."u8))
        {
            output.WriteByte((byte)'.');
        }
        output.Write(line[last..]);
    }

    private static void EndLine(MemoryStream output)
    {
        if (output.Length == 0)
        {
            return;
        }
        var last = output.GetBuffer()[output.Length - 1];
        if (last is not ((byte)'\n' or (byte)'\r'))
        {
            Add(output, LineEnd);
        }
    }

    private static void Add(MemoryStream output, string text) => output.Write(Encoding.ASCII.GetBytes(text));
}
