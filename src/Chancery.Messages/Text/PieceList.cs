namespace Chancery.Messages.Text;

/// <summary>
/// The pieces of the paragraph that is being read. Lines that follow one another with nothing but a line feed between are one piece, so
/// that most paragraphs cost one span.
/// </summary>
internal sealed class PieceList(TextLines lines)
{
    private readonly List<TextSpan> pieces = new(16);
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
        runBroken |= !lines.IsOneRun(index) || index != lastIndex + 1;
        if (!runBroken)
        {
            lastIndex = index;
        }
        blankBetween = true;
    }

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
        runBroken = !lines.IsOneRun(index);
        blankBetween = false;
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
    public ImmutableArray<TextSpan> Take(out bool isOneRun)
    {
        while (pieces.Count > 0 && pieces[^1].IsEmpty)
        {
            pieces.RemoveAt(pieces.Count - 1);
        }
        ImmutableArray<TextSpan> taken = [.. pieces];
        isOneRun = taken.Length <= 1;
        pieces.Clear();
        lastIndex = -2;
        runBroken = false;
        blankBetween = false;
        countBefore = 0;
        LastLine = null;
        return taken;
    }
}
