using System.Text;

namespace Chancery.Messages.Text;

/// <summary>What a general message says of its own life and of others: how long it stands, what it cancels, what it corrects (text.md NV-8, NV-9).</summary>
internal sealed class NavalStatements(TextLines lines, TextReading reading)
{
    /// <summary>Such statements stand in the first or in the last paragraphs; what lies between is not searched.</summary>
    private const int Window = 3000;
    private const int LongestSentence = 400;
    private const int WordsBefore = 60;

    /// <summary>Reads the statements of a text whose head, references and title are read already.</summary>
    public void Read()
    {
        ReadDuration();
        if (IsCorrectedCopy())
        {
            reading.Supersessions = reading.Supersessions.Add(new Supersession(SupersessionKind.Corrects, reading.Serial, null));
        }
        ReadOthers();
    }

    private bool IsCorrectedCopy()
    {
        if (
            reading.Captions.Contains("CORRECTED COPY")
            || reading.Subject?.Text.Contains("CORRECTED COPY", StringComparison.OrdinalIgnoreCase) == true
        )
        {
            return true;
        }
        var end = Math.Min(Math.Max(reading.SubjectSpan.Start, lines.Start), lines.Stop);
        var at = Words.IndexOf(lines.Bytes[lines.Start..end], "CORRECTED COPY"u8, 10, 13);
        return at >= 0;
    }

    private void ReadDuration()
    {
        var start = Math.Max(lines.Start, lines.Stop - Window);
        var text = lines.Bytes[start..lines.Stop];
        var at = Behind(text, "UNTIL"u8, 4, "EFFECT "u8);
        at = at >= 0 ? at : Behind(text, "UNTIL"u8, 4, "EFFECTIVE "u8);
        at = at >= 0 ? at : Behind(text, "PURPOSES"u8, 3, "FOR RECORD "u8);
        if (at < 0)
        {
            return;
        }
        var end = SentenceEnd(text, at);
        var said = TextLines.Join(text[at..end]);
        reading.Cancellation = new Cancellation(DateWords.Date(Encoding.UTF8.GetBytes(said)), said.TrimEnd('.', '/', ' '));
        reading.CancellationSpan = TextSpan.FromBounds(start + at, start + end);
    }

