using System.Globalization;
using System.Text;

namespace Chancery.Office;

/// <summary>
/// Makes the terms of messages for the index: all words of the bytes in their order, then the words of each field, its rights and its dates.
/// Keeps its buffers from message to message; used by one thread at a time.
/// </summary>
public sealed class IndexTerms
{
    /// <summary>How many printed words around a joined one are found next to it.</summary>
    private const int Surroundings = 4;
    private readonly List<Word> words = [];
    private readonly List<int> runs = [];
    private char[] chars = [];
    private byte[] buffer = [];
    private int length;

    /// <summary>The terms of a message.</summary>
    public IndexedMessage Make(StoredMessage stored, Message message) => MakeAll([(stored, message)])[0];

    /// <summary>The terms of messages, which lie one behind another in one piece of memory.</summary>
    public IndexedMessage[] MakeAll(IReadOnlyList<(StoredMessage Stored, Message Message)> messages)
    {
        length = 0;
        buffer = GC.AllocateUninitializedArray<byte>(messages.Sum(message => Usual(message.Stored.Raw.Length)));
        var ends = new int[messages.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            Add(messages[i].Stored, messages[i].Message);
            ends[i] = length;
        }
        ReadOnlyMemory<byte> terms = buffer;
        var made = new IndexedMessage[ends.Length];
        for (var i = 0; i < ends.Length; i++)
        {
            var (number, row, _) = messages[i].Stored;
            made[i] = new IndexedMessage(
                number,
                row.Id,
                DateOf(row).Ticks / TimeSpan.TicksPerMinute,
                terms[(i == 0 ? 0 : ends[i - 1])..ends[i]]
            );
        }
        return made;
    }

    /// <summary>Room for the terms of most messages of a size: joined spellings and fields come to its words.</summary>
    private static int Usual(int size) => size + (size / 4) + 2048;

    private void Add(StoredMessage stored, Message message)
    {
        AddText("", Decode(stored.Raw.Span));
        var row = stored.Row;
        AddFields(row, message);
        AddRights(row);
        AddDates(DateOf(row));
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

    /// <summary>The date a message is found by: its date-time group, else its acceptance; in Z.</summary>
    public static DateTime DateOf(MessageRow row) => (row.Dtg?.Utc ?? row.FiledAt).UtcDateTime;

    private void AddFields(MessageRow row, Message message)
    {
        if (row.Subject is { } subject)
        {
            AddField(SearchField.Subject, subject.Text);
        }
        if (row.From is { } from)
        {
            AddField(SearchField.From, from.Name, from.RoutingIndicator, string.Join(' ', from.Offices));
        }
        foreach (var addressee in row.Action)
        {
            AddField(SearchField.To, addressee.Name, addressee.RoutingIndicator, string.Join(' ', addressee.Offices));
        }
        foreach (var addressee in message.Info)
        {
            AddField(SearchField.Info, addressee.Name, addressee.RoutingIndicator, string.Join(' ', addressee.Offices));
        }
        foreach (var tag in row.Tags)
        {
            AddField(SearchField.Tag, tag.Code, tag.Raw, TagNames.Find(tag.Code));
        }
        AddTerm(SearchField.Level, row.Level.Name());
        AddMrn(row.Mrn);
        if (row.Precedence.Action is { } precedence)
        {
            AddTerm(SearchField.Precedence, precedence.Name());
        }
        foreach (var caption in row.Captions)
        {
            AddField(SearchField.Caption, caption);
        }
        if (row.Dtg is { } dtg)
        {
            AddTerm(SearchField.Dtg, dtg.Raw);
        }
        AddTerm(SearchField.Family, row.Family.Name());
        AddTerm(SearchField.Family, row.Profile.Name());
        if (row.Serial is { } serial)
        {
            AddField(SearchField.Serial, $"{serial.Title} {serial.Number} {serial.Year}");
            AddField(SearchField.Serial, $"{serial.Title} {serial.Number.TrimStart('0')} {serial.Year % 100:00}");
        }
        if (message.Transmission.Station?.Serial is { } station)
        {
            AddField(SearchField.Serial, station);
        }
        AddField(SearchField.Origin, row.Origin.Door, row.Origin.Name);
        AddStates(row);
    }

    private void AddMrn(MessageReferenceNumber? mrn)
    {
        if (mrn is null)
        {
            return;
        }
        var key = NumberKey.Of(mrn);
        AddTerm(SearchField.Mrn, key.Bare);
        if (key.Year is { } year)
        {
            AddTerm(SearchField.Mrn, $"{year:00}{key.Bare}");
        }
        AddField(SearchField.Mrn, mrn.Post);
    }

    private void AddStates(MessageRow row)
    {
        AddTerm(SearchField.State, row.Filing ? "filing" : "traffic");
        foreach (var state in row.States)
        {
            AddTerm(SearchField.State, state);
        }
        if (row.Findings.Length > 0)
        {
            AddTerm(SearchField.State, "findings");
        }
        if (row.Errors > 0)
        {
            AddTerm(SearchField.State, "errors");
        }
        if (row.Warnings > 0)
        {
            AddTerm(SearchField.State, "warnings");
        }
        if (row.Section is not null)
        {
            AddTerm(SearchField.State, "section");
        }
        foreach (var finding in row.Findings)
        {
            AddTerm(SearchField.Finding, finding);
        }
    }

    /// <summary>One term for each rank that may read the message: the query of a reader names exactly one, his own.</summary>
    private void AddRights(MessageRow row)
    {
        var restricted = ReadingRights.IsRestricted(row.Captions);
        for (var rank = row.Level.Rank(); rank <= ReadingScope.All.HighestRank; rank++)
        {
            Add(TermPrefix.OpenRestricted, rank.ToString(CultureInfo.InvariantCulture));
            if (!restricted)
            {
                Add(TermPrefix.Open, rank.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private void AddDates(DateTime date)
    {
        Add(TermPrefix.Date, date.ToString("yyyy", CultureInfo.InvariantCulture));
        Add(TermPrefix.Date, date.ToString("yyyyMM", CultureInfo.InvariantCulture));
        Add(TermPrefix.Date, date.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
    }

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
}
