using System.Text;

namespace Chancery.Messages.Text;

/// <summary>
/// Reads the telegrams of one entry: <c>POST 1 AND 2</c>, <c>04 POST 3810; 03 OTHER 5205</c>. The post is carried on to numbers behind
/// <c>AND</c> or a comma (text.md RF-2), flags belong to what stands in front of them.
/// </summary>
internal sealed class ReferenceChain(TextContext context, ImmutableArray<MessageReference>.Builder found)
{
    private const int LongestBrackets = 300;
    private const int MostFlagged = 26;
    private const int YearsBack = 5;

    private readonly int before = found.Count;
    private MessageReferenceNumber? last;

    /// <summary>True behind <c>AND</c> or a semicolon, which part what is no list of numbers.</summary>
    private bool isStrong;

    /// <summary>Where the telegrams begin that share the last post.</summary>
    private int group;

    /// <summary>Adds the telegrams of an entry; false where there is none.</summary>
    public bool Read(string? label, ReadOnlySpan<byte> text)
    {
        var at = 0;
        var inWords = false;
        var isJoined = true;
        while (at < text.Length)
        {
            var rest = text[at..];
            if (
                inWords
                    ? ReferenceWords.TryKnownCable(context, rest, out var number, out var length)
                    : ReferenceWords.TryCable(context, rest, out number, out length)
            )
            {
                last = number;
                group = found.Count;
                found.Add(new MessageReference(label, ReferenceKind.Cable, number.Raw) { Mrn = number });
            }
            else if (
                !inWords
                && last is { } carried
                && ReferenceWords.TryBareNumber(rest, carried.Number < 100 && isJoined ? 1 : 2, out var bare, out length)
            )
            {
                if (IsYear(bare, length, isJoined, carried) && DateWords.Year(bare, length) is { } year)
                {
                    last = carried with { Year = year };
                    found[^1] = found[^1] with { Mrn = last };
                }
                else if (isJoined || length >= 3)
                {
                    last = carried with { Number = bare, Raw = Encoding.ASCII.GetString(rest[..length]) };
                    found.Add(new MessageReference(label, ReferenceKind.Cable, last.Raw) { Mrn = last });
                }
            }
            else if (!inWords && isStrong && found.Count > before && OtherKind(rest, out length) is { } kind)
            {
                var raw = Encoding.UTF8.GetString(rest[..length]).Trim(' ', ',', '.');
                found.Add(
                    new MessageReference(label, kind, raw)
                    {
                        Text = raw,
                        Flags = ReferenceFlags.In(raw),
                        Date = DateWords.Date(rest[..length]),
                    }
                );
            }
            else
            {
                at += ToJoint(rest);
                inWords = true;
                continue;
            }
            at += length;
            at = SkipPart(text, at);
            at = SkipJoint(text, at, out isJoined);
            inWords = false;
        }
        return found.Count > before;
    }

    /// <summary><c>POST 12 AND ROE-DOE E-MAILS</c>: words up to a semicolon that name another kind of reference; null where they name none.</summary>
    private static ReferenceKind? OtherKind(ReadOnlySpan<byte> rest, out int length)
    {
        length = rest.IndexOf((byte)';');
        length = length < 0 ? rest.Length : length;
        var kind = length <= LongestBrackets ? ReferenceWords.Kind(Encoding.UTF8.GetString(rest[..length])) : null;
        return kind is ReferenceKind.Email or ReferenceKind.Telcon or ReferenceKind.Letter or ReferenceKind.Memo or ReferenceKind.Fax
            ? kind
            : null;
    }

    /// <summary><c>STATE 1234/07</c> is a year, <c>STATE 34567/01</c> a section: two digits behind a slant are no number of their own.</summary>
    private int SkipPart(ReadOnlySpan<byte> text, int at)
    {
        if (
            at + 2 >= text.Length
            || text[at] != '/'
            || !Words.TryNumber(text, at + 1, out var number, out var digits)
            || digits != 2
            || last is not { Number: > 99 } carried
            || (at + 3 < text.Length && Words.IsWordByte(text[at + 3]))
        )
        {
            return at;
        }
        if (
            DateWords.Year(number, digits) is { } year
            && context.Dtg?.Utc?.Year is { } own
            && year <= own
            && year >= own - YearsBack
            && carried.Year == own
        )
        {
            last = carried with { Year = year };
            found[^1] = found[^1] with { Mrn = last };
        }
        return at + 3;
    }

    /// <summary>A year behind the number: <c>STATE 125 03</c>, <c>PARIS 1234, 2007</c>.</summary>
    private bool IsYear(int number, int digits, bool isJoined, MessageReferenceNumber carried) =>
        found[^1].Mrn == carried
        && ((digits == 2 && !isJoined) || (digits == 4 && number is >= 1973 and <= 2030 && carried.Number is < 1973 or > 2030));