    /// <summary>Where words begin that stand right in front of a rarer one, or -1.</summary>
    private static int Behind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, int rare, ReadOnlySpan<byte> before)
    {
        for (var at = Next(text, word, rare, 0); at >= 0; at = Next(text, word, rare, at + 1))
        {
            if (at >= before.Length && Words.Starts(text[(at - before.Length)..], before))
            {
                return at - before.Length;
            }
        }
        return -1;
    }

    /// <summary>The next place of a word in any case, or -1. Its first letter and the one at <paramref name="rare"/> are looked for together.</summary>
    private static int Next(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word, int rare, int from) =>
        Words.IndexOf(text[from..], word, 0, rare) is var found and >= 0 ? from + found : -1;

    private static int SentenceEnd(ReadOnlySpan<byte> text, int at)
    {
        var most = Math.Min(text.Length, at + LongestSentence);
        for (; at < most; at++)
        {
            if (text[at] == '.' && (at + 1 == text.Length || Words.IsSpace(text[at + 1]) || text[at + 1] == '/'))
            {
                return at + 1;
            }
            if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                return at;
            }
        }
        return most;
    }

    private void ReadOthers()
    {
        var first =
            reading.Paragraphs.IsEmpty || reading.Paragraphs[0].Words.Runs.IsEmpty ? lines.Stop : reading.Paragraphs[0].Words.Runs[0].Start;
        var text = lines.Bytes[first..Math.Min(lines.Stop, first + Window)];
        ReadVerb(text, "CANCEL"u8, 3);
        ReadVerb(text, "SUPERSEDE"u8, 2);
        for (var at = Next(text, "CORRECTED"u8, 5, 0); at >= 0; at = Next(text, "CORRECTED"u8, 5, at + 1))
        {
            var refer = Words.TrimEnd(text, 0, at);
            if (
                refer >= 8
                && Words.Starts(text[(refer - 8)..], "REFER TO"u8)
                && Words.SkipSpace(text, at + 9) is var copy
                && Words.Starts(text[copy..], "COPY"u8)
            )
            {
                Add(SupersessionKind.CorrectedBy, After(text, copy + 4));
            }
        }
    }

    private void ReadVerb(ReadOnlySpan<byte> text, ReadOnlySpan<byte> stem, int rare)
    {
        for (var at = Next(text, stem, rare, 0); at >= 0; at = Next(text, stem, rare, at + 1))
        {
            var end = at + stem.Length;
            while (end < text.Length && char.IsAsciiLetter((char)text[end]))
            {
                end++;
            }
            var ending = text[(at + stem.Length)..end];
            if (Words.Equal(ending, "S"u8))
            {
                Add(SupersessionKind.Cancels, After(text, end));
            }
            else if (Words.Equal(ending, "LED"u8) || Words.Equal(ending, "ED"u8) || Words.Equal(ending, "D"u8))
            {
                ReadPassive(text, at);
            }
        }
    }

    /// <summary>The words behind a place, in capitals.</summary>
    private static string After(ReadOnlySpan<byte> text, int at)
    {
        var words = TextLines.Join(text[at..Math.Min(text.Length, at + (3 * WordsBefore))]).ToUpperInvariant();
        return words[..Math.Min(words.Length, WordsBefore)];
    }

    /// <summary><c>REF A IS HEREBY CANCELLED</c>, <c>NAVADMIN 012/05 IS SUPERSEDED</c>: the sentence in front of the verb.</summary>
    private void ReadPassive(ReadOnlySpan<byte> text, int verb)
    {
        var before = Words.TrimEnd(text, 0, verb);
        if (!IsStated(text[..before]))
        {
            return;
        }
        var sentence = TextLines.Join(text[Math.Max(0, verb - (3 * WordsBefore))..verb]).ToUpperInvariant();
        sentence = sentence[Math.Max(0, sentence.Length + 1 - WordsBefore)..];
        sentence = sentence[(sentence.LastIndexOf(". ", StringComparison.Ordinal) is var stop and >= 0 ? stop + 2 : 0)..];
        var other = sentence.IndexOf("REF", StringComparison.Ordinal);
        for (var at = 0; other < 0 && at < sentence.Length; at++)
        {
            other =
                (at == 0 || sentence[at - 1] == ' ') && TitleLine.TryRead(Encoding.UTF8.GetBytes(sentence[at..]), out _, out _) ? at : -1;
        }
        if (other >= 0 && !IsOnlyNamed(sentence.AsSpan(0, other)))
        {
            Add(SupersessionKind.Cancels, sentence[other..]);
        }
    }

    /// <summary><c>THE REQUIREMENT OUTLINED IN REFERENCE (A) IS CANCELLED</c>: what the other message says is cancelled, not that message.</summary>
    private static bool IsOnlyNamed(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        return before.EndsWith(" IN") || before.EndsWith(" OF") || before.EndsWith(" BY") || before.EndsWith(" FROM");
    }

    private static bool IsStated(ReadOnlySpan<byte> words) =>
        EndsWith(words, "IS"u8) || EndsWith(words, "ARE"u8) || EndsWith(words, "HEREBY"u8);

    private static bool EndsWith(ReadOnlySpan<byte> words, ReadOnlySpan<byte> word) =>
        words.Length > word.Length && Words.Starts(words[^word.Length..], word) && Words.IsSpace(words[^(word.Length + 1)]);

    private void Add(SupersessionKind how, string words)
    {
        if (TitleLine.TryRead(Encoding.UTF8.GetBytes(words), out var serial, out _))
        {
            Add(new Supersession(how, serial, null));
            return;
        }
        var at =
            words.StartsWith("REFERENCE", StringComparison.Ordinal) ? 9
            : words.StartsWith("REF", StringComparison.Ordinal) ? 3
            : -1;
        var label = at < 0 ? "" : words[at..].TrimStart(' ', '(', 'S');
        if (label.Length == 0 || !char.IsAsciiLetter(label[0]) || (label.Length > 1 && char.IsAsciiLetter(label[1])))
        {
            return;
        }
        var letter = label[..1];
        var cited = reading.References.FirstOrDefault(reference =>
            string.Equals(reference.Label, letter, StringComparison.OrdinalIgnoreCase)
        );
        if (cited is not null)
        {
            Add(new Supersession(how, SerialIn($"{cited.Raw} {cited.Text}"), cited.Label));
        }
    }

    private void Add(Supersession found)
    {
        if (!reading.Supersessions.Contains(found))
        {
            reading.Supersessions = reading.Supersessions.Add(found);
        }
    }

    private static MessageSerial? SerialIn(string words)
    {
        var bytes = Encoding.UTF8.GetBytes(words);
        for (var at = 0; at < bytes.Length; at++)
        {
            if ((at == 0 || !Words.IsWordByte(bytes[at - 1])) && TitleLine.TryRead(bytes.AsSpan(at), out var serial, out _))
            {
                return serial;
            }
        }
        return null;
    }
}
