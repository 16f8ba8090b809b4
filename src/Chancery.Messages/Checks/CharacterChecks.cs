using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages.Checks;

/// <summary>Line length, characters and signals that must not stand where they stand (transmission.md 1.1, 1.3, 11.1).</summary>
internal sealed class CharacterChecks : CheckGroup
{
    private const int MostCharacters = 69;
    private const string Base = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -?:(),./\r\n";
    private const string UnitedStates = Base + "$&#\";!@'+=";

    private static readonly SearchValues<byte> BaseSet = SearchValues.Create(Encoding.ASCII.GetBytes(Base));
    private static readonly SearchValues<byte> UnitedStatesSet = SearchValues.Create(Encoding.ASCII.GetBytes(UnitedStates));

    /// <summary>Received copies of US networks and reading copies come from the web: any printable character of ASCII, and tabs.</summary>
    private static readonly SearchValues<byte> WebSet = SearchValues.Create([
        .. Enumerable.Range(' ', 95).Select(b => (byte)b),
        .. "\t\r\n\a"u8,
    ]);

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        LineLength(reading, findings);
        if (!reading.Heading.IsPlain)
        {
            Characters(reading, findings);
            Signals(reading, findings);
        }
    }

    private static void LineLength(MessageReading reading, FindingList findings)
    {
        if (reading.Lines.Longest <= MostCharacters)
        {
            return;
        }
        var (count, longest, first) = reading.View.IsAscii ? LongLines(reading.Lines) : LongLinesOfCharacters(reading.Lines);
        if (count > 0)
        {
            findings.Add(
                "TX-103",
                first,
                count == 1
                    ? $"One line has {longest} characters, a line of a message has at most {MostCharacters}."
                    : $"{count} lines are longer than {MostCharacters} characters, the longest has {longest}."
            );
        }
    }

    /// <summary>How many lines are too long, how long the longest is, where the first one stands; a byte is a character.</summary>
    private static (int Count, int Longest, TextSpan First) LongLines(LineTable lines)
    {
        var first = 0;
        while (lines[first].Span.Length <= MostCharacters)
        {
            first++;
        }
        var count = 0;
        for (var i = first; i < lines.Count; i++)
        {
            // Long lines come and go without a pattern: counted without a branch.
            count += (MostCharacters - lines[i].Span.Length) >>> 31;
        }
        return (count, lines.Longest, lines[first].Span);
    }

    private static (int Count, int Longest, TextSpan First) LongLinesOfCharacters(LineTable lines)
    {
        var count = 0;
        var longest = 0;
        var first = default(TextSpan);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Span.Length > MostCharacters && Encoding.UTF8.GetCharCount(lines.Text(i)) is var length and > MostCharacters)
            {
                first = count++ == 0 ? lines[i].Span : first;
                longest = Math.Max(longest, length);
            }
        }
        return (count, longest, first);
    }

    /// <summary>One finding for each character outside the set, where it stands first; lower-case letters are one.</summary>
    private static void Characters(MessageReading reading, FindingList findings)
    {
        var set =
            reading.IsBase ? BaseSet
            : reading.Options.Outgoing ? UnitedStatesSet
            : WebSet;
        if (reading.View.IsAscii && ReferenceEquals(set, WebSet))
        {
            return;
        }
        var bytes = reading.View.Bytes.Span;
        var at = bytes.IndexOfAnyExcept(set);
        if (at < 0)
        {
            return;
        }
        var found = new Dictionary<int, (TextSpan First, int Count)>();
        while (at < bytes.Length)
        {
            Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length);
            var key = rune.Value is >= 'a' and <= 'z' ? 'a' : rune.Value;
            found[key] = found.TryGetValue(key, out var known) ? (known.First, known.Count + 1) : (new TextSpan(at, length), 1);
            at += length;
            var next = bytes[at..].IndexOfAnyExcept(set);
            at = next < 0 ? bytes.Length : at + next;
        }
        foreach (var (character, (first, count)) in found)
        {
            var times = count == 1 ? "" : $", {count} times";
            findings.Add(
                "TX-104",
                first,
                character == 'a'
                    ? $"Lower-case letters stand in the message{times}; its profile has none."
                    : $"Character U+{character:X4} stands in the message{times}; its profile does not have it."
            );
        }
    }

    private static void Signals(MessageReading reading, FindingList findings)
    {
        var place = reading.Heading.FormatLines[12];
        var text = reading.Bytes(place);
        var isSuspect = MayHoldSignals(text);
        if (isSuspect)
        {
            FindInText("NNNN"u8, "NNNN", text, place, findings);
            FindInText("ZCZC"u8, "ZCZC", text, place, findings);
        }
        if (ErrorSign(reading.View.Bytes.Span, place, isSuspect) is var error and >= 0)
        {
            findings.Add(
                "TX-111",
                new TextSpan(error, 15),
                "An operator error sign (eight E) stands here; the words before it are corrected behind it.",
                place.Contains(error) ? Severity.Info : null
            );
        }
        if (reading.IsTransmission)
        {
            var heading = reading.View.Bytes.Span[..Math.Max(place.Start, 0)];
            var struck = heading.IndexOf("XXXX"u8);
            if (struck >= 0)
            {
                findings.Add(
                    "TX-111",
                    new TextSpan(struck, 4),
                    "A strike-out stands in the heading, which is never corrected but made anew."
                );
            }
        }
    }

    /// <summary>
    /// False where a text holds none of the signals looked for: no three N, no ZC, no two E with a blank between. One pass instead of three.
    /// </summary>
    private static bool MayHoldSignals(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        ref var start = ref MemoryMarshal.GetReference(bytes);
        for (; at + Vector256<byte>.Count + 2 <= bytes.Length; at += Vector256<byte>.Count)
        {
            var one = Vector256.LoadUnsafe(ref start, (nuint)at);
            var next = Vector256.LoadUnsafe(ref start, (nuint)at + 1);
            var third = Vector256.LoadUnsafe(ref start, (nuint)at + 2);
            var run = Vector256.Equals(one, next) & Vector256.Equals(one, third) & Vector256.Equals(one, Vector256.Create((byte)'N'));
            var call = Vector256.Equals(one, Vector256.Create((byte)'Z')) & Vector256.Equals(next, Vector256.Create((byte)'C'));
            var error =
                Vector256.Equals(one, Vector256.Create((byte)'E'))
                & Vector256.Equals(next, Vector256.Create((byte)' '))
                & Vector256.Equals(one, third);
            if ((run | call | error) != Vector256<byte>.Zero)
            {
                return true;
            }
        }
        return bytes[at..].ContainsAny((byte)'N', (byte)'Z', (byte)'E');
    }

    private static void FindInText(ReadOnlySpan<byte> signal, string name, ReadOnlySpan<byte> text, TextSpan place, FindingList findings)
    {
        var found = text.IndexOf(signal);
        if (found >= 0)
        {
            findings.Add("TX-110", new TextSpan(place.Start + found, 4), $"{name} stands inside the text, where it would cut the message.");
        }
    }

    /// <summary>The first error sign, in heading, text and ending; the text is passed over where none can stand in it.</summary>
    private static int ErrorSign(ReadOnlySpan<byte> bytes, TextSpan text, bool isInText)
    {
        if (isInText || text.IsEmpty)
        {
            return ErrorSign(bytes);
        }
        var found = ErrorSign(bytes[..text.Start]);
        return found >= 0 ? found
            : ErrorSign(bytes[text.End..]) is var behind and >= 0 ? text.End + behind
            : -1;
    }

    /// <summary>
    /// Finds eight E with blanks between. Wherever they stand, one aligned word of eight bytes lies wholly inside, so it is enough to look at words.
    /// </summary>
    private static int ErrorSign(ReadOnlySpan<byte> bytes)
    {
        var sign = "E E E E E E E E"u8;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        var (odd, even) = (BitConverter.ToUInt64(sign[..8]), BitConverter.ToUInt64(sign[1..9]));
        for (var at = 0; at < words.Length; at++)
        {
            var next = words[at..].IndexOfAny(odd, even);
            if (next < 0)
            {
                return -1;
            }
            at += next;
            var from = Math.Max(0, (at * 8) - 8);
            var found = bytes[from..Math.Min(bytes.Length, from + 32)].IndexOf(sign);
            if (found >= 0)
            {
                return from + found;
            }
        }
        return -1;
    }
}
