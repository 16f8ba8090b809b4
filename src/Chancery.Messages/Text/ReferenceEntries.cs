using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Takes a REF block apart into references: letters, chains, kinds, flags (text.md RF-1 to RF-9).</summary>
internal sealed class ReferenceEntries(TextContext context)
{
    private const int LongestPost = 50;

    private readonly ImmutableArray<MessageReference>.Builder found = ImmutableArray.CreateBuilder<MessageReference>();

    /// <summary>Reads a block whose lines are parted by line feeds.</summary>
    public ImmutableArray<MessageReference> Read(string block)
    {
        block = WithoutPageMarks(block);
        var enumerators = new ReferenceEnumerators(context, block);
        string? label = null;
        var from = 0;
        var lineStart = true;
        for (var at = 0; at < block.Length; )
        {
            if (enumerators.TryRead(at, from, lineStart, out var next, out var length))
            {
                AddEntries(label, block[from..at]);
                label = next;
                at += length;
                from = at;
                lineStart = false;
                continue;
            }
            lineStart = block[at] == '\n' || (lineStart && block[at] is ' ' or '-' or '\u00B6');
            at++;
        }
        AddEntries(label, block[from..]);
        return found.ToImmutable();
    }

    /// <summary>Cuts page marks that slipped in between: <c>PORT AU PR 00002230 001.2 OF 002</c> (RF-3).</summary>
    private static string WithoutPageMarks(string block)
    {
        var of = block.IndexOf(" OF ", StringComparison.Ordinal);
        if (of < 0)
        {
            return block;
        }
        var kept = new StringBuilder(block.Length);
        var from = 0;
        for (; of >= 0; of = block.IndexOf(" OF ", of + 1, StringComparison.Ordinal))
        {
            var end = of + 4;
            while (end < block.Length && char.IsAsciiDigit(block[end]))
            {
                end++;
            }
            var start = block.LastIndexOf(' ', of - 1, of - from) + 1;
            var mark = block.AsSpan(start, of - start);
            var isMark =
                end - of >= 6
                && mark.Length is 3 or 5
                && !mark.ContainsAnyExcept("0123456789.")
                && (mark.Length == 3 || mark[3] == '.')
                && (mark.Length == 5 || StartOfPost(block, start, from) < start);
            if (isMark)
            {
                kept.Append(block, from, StartOfPost(block, start, from) - from).Append(' ');
                from = end;
            }
        }
        return kept.Append(block, from, block.Length - from).ToString();
    }

    /// <summary>Where the post and number of eight digits begin that stand in front of a page mark; the mark's own start where none do.</summary>
    private static int StartOfPost(string block, int mark, int from)
    {
        var least = Math.Max(from, mark - LongestPost);
        var number = mark;
        while (number > least && block[number - 1] == ' ')
        {
            number--;
        }
        var digits = number;
        while (digits > least && char.IsAsciiDigit(block[digits - 1]))
        {
            digits--;
        }
        if (number - digits != 8)
        {
            return mark;
        }
        while (digits > least && (char.IsAsciiLetterUpper(block[digits - 1]) || block[digits - 1] == ' '))
        {
            digits--;
        }
        return digits;
    }

    /// <summary>Adds what one letter stands for; behind a semicolon a telegram is an entry of its own: <c>QUILL E-MAIL OF 3/4; KABUL 3344</c>.</summary>
    private void AddEntries(string? label, string text)
    {
        var from = 0;
        var first = text.IndexOf(';', StringComparison.Ordinal);
        var front = first > 0 ? Encoding.UTF8.GetBytes(text[..first].Replace('\n', ' ').TrimStart()) : [];
        if (ReferenceWords.TryCable(context, front.AsSpan(Lead(front)), out _, out _))
        {
            // A chain of telegrams shares its flags: it is read as one.
            first = -1;
        }
        for (var at = first; at >= 0; at = text.IndexOf(';', at + 1))
        {
            var rest = text.AsSpan(at + 1, Math.Min(text.Length - at - 1, LongestPost)).TrimStart();
            if (ReferenceWords.TryKnownCable(context, Encoding.UTF8.GetBytes(rest.ToString().Replace('\n', ' ')), out _, out _))
            {
                AddEntry(label, text[from..at]);
                from = at + 1;
            }
        }
        AddEntry(label, text[from..]);
    }

    private void AddEntry(string? label, string text)
    {
        var raw = text.AsSpan().TrimEnd('\n').Contains('\n')
            ? string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : text.Trim();
        raw = raw.Trim(' ', ';', ',', '-', '\n').TrimEnd('.');
        if (
            raw.Length == 0
            || raw.ToUpperInvariant() is "NONE" or "N/A" or "NA" or "NIL" or "AND" or "ET AL" or "REF" or "REFS" or "REFTEL" or "REFTELS"
        )
        {
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(raw);
        var body = bytes.AsSpan(Lead(bytes));
        var isFlagged = Words.Starts(body, "(NOTAL)"u8);
        body = isFlagged ? body[Words.SkipBlanks(body, 7)..] : body;
        var chain = new ReferenceChain(context, found);
        var before = found.Count;
        if (!ReferenceWords.IsAirgram(raw) && ReferenceWords.TryCable(context, body, out _, out _))
        {
            chain.Read(label, body);
            if (isFlagged && !found[before].Flags.Contains("NOTAL"))
            {
                found[before] = found[before] with { Flags = ["NOTAL", .. found[before].Flags] };
            }
        }
        else if (ReferenceWords.Kind(raw) is { } kind)
        {
            found.Add(
                new MessageReference(label, kind, raw)
                {
                    Flags = ReferenceFlags.In(raw),
                    Text = raw,
                    Date = DateWords.Date(bytes),
                }
            );
        }
        else if (DateWords.TryGroup(bytes, out var group, out var start, out _))
        {
            var originator = ReferenceWords.Originator(Encoding.UTF8.GetString(bytes.AsSpan(0, start)));
            found.Add(
                new MessageReference(label, originator is null ? ReferenceKind.Dtg : ReferenceKind.Military, raw)
                {
                    Dtg = group,
                    Originator = originator,
                    Flags = ReferenceFlags.In(raw),
                }
            );
        }
        else if (!chain.Read(label, body))
        {
            found.Add(
                new MessageReference(label, ReferenceKind.Unknown, raw)
                {
                    Flags = ReferenceFlags.In(raw),
                    Text = raw,
                    Date = DateWords.Date(bytes),
                }
            );
        }
    }

    /// <summary>The length of a portion mark in front of an entry.</summary>
    private static int Lead(ReadOnlySpan<byte> entry) =>
        PortionMark.TryRead(entry, behindNumber: false, out _, out var length) ? Words.SkipBlanks(entry, length) : 0;
}