    /// <summary>How far the next place is at which another telegram may begin among words.</summary>
    private static int ToJoint(ReadOnlySpan<byte> rest)
    {
        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at - 1] is (byte)',' or (byte)';' or (byte)'/' or (byte)'(' or (byte)':' or (byte)' ' && !Words.IsBlank(rest[at]))
            {
                return at;
            }
        }
        return rest.Length;
    }

    /// <summary>The place behind commas, <c>AND</c>, brackets and flags between two telegrams.</summary>
    private int SkipJoint(ReadOnlySpan<byte> text, int at, out bool isJoined)
    {
        isJoined = false;
        isStrong = false;
        while (at < text.Length)
        {
            var rest = text[at..];
            if (rest[0] is (byte)' ' or (byte)'.')
            {
                at++;
            }
            else if (rest[0] is (byte)',' or (byte)';' or (byte)'&' or (byte)'/')
            {
                isStrong |= rest[0] == ';';
                isJoined = true;
                at++;
            }
            else if (Words.StartsWord(rest, "AND PREVIOUS"u8))
            {
                Flag("AND PREVIOUS", found.Count - 1);
                at += 12;
            }
            else if (isJoined && found.Count > 0 && Words.StartsWord(rest, "PREVIOUS"u8))
            {
                // "& PREVIOUS", "; PREVIOUS"
                Flag("AND PREVIOUS", found.Count - 1);
                at += 8;
            }
            else if (Words.StartsWord(rest, "AND PREV"u8))
            {
                Flag("AND PREVIOUS", found.Count - 1);
                at += 8;
            }
            else if (Words.StartsWord(rest, "AND"u8))
            {
                isStrong = true;
                isJoined = true;
                at += 3;
            }
            else if (Words.StartsWord(rest, "THRU"u8) || Words.StartsWord(rest, "THROUGH"u8))
            {
                isJoined = true;
                at += Words.WordLength(rest, 0);
            }
            else if (Words.StartsWord(rest, "BOTH NOTAL"u8) || Words.StartsWord(rest, "ALL NOTAL"u8))
            {
                var isBoth = rest[0] is (byte)'B' or (byte)'b';
                Flag("NOTAL", isBoth ? found.Count - 2 : 0);
                at += isBoth ? 10 : 9;
            }
            else if (Words.StartsWord(rest, "NOTAL"u8) || Words.StartsWord(rest, "PASEP"u8))
            {
                Flag(Words.StartsWord(rest, "NOTAL"u8) ? "NOTAL" : "PASEP", group);
                at += 5;
            }
            else if (rest[0] == '-' && IsEndOfRun(rest))
            {
                isJoined = true;
                at++;
            }
            else if (rest[0] == '(' && rest.IndexOf((byte)')') < 0)
            {
                at++;
            }
            else if (rest[0] == '-' && IsFlagBehind(rest.TrimStart("- "u8)))
            {
                at++;
            }
            else if (rest[0] == '(' && ReferenceWords.TryKnownCable(context, rest[1..], out _, out _))
            {
                isJoined = true;
                at++;
            }
            else if (rest.StartsWith("[NOTAL]"u8) || rest.StartsWith("{NOTAL}"u8))
            {
                Flag("NOTAL", group);
                at += 7;
            }
            else if (rest[0] == ')')
            {
                at++;
            }
            else if (rest[0] == '(' && rest[..Math.Min(rest.Length, LongestBrackets)].IndexOf((byte)')') is var close and > 0)
            {
                ReadBrackets(Encoding.UTF8.GetString(rest[1..close]).ToUpperInvariant());
                at += close + 1;
            }
            else
            {
                return at;
            }
        }
        return at;
    }

    /// <summary><c>- NOTAL</c>, <c>- (NOTAL)</c>.</summary>
    private static bool IsFlagBehind(ReadOnlySpan<byte> rest) =>
        Words.StartsWord(rest.TrimStart((byte)'('), "NOTAL"u8) || Words.StartsWord(rest.TrimStart((byte)'('), "PASEP"u8);

    /// <summary><c>POST 4 - 6</c>: a greater number behind a dash, and nothing more.</summary>
    private bool IsEndOfRun(ReadOnlySpan<byte> rest)
    {
        var at = Words.SkipBlanks(rest, 1);
        return last is { } first
            && Words.TryNumber(rest, at, out var number, out var digits)
            && number > first.Number
            && (at + digits == rest.Length || rest[at + digits] is (byte)',' or (byte)';');
    }

    private void ReadBrackets(string words)
    {
        var first =
            words.StartsWith("ALL", StringComparison.Ordinal) ? 0
            : words.StartsWith("BOTH", StringComparison.Ordinal) ? found.Count - 2
            : group;
        foreach (var flag in ReferenceFlags.In(words))
        {
            Flag(flag, first);
        }
        // "POST 100 (DEC 2007)"
        var year = words.Length > 4 ? words[^4..] : "";
        if (last is { } carried && Words.TryNumber(Encoding.UTF8.GetBytes(year), 0, out var number, out var digits) && digits == 4)
        {
            if (words.Length <= 15 && DateWords.Year(number, digits) is { } read && DateWords.Month(Encoding.UTF8.GetBytes(words)) > 0)
            {
                last = carried with { Year = read };
                found[^1] = found[^1] with { Mrn = last };
            }
        }
    }

    private void Flag(string flag, int first)
    {
        for (var i = Math.Max(first, Math.Max(0, found.Count - MostFlagged)); i < found.Count; i++)
        {
            if (!found[i].Flags.Contains(flag))
            {
                found[i] = found[i] with { Flags = found[i].Flags.Add(flag) };
            }
        }
    }
}
