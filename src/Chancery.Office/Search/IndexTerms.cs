using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Office;

/// <summary>
/// Makes the terms of messages for the index: all words of the bytes in their order, then the words of each field, its rights and its dates.
/// Keeps its buffers from message to message; used by one thread at a time.
/// </summary>
public sealed partial class IndexTerms
{
    /// <summary>How many printed words around a joined one are found next to it.</summary>
    private const int Surroundings = 4;
    private readonly List<Word> words = [];
    private readonly List<int> runs = [];
    private readonly List<Made> made = [];
    private char[] chars = [];
    private byte[] buffer = [];
    private int length;

    /// <summary>The terms of a message.</summary>
    public IndexedMessage Make(StoredMessage stored, Message message) => MakeAll([(stored, message)])[0];

    /// <summary>The terms of messages, which lie one behind another in one piece of memory.</summary>
    public IndexedMessage[] MakeAll(IReadOnlyList<(StoredMessage Stored, Message Message)> messages)
    {
        length = 0;
        made.Clear();
        buffer = GC.AllocateUninitializedArray<byte>(messages.Sum(message => Usual(message.Stored.Raw.Length)));
        for (var i = 0; i < messages.Count; i++)
        {
            var (stored, message) = messages[i];
            AddWhole(stored, message, i);
            if (!stored.Row.Protection.Portions.IsEmpty)
            {
                AddExtracts(stored.Row, message, i);
            }
        }
        ReadOnlyMemory<byte> terms = buffer;
        var indexed = new IndexedMessage[messages.Count];
        for (int i = 0, first = 0; i < indexed.Length; i++)
        {
            var end = first + 1;
            while (end < made.Count && made[end].Of == i)
            {
                end++;
            }
            var views = new IndexedView[end - first];
            for (var at = first; at < end; at++)
            {
                var (_, row, offices, until) = made[at];
                views[at - first] = new IndexedView(
                    DateOf(row).Ticks / TimeSpan.TicksPerMinute,
                    terms[(at == 0 ? 0 : made[at - 1].End)..until],
                    row,
                    offices
                );
            }
            var (stored, message) = messages[i];
            indexed[i] = new IndexedMessage(
                stored.Number,
                stored.Row.Id,
                stored.Row.Protection,
                ImmutableCollectionsMarshal.AsImmutableArray(views)
            )
            {
                Supersedes = stored.Supersedes,
                Asks = Asking.By(stored.Row, message),
                Cites = Citing.By(stored.Row, message),
            };
            first = end;
        }
        return indexed;
    }

    /// <summary>Room for the terms of most messages of a size: joined spellings and fields come to its words.</summary>
    private static int Usual(int size) => size + (size / 4) + 2048;

    private void AddWhole(StoredMessage stored, Message message, int of)
    {
        AddText("", Decode(stored.Raw.Span));
        var row = stored.Row;
        var offices = AddFields(row, message);
        if (!message.ActionRequests.IsEmpty)
        {
            // An extract does not: whether it was answered is told of the whole only.
            Add(TermPrefix.Asks, "");
        }
        AddRights(row.Protection);
        AddDates(DateOf(row));
        made.Add(new Made(of, row, offices, length));
    }

    private ReadOnlySpan<char> Decode(ReadOnlySpan<byte> bytes)
    {
        if (!Ascii.IsValid(bytes))
        {
            return Words.Decode(bytes);
        }
        if (chars.Length < bytes.Length)
        {
            chars = GC.AllocateUninitializedArray<char>(Math.Max(bytes.Length, chars.Length * 2));
        }
        return chars.AsSpan(0, Encoding.Latin1.GetChars(bytes, chars));
    }

    /// <summary>One row for each set of portions that somebody sees; made from what is open in it, as it is shown.</summary>
    private void AddExtracts(MessageRow row, Message message, int of)
    {
        foreach (var open in ExtractSets.Of(row.Protection))
        {
            var needs = row.Protection.Portions;
            var extract = Extract.Of(row, message, need => needs.IndexOf(need) is >= 0 and var at && (open & (1 << at)) != 0);
            if (extract is null)
            {
                continue;
            }
            AddText("", ExtractWords(extract.Message));
            var offices = AddFields(extract.Row, extract.Message);
            Add(TermPrefix.Extract, $"{row.Protection.Token}:{open.ToString(CultureInfo.InvariantCulture)}");
            AddDates(DateOf(extract.Row));
            made.Add(new Made(of, extract.Row, offices, length));
        }
    }

    /// <summary>The words of an extract, portion by portion; what lies between two portions is no phrase.</summary>
    internal static string ExtractWords(Message message) =>
        string.Join(
            "\n\n",
            message
                .Paragraphs.Select(paragraph => $"{paragraph.Number} {paragraph.Portion?.Raw} {paragraph.Heading}\n{paragraph.Text}")
                .Prepend($"{message.Subject?.Portion?.Raw} {message.Subject?.Text}")
        );

