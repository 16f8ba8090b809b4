using System.Text;
using Chancery.Messages.Framing;

namespace Chancery.Messages;

/// <summary>Words of a message that are decoded only when asked for: lines of the reading view with cuts left out.</summary>
public sealed class Passage
{
    private readonly MessageView? view;
    private readonly ImmutableArray<TextSpan> pieces;
    private readonly string joint;
    private readonly string? given;

    /// <summary>A passage of given words, for messages that were built and not read.</summary>
    public Passage(string text)
    {
        given = text;
        pieces = [];
        joint = "";
    }

    internal Passage(MessageView view, ImmutableArray<TextSpan> pieces, string joint)
    {
        this.view = view;
        this.pieces = pieces;
        this.joint = joint;
    }

    /// <summary>The pieces in the reading view; empty for given words.</summary>
    internal ImmutableArray<TextSpan> Pieces => pieces;

    /// <summary>The lines as printed, each with its place in the raw bytes: what a screen shows beside the findings. Decoded at each call.</summary>
    public ImmutableArray<PassageLine> Lines()
    {
        if (given is not null)
        {
            return [.. given.Split('\n').Select(line => new PassageLine(line, default))];
        }
        var lines = ImmutableArray.CreateBuilder<PassageLine>(pieces.Length);
        foreach (var piece in pieces)
        {
            lines.Add(new PassageLine(Encoding.UTF8.GetString(view!.Bytes.Span.Slice(piece.Start, piece.Length)), view.ToRaw(piece)));
        }
        return lines.DrainToImmutable();
    }

    /// <summary>Decodes the words: pieces joined by a line feed or a blank. Costs one string a call; keep it where it is used twice.</summary>
    public override string ToString()
    {
        if (given is not null)
        {
            return given;
        }
        if (pieces.Length == 1)
        {
            return Encoding.UTF8.GetString(view!.Bytes.Span.Slice(pieces[0].Start, pieces[0].Length));
        }
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (text.Length > 0)
            {
                text.Append(joint);
            }
            text.Append(Encoding.UTF8.GetString(view!.Bytes.Span.Slice(piece.Start, piece.Length)));
        }
        return text.ToString();
    }
}
