using System.Buffers;
using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Takes a REF block apart into references: letters, chains, kinds, flags (text.md RF-1 to RF-9).</summary>
internal sealed class ReferenceEntries(TextContext context)
{
    private static readonly string[] KnownFlags = ["NOTAL", "PASEP", "AND PREVIOUS"];
    private static readonly SearchValues<string> AnyFlag = SearchValues.Create(KnownFlags, StringComparison.OrdinalIgnoreCase);

    private readonly ImmutableArray<MessageReference>.Builder found = ImmutableArray.CreateBuilder<MessageReference>();

    /// <summary>Reads a block whose lines are parted by line feeds.</summary>
    public ImmutableArray<MessageReference> Read(string block)
    {
        string? label = null;
        var from = 0;
        var at = 0;
        var lineStart = true;
        char expected = 'A';
        while (at < block.Length)
        {
            if ((lineStart || IsBreak(block, at)) && LetterAt(block, at, expected, lineStart) is { Length: > 0 } letter)
            {
                AddEntry(label, block[from..at]);
                label = letter.Label;
                expected = (char)(label[0] + 1);
                at += letter.Length;
                from = at;
                lineStart = false;
                continue;
            }
            lineStart = block[at] == '\n' || (lineStart && block[at] == ' ');
            at++;
        }
        AddEntry(label, block[from..]);
        return found.ToImmutable();
    }

    private static bool IsBreak(string block, int at) => at > 0 && block[at - 1] is ' ' or ';' or ',' or ')';

    /// <summary>
    /// An enumerating letter: at the start of a line any, inside a line only the one that follows (RF-4). Doubled ones (<c>A. A)</c>,
    /// <c>A. REF A</c>) are taken together.
    /// </summary>
    private static (string Label, int Length) LetterAt(string block, int at, char expected, bool lineStart)
    {
        var start = at;
        if (block[at] == '\u00B6')
        {
            at++;
        }
        var bracket = at < block.Length && block[at] == '(';
        var letterAt = bracket ? at + 1 : at;
        if (letterAt + 1 >= block.Length || !char.IsAsciiLetter(block[letterAt]))
        {
            return ("", 0);
        }
        var close = block[letterAt + 1];
        var letter = char.ToUpperInvariant(block[letterAt]);
        var isClosed = bracket ? close == ')' : close is '.' or ')' or ':';
        if (!isClosed || (!lineStart && letter != expected) || (lineStart && letter > expected + 3))
        {
            return ("", 0);
        }
        var end = letterAt + 2;
        // "U.S. EMBASSY …" and "A.I.D. …" begin with initials.
        if (!bracket && close == '.' && end + 1 < block.Length && char.IsAsciiLetter(block[end]) && block[end + 1] == '.')
        {
            return ("", 0);
        }
        while (end < block.Length && block[end] is '.' or ' ' or ')' or ':')
        {
            end++;
        }
        return (letter.ToString(), SkipDoubled(block, end, letter) - start);
    }

    private static int SkipDoubled(string block, int at, char letter)
    {
        var next = at;
        if (next + 3 < block.Length && string.Compare(block, next, "REF ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0)
        {
            next += 4;
        }
        var bracket = next < block.Length && block[next] == '(';
        next += bracket ? 1 : 0;
        if (
            next + 1 >= block.Length
            || char.ToUpperInvariant(block[next]) != letter
            || block[next + 1] is not (')' or '.' or ':' or '\n' or ' ')
        )
        {
            return at;
        }
        if (block[next + 1] == ' ' && next == at)
        {
            return at;
        }
        next++;
        while (next < block.Length && block[next] is '.' or ' ' or ')' or ':')
        {
            next++;
        }
        return next;
    }

    private void AddEntry(string? label, string text)
    {
        var raw = text.AsSpan().TrimEnd('\n').Contains('\n')
            ? string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : text.Trim();
        raw = raw.Trim(' ', ';', ',').TrimEnd('.');
        if (raw.Length == 0)
        {
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(raw);
        var flags = Flags(raw);
        if (ReferenceWords.Kind(raw) is { } kind)
        {
            found.Add(
                new MessageReference(label, kind, raw)
                {
                    Flags = flags,
                    Text = raw,
                    Date = DateWords.Date(bytes),
                }
            );
        }
        else if (DateWords.TryGroup(bytes, out var group, out var start, out _) && !ReferenceWords.BeginsWithNumber(context, bytes))
        {
            var originator = ReferenceWords.Originator(Encoding.UTF8.GetString(bytes.AsSpan(0, start)));
            found.Add(
                new MessageReference(label, originator is null ? ReferenceKind.Dtg : ReferenceKind.Military, raw)
                {
                    Dtg = group,
                    Originator = originator,
                    Flags = flags,
                }
            );
        }
        else if (!AddCables(label, bytes, flags))
        {
            found.Add(
                new MessageReference(label, ReferenceKind.Unknown, raw)
                {
                    Flags = flags,
                    Text = raw,
                    Date = DateWords.Date(bytes),
                }
            );
        }
    }

    /// <summary><c>POST 1 AND 2</c>, <c>04 POST 3810; 03 OTHER 5205</c>: the post is carried on (RF-2).</summary>
    private bool AddCables(string? label, ReadOnlySpan<byte> text, ImmutableArray<string> flags)
    {
        var at = 0;
        MessageReferenceNumber? last = null;
        var first = found.Count;
        while (at < text.Length)
        {
            var rest = text[at..];
            if (ReferenceWords.TryCable(context, rest, out var number, out var length))
            {
                last = number;
                found.Add(new MessageReference(label, ReferenceKind.Cable, number.Raw) { Mrn = number });
            }
            else if (last is not null && ReferenceWords.TryBareNumber(rest, out var bare, out length))
            {
                last = last with { Number = bare, Raw = Encoding.ASCII.GetString(rest[..length]) };
                found.Add(new MessageReference(label, ReferenceKind.Cable, last.Raw) { Mrn = last });
            }
            else if (last is null)
            {
                return false;
            }
            else
            {
                break;
            }
            at = ReferenceWords.SkipJoint(text, at + length);
        }
        for (var i = first; i < found.Count; i++)
        {
            found[i] = found[i] with { Flags = flags };
        }
        return found.Count > first;
    }

    private static ImmutableArray<string> Flags(string raw)
    {
        ImmutableArray<string> flags = [];
        if (raw.AsSpan().IndexOfAny(AnyFlag) < 0)
        {
            return flags;
        }
        foreach (var flag in KnownFlags)
        {
            if (raw.Contains(flag, StringComparison.OrdinalIgnoreCase))
            {
                flags = flags.Add(flag);
            }
        }
        return flags;
    }
}
