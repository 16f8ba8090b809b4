namespace Chancery.Messages.Text;

/// <summary>
/// The pieces of the paragraph that is being read. Lines that follow one another with nothing but a line feed between are one piece; with
/// <paramref name="keepsRuns"/> all lines that follow one another are, and the passage parts them when it is asked. So most paragraphs cost
/// one span.
/// </summary>
internal sealed class PieceList(TextLines lines, bool keepsRuns)
{
    private readonly List<TextSpan> pieces = lines.Context.Tools.Text.Pieces;
    private int lastIndex = -2;
    private bool runBroken;
    private bool blankBetween;
    private int countBefore;
    private TextSpan pieceBefore;

    public int Count => pieces.Count;

    /// <summary>The last line added, where it can still be taken back.</summary>
    public TextSpan? LastLine { get; private set; }

    /// <summary>True where a blank line stands above the last line added.</summary>
    public bool LastLineStandsAlone { get; private set; }

    public TextSpan First
    {
        get => pieces.Count == 0 ? default : pieces[0];
        set => pieces[0] = value;
    }

    /// <summary>Where the paragraph ends: behind its last piece.</summary>
    public int End(int start) => pieces.Count == 0 ? start : pieces[^1].End;

    /// <summary>A blank line went by.</summary>
    public void Pass(int index)
    {
        runBroken |= Breaks(index) || index != lastIndex + 1;
        if (!runBroken)
        {
            lastIndex = index;
        }
        blankBetween = true;
    }

    /// <summary>What follows stands elsewhere: a line that is no neighbour may have the next number all the same.</summary>
    public void GoElsewhere() => runBroken |= lastIndex >= 0 && !lines.IsOneRun(lastIndex);

    /// <summary>Something was left out: the next line begins a piece of its own.</summary>
    public void Cut() => runBroken = true;

    /// <summary>Adds words that stand on a line.</summary>
    public void Add(int index, TextSpan span)
    {
        countBefore = pieces.Count;
        pieceBefore = countBefore == 0 ? default : pieces[^1];
        LastLineStandsAlone = blankBetween;
        LastLine = span;
        if (countBefore > 0 && !runBroken && index == lastIndex + 1 && span.Start >= pieceBefore.End)
        {
            pieces[^1] = TextSpan.FromBounds(pieceBefore.Start, span.End);
        }
        else
        {
            if (countBefore > 0 && blankBetween)
            {
                pieces.Add(new TextSpan(pieceBefore.End, 0));
            }
            pieces.Add(span);
        }
        lastIndex = index;
        runBroken = Breaks(index);
        blankBetween = false;
    }

    /// <summary>Adds a whole line where nothing but a line feed parts it from the piece before; it cannot be taken back.</summary>
    public bool TryGoOn(int index, int end)
    {
        if (runBroken || index != lastIndex + 1 || pieces.Count == 0)
        {
            return false;
        }
        pieces[^1] = TextSpan.FromBounds(pieces[^1].Start, end);
        lastIndex = index;
        runBroken = Breaks(index);
        blankBetween = false;
        return true;
    }

    /// <summary>Adds words that stand for themselves.</summary>
    public void Add(TextSpan span)
    {
        countBefore = pieces.Count;
        pieceBefore = countBefore == 0 ? default : pieces[^1];
        LastLine = null;
        pieces.Add(span);
        runBroken = true;
    }

    /// <summary>Takes the last line back.</summary>
    public void RemoveLastLine()
    {
        pieces.RemoveRange(countBefore, pieces.Count - countBefore);
        if (countBefore > 0)
        {
            pieces[^1] = pieceBefore;
        }
        LastLine = null;
        runBroken = true;
    }

    /// <summary>The letter of the last <c>(A)</c> at the start of a line of this paragraph's last piece, or 0.</summary>
    public int LastBracketLetter(TextLines text)
    {
        if (pieces.Count == 0)
        {
            return 0;
        }
        var last = text.Slice(pieces[^1]);
        last = last[^Math.Min(last.Length, 2000)..];
        var bracket = last.LastIndexOf((byte)'(');
        return bracket >= 0 && bracket + 2 < last.Length && last[bracket + 2] == ')' ? last[bracket + 1] & 0xDF : 0;
    }

    /// <summary>Hands the pieces over and begins anew.</summary>
    public ImmutableArray<TextSpan> Take()
    {
        while (pieces.Count > 0 && pieces[^1].IsEmpty)
        {
            pieces.RemoveAt(pieces.Count - 1);
        }
        ImmutableArray<TextSpan> taken = [.. pieces];
        pieces.Clear();
        lastIndex = -2;
        runBroken = false;
        blankBetween = false;
        countBefore = 0;
        LastLine = null;
        return taken;
    }

    private bool Breaks(int index) => !keepsRuns && !lines.IsOneRun(index);
}