    /// <summary>The date a message is found by: its date-time group, else its acceptance; in Z.</summary>
    public static DateTime DateOf(MessageRow row) => (row.Dtg?.Utc ?? row.FiledAt).UtcDateTime;

    private void AddField(SearchField field, params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrEmpty(text))
            {
                Add(TermPrefix.Gap, "");
                AddText(TermPrefix.Of(field), text);
            }
        }
    }

    /// <summary>A value that is one term, whatever stands between its letters and digits.</summary>
    private void AddTerm(SearchField field, string value)
    {
        if (value.Length > Words.Longest || !Ascii.IsValid(value))
        {
            Add(TermPrefix.Of(field), Term(value));
            return;
        }
        var prefix = TermPrefix.Of(field);
        MakeRoom(prefix.Length + value.Length + 1);
        length += Encoding.ASCII.GetBytes(prefix, buffer.AsSpan(length));
        foreach (var c in value)
        {
            if (Folding.AsciiWord[c] is not 0 and var letter)
            {
                buffer[length++] = letter;
            }
        }
        buffer[length++] = (byte)' ';
    }

    /// <summary>The letters and digits of a value, folded, as one term.</summary>
    public static string Term(string value) => string.Concat(Words.Fold(value));

    private void AddText(string prefix, ReadOnlySpan<char> text)
    {
        words.Clear();
        if (Ascii.IsValid(text))
        {
            AddAscii(prefix, text);
        }
        else
        {
            Words.Cut(text, words);
            foreach (var word in words)
            {
                Add(prefix, text.Slice(word.Start, word.Length));
            }
        }
        if (!Words.MayJoin(text, words))
        {
            return;
        }
        runs.Clear();
        var joined = false;
        for (var i = 0; i < words.Count; i += runs[^1])
        {
            runs.Add(Words.SplitRun(text, words, i));
            joined |= runs[^1] > 1;
        }
        if (joined)
        {
            AddJoined(prefix + TermPrefix.Joined, text);
        }
    }

    /// <summary>The words of a text without letters beyond ASCII, cut and folded in one pass.</summary>
    private void AddAscii(string prefix, ReadOnlySpan<char> text)
    {
        // Between two words stands one character at least, and in the index one blank and the prefix.
        MakeRoom(((text.Length / 2) + 1) * (prefix.Length + 1) + text.Length);
        var terms = buffer;
        var end = length;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = Folding.AsciiWord[text[i]];
            if (letter == 0)
            {
                continue;
            }
            var start = i;
            foreach (var mark in prefix)
            {
                terms[end++] = (byte)mark;
            }
            do
            {
                if (i - start < Words.Longest)
                {
                    terms[end++] = letter;
                }
                i++;
            } while (i < text.Length && (letter = Folding.AsciiWord[text[i]]) != 0);
            words.Add(new Word(start, Math.Min(i - start, Words.Longest)));
            terms[end++] = (byte)' ';
        }
        length = end;
    }

    /// <summary>Joined spellings with the words around them, as if they had been printed so.</summary>
    private void AddJoined(string prefix, ReadOnlySpan<char> text)
    {
        var upTo = -1;
        var emitted = -1;
        var position = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            if (NextJoined(i) is { } next && next - i <= Surroundings)
            {
                upTo = Math.Max(upTo, next + Surroundings);
            }
            if (i <= upTo)
            {
                if (emitted != i - 1 || emitted < 0)
                {
                    Add(TermPrefix.Gap, "");
                }
                emitted = i;
                Add(prefix, Join(text, position, runs[i]));
            }
            position += runs[i];
        }
    }

    private int? NextJoined(int from)
    {
        for (var i = from; i < runs.Count && i <= from + Surroundings; i++)
        {
            if (runs[i] > 1)
            {
                return i;
            }
        }
        return null;
    }

    private ReadOnlySpan<char> Join(ReadOnlySpan<char> text, int first, int count)
    {
        if (count == 1)
        {
            return text.Slice(words[first].Start, words[first].Length);
        }
        var joined = new StringBuilder();
        for (var i = first; i < first + count; i++)
        {
            joined.Append(text.Slice(words[i].Start, words[i].Length));
        }
        return joined.ToString();
    }

    private void Add(string prefix, ReadOnlySpan<char> word)
    {
        // A folded word has at most twice the characters, a character at most three bytes.
        MakeRoom(prefix.Length + (word.Length * 6) + 1);
        length += Encoding.ASCII.GetBytes(prefix, buffer.AsSpan(length));
        if (Ascii.IsValid(word))
        {
            Ascii.ToLower(word, buffer.AsSpan(length), out var written);
            length += written;
        }
        else
        {
            length += Encoding.UTF8.GetBytes(Words.Fold(word), buffer.AsSpan(length));
        }
        buffer[length++] = (byte)' ';
    }

    private void MakeRoom(int size)
    {
        if (length + size > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(length + size, buffer.Length * 2));
        }
    }

    private readonly record struct Made(int Of, MessageRow Row, ImmutableArray<string> Offices, int End);
}
