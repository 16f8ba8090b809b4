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
        var at = Words.IndexOf(lines.Bytes[lines.Start..end], "CORRECTED COPY"u8, 13);
        return at >= 0;
    }

    private void ReadDuration()
    {
        var start = Math.Max(lines.Start, lines.Stop - Window);
        var text = lines.Bytes[start..lines.Stop];
        if (!Holds(text, "NTIL"u8, "ntil"u8) && !Holds(text, "URPOSES"u8, "urposes"u8))
        {
            return;
        }
        var at = Words.IndexOf(text, "EFFECT UNTIL"u8, 4);
        at = at >= 0 ? at : Words.IndexOf(text, "EFFECTIVE UNTIL"u8, 4);
        at = at >= 0 ? at : Words.IndexOf(text, "FOR RECORD PURPOSES"u8, 11);
        if (at < 0)
        {
            return;
        }
        var end = SentenceEnd(text, at);
        var said = TextLines.Join(text[at..end]);
        reading.Cancellation = new Cancellation(DateWords.Date(Encoding.UTF8.GetBytes(said)), said.TrimEnd('.', '/', ' '));
        reading.CancellationSpan = TextSpan.FromBounds(start + at, start + end);
    }

    /// <summary>A glance that most texts end with: a word without its first letter, in capitals or small.</summary>
    private static bool Holds(ReadOnlySpan<byte> text, ReadOnlySpan<byte> capitals, ReadOnlySpan<byte> small) =>
        text.IndexOf(capitals) >= 0 || text.IndexOf(small) >= 0;

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
        var bytes = lines.Bytes[first..Math.Min(lines.Stop, first + Window)];
        if (!Holds(bytes, "ANCEL"u8, "ancel"u8) && !Holds(bytes, "UPERSEDE"u8, "upersede"u8) && !Holds(bytes, "ORRECTED"u8, "orrected"u8))
        {
            return;
        }
        var text = TextLines.Join(bytes).ToUpperInvariant();
        foreach (var verb in (ReadOnlySpan<string>)["CANCEL", "SUPERSEDE", "REFER TO CORRECTED COPY"])
        {
            for (var at = text.IndexOf(verb, StringComparison.Ordinal); at >= 0; at = text.IndexOf(verb, at + 1, StringComparison.Ordinal))
            {
                var end = at;
                while (end < text.Length && char.IsAsciiLetter(text[end]))
                {
                    end++;
                }
                if (verb[0] == 'R')
                {
                    Add(
                        SupersessionKind.CorrectedBy,
                        text[(at + verb.Length)..Math.Min(text.Length, at + verb.Length + WordsBefore)].TrimStart()
                    );
                }
                else if (text[at..end] is "CANCELS" or "SUPERSEDES")
                {
                    Add(SupersessionKind.Cancels, text[end..Math.Min(text.Length, end + WordsBefore)].TrimStart());
                }
                else if (text[at..end] is "CANCELLED" or "CANCELED" or "SUPERSEDED")
                {
                    ReadPassive(text, at);
                }
            }
        }
    }

    /// <summary><c>REF A IS HEREBY CANCELLED</c>, <c>NAVADMIN 012/05 IS SUPERSEDED</c>: the sentence in front of the verb.</summary>
    private void ReadPassive(string text, int verb)
    {
        var start = Math.Max(0, verb - WordsBefore);
        var stop = text.LastIndexOf(". ", verb, verb - start, StringComparison.Ordinal);
        start = stop < 0 ? start : stop + 2;
        var sentence = text[start..verb].TrimEnd();
        var isStated =
            sentence.EndsWith(" IS", StringComparison.Ordinal)
            || sentence.EndsWith(" ARE", StringComparison.Ordinal)
            || sentence.EndsWith(" HEREBY", StringComparison.Ordinal);
        var other = sentence.IndexOf("REF", StringComparison.Ordinal);
        for (var at = 0; isStated && other < 0 && at < sentence.Length; at++)
        {
            other =
                (at == 0 || sentence[at - 1] == ' ') && TitleLine.TryRead(Encoding.UTF8.GetBytes(sentence[at..]), out _, out _) ? at : -1;
        }
        if (isStated && other >= 0)
        {
            Add(SupersessionKind.Cancels, sentence[other..]);
        }
    }

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
