using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages.Text;

/// <summary>Reads the lines between classification line and E.O. line: captions, passing and attention lines (text.md 7).</summary>
internal sealed class CaptionLines(TextLines lines, TextReading reading, bool takesUnknown)
{
    private const int MostWordsOfUnknown = 3;

    private readonly List<string> captions = [.. reading.Captions];
    private readonly List<PassingLine> passing = [];

    /// <summary>Reads one line; false where it is neither caption nor passing line.</summary>
    public bool TryRead(TextSpan line)
    {
        var text = lines.Slice(line);
        if (TryControl(text) || TryCaptions(text) || IsExerciseMark(text))
        {
            return true;
        }
        if (PassingWords.TryRead(text) is { } found)
        {
            passing.Add(found);
            return true;
        }
        return takesUnknown && TryUnknown(line, text);
    }

    /// <summary>Hands over what was read.</summary>
    public void Finish()
    {
        reading.Captions = [.. captions];
        reading.Passing = [.. passing];
        if (reading.Classification is { Level: Level.Unclassified } marked && captions.Contains("SENSITIVE"))
        {
            reading.Classification = marked with { Level = Level.Sbu };
            reading.Derived.Add(new DerivedValue("classification.level", "CL-6"));
        }
    }

    /// <summary><c>SENSITIVE BUT UNCLASSIFIED</c> on a line of its own below UNCLAS means SBU (CL-6).</summary>
    private bool TryControl(ReadOnlySpan<byte> text)
    {
        if (!LevelWord.TryRead(text, out var control, out var length) || control.Rank() != 1 || !IsOnlySeparators(text[length..]))
        {
            return false;
        }
        if (reading.Classification is { Level: Level.Unclassified } marked)
        {
            reading.Classification = marked with { Level = control };
            reading.Derived.Add(new DerivedValue("classification.level", "CL-6"));
        }
        return true;
    }

    private bool TryCaptions(ReadOnlySpan<byte> text)
    {
        var found = new List<string>(2);
        var at = 0;
        while (true)
        {
            while (
                at < text.Length
                && text[at] is (byte)' ' or (byte)',' or (byte)';' or (byte)'/' or (byte)'+' or (byte)'-' or (byte)'.' or (byte)'\t'
            )
            {
                at++;
            }
            if (at >= text.Length)
            {
                break;
            }
            if (Words.StartsWord(text[at..], "REL TO"u8))
            {
                found.Add(Encoding.UTF8.GetString(text[at..]).ToUpperInvariant());
                break;
            }
            if (found.Count > 0 && text[at] == '(' && found[^1] == "CORRECTED COPY")
            {
                break;
            }
            if (!CaptionWords.TryRead(text[at..], glued: true, out var caption, out var length))
            {
                return false;
            }
            found.Add(caption);
            at += length;
        }
        foreach (var caption in found)
        {
            if (!captions.Contains(caption))
            {
                captions.Add(caption);
            }
        }
        return found.Count > 0;
    }

    /// <summary>A short line in capitals that is in no list is kept as a caption: it may narrow who may read (handling.md CA-12).</summary>
    private bool TryUnknown(TextSpan line, ReadOnlySpan<byte> text)
    {
        var words = 1;
        foreach (var b in text)
        {
            words += b == ' ' ? 1 : 0;
            if (!Words.IsUpper(b) && b is not ((byte)' ' or (byte)'-'))
            {
                return false;
            }
        }
        if (words > MostWordsOfUnknown || text.Length is < 3 or > 40)
        {
            return false;
        }
        var caption = lines.Decode(line);
        captions.Add(caption);
        reading.Remarks.Add(new Remark("CP-2", line, $"The caption {caption} is in no list; a known caption was expected."));
        return true;
    }

    /// <summary><c>EXERCISE NORTHERN LANTERN</c>, <c>DRILL DRILL DRILL</c>: says what the traffic is for, narrows no one.</summary>
    private static bool IsExerciseMark(ReadOnlySpan<byte> text) =>
        Words.StartsWord(text, "EXERCISE"u8) || Words.StartsWord(text, "DRILL"u8);

    private static bool IsOnlySeparators(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept((byte)' ', (byte)'/', (byte)'.') < 0;
}
