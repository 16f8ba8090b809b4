using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages;

/// <summary>Words of a message that are decoded only when asked for: lines of the reading view with cuts left out.</summary>
public sealed class Passage
{
    private readonly MessageView? view;
    private readonly string? given;

    /// <summary>A passage of given words, for messages that were built and not read.</summary>
    public Passage(string text)
    {
        given = text;
        Runs = [];
    }

    internal Passage(MessageView view, ImmutableArray<TextSpan> runs)
    {
        this.view = view;
        Runs = runs;
    }

    /// <summary>
    /// Words that stand in the raw bytes of a message as <see cref="Places"/> told: what was noted once is shown again without reading the message.
    /// </summary>
    /// <param name="raw">The message as it came, in UTF-8.</param>
    /// <param name="places">Runs of lines in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A place is not in the bytes.</exception>
    public Passage(ReadOnlyMemory<byte> raw, ImmutableArray<TextSpan> places)
    {
        foreach (var place in places)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(place.Start, nameof(places));
            ArgumentOutOfRangeException.ThrowIfNegative(place.Length, nameof(places));
            ArgumentOutOfRangeException.ThrowIfGreaterThan((long)place.Start + place.Length, raw.Length, nameof(places));
        }
        view = new MessageView(raw, raw, []);
        Runs = places;
    }

    /// <summary>
    /// Where the words stand in the raw bytes, as runs of whole lines; null for given words, and where the reader had to clean the bytes first, so that
    /// the words do not stand there as they are shown.
    /// </summary>
    public ImmutableArray<TextSpan>? Places()
    {
        if (view is null)
        {
            return null;
        }
        if (view.Edits.IsEmpty)
        {
            return Runs;
        }
        var places = ImmutableArray.CreateBuilder<TextSpan>(Runs.Length);
        foreach (var run in Runs)
        {
            var place = view.ToRaw(run);
            var shown = view.Bytes.Span.Slice(run.Start, run.Length);
            if (!view.Raw.Span.Slice(place.Start, place.Length).SequenceEqual(shown))
            {
                return null;
            }
            places.Add(place);
        }
        return places.DrainToImmutable();
    }

    /// <summary>Runs of lines in the reading view; empty for given words.</summary>
    internal ImmutableArray<TextSpan> Runs { get; }

    /// <summary>
    /// The pieces in the reading view: lines that nothing but a line feed parts are one, and blank lines between two others are one empty piece.
    /// Found at each call.
    /// </summary>
    internal ImmutableArray<TextSpan> Pieces => view is null ? [] : PassagePieces.Of(view.Bytes.Span, Runs);

    /// <summary>The lines as printed, each with its place in the raw bytes: what a screen shows beside the findings. Decoded at each call.</summary>
    public ImmutableArray<PassageLine> Lines()
    {
        if (given is not null)
        {
            return [.. given.Split('\n').Select(line => new PassageLine(line, default))];
        }
        var pieces = Pieces;
        var lines = ImmutableArray.CreateBuilder<PassageLine>(pieces.Length);
        foreach (var piece in pieces)
        {
            lines.Add(new PassageLine(Encoding.UTF8.GetString(view!.Bytes.Span.Slice(piece.Start, piece.Length)), view.ToRaw(piece)));
        }
        return lines.DrainToImmutable();
    }

    /// <summary>The most bytes that <see cref="CopyTo"/> puts; null for given words, which are a string already.</summary>
    internal int? MostBytes
    {
        get
        {
            if (view is null)
            {
                return null;
            }
            var most = Runs.Length;
            foreach (var run in Runs)
            {
                most += run.Length;
            }
            return most;
        }
    }

    /// <summary>Puts the words of a message that was read into a buffer as UTF-8, as <see cref="ToString"/> has them; how many bytes.</summary>
    internal int CopyTo(Span<byte> buffer)
    {
        var length = 0;
        foreach (var piece in Pieces)
        {
            if (length > 0)
            {
                buffer[length++] = (byte)'\n';
            }
            view!.Bytes.Span.Slice(piece.Start, piece.Length).CopyTo(buffer[length..]);
            length += piece.Length;
        }
        return length;
    }

    /// <summary>False where an ASCII word of at least three letters, given in capitals, stands nowhere in the words, in any case; no string is made.</summary>
    internal bool MayHold(ReadOnlySpan<byte> ascii)
    {
        if (view is null)
        {
            return true;
        }
        foreach (var run in Runs)
        {
            if (Text.Words.IndexOf(view.Bytes.Span.Slice(run.Start, run.Length), ascii, 0, 2) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The parts of a paragraph that has these words.</summary>
    /// <param name="number">The paragraph's own.</param>
    internal ImmutableArray<SubPortion> Parts(string? number)
    {
        if (!MayHaveParts())
        {
            return [];
        }
        var lines = new Text.SubPortionLines(number);
        if (view is null)
        {
            lines.Add(Encoding.UTF8.GetBytes(given!), default);
        }
        foreach (var piece in Pieces)
        {
            lines.Add(view!.Bytes.Span.Slice(piece.Start, piece.Length), view.ToRaw(piece));
        }
        return lines.End();
    }

    /// <summary>False where no line begins a part: most paragraphs have none, and their lines need not be parted to see it.</summary>
    private bool MayHaveParts()
    {
        if (view is null)
        {
            return true;
        }
        foreach (var run in Runs)
        {
            var rest = view.Bytes.Span.Slice(run.Start, run.Length);
            while (!rest.IsEmpty)
            {
                rest = rest.TrimStart(" \t\r\n"u8);
                if (!rest.IsEmpty && Text.SubPortionLines.MayBegin(rest))
                {
                    return true;
                }
                var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
                rest = end < 0 ? [] : rest[end..];
            }
        }
        return false;
    }

    /// <summary>True where the words begin with ASCII words, in any case, on their first line.</summary>
    internal bool Begins(ReadOnlySpan<byte> ascii)
    {
        if (view is null)
        {
            return given!.Length >= ascii.Length && Ascii.EqualsIgnoreCase(ascii, given.AsSpan(0, ascii.Length));
        }
        return Runs.Length > 0
            && Runs[0].Length >= ascii.Length
            && Ascii.EqualsIgnoreCase(view.Bytes.Span.Slice(Runs[0].Start, ascii.Length), ascii);
    }

    /// <summary>Decodes the words: pieces joined by a line feed. Costs one string a call; keep it where it is used twice.</summary>
    public override string ToString()
    {
        if (MostBytes is not { } most)
        {
            return given ?? "";
        }
        var buffer = new byte[most];
        return Encoding.UTF8.GetString(buffer, 0, CopyTo(buffer));
    }
}
