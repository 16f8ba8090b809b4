namespace Chancery.Messages;

/// <summary>The tools of a reader between calls: a few sets are kept, each lent to one call at a time; a call that finds none gets its own.</summary>
internal sealed class SpareTools
{
    private const int Most = 8;
    private readonly ReadingTools?[] spares = new ReadingTools?[Most];

    /// <summary>Tools that hold the lines of an input.</summary>
    public ReadingTools Take(ReadOnlyMemory<byte> input)
    {
        ReadingTools? tools = null;
        for (var i = 0; i < Most && tools is null; i++)
        {
            tools = Interlocked.Exchange(ref spares[i], null);
        }
        tools ??= new ReadingTools();
        tools.InputLines.Fill(input);
        return tools;
    }

    /// <summary>Takes tools back; what grew too large is let go.</summary>
    public void GiveBack(ReadingTools tools)
    {
        tools.Forget();
        for (var i = 0; i < Most && tools.AreWorthKeeping; i++)
        {
            if (Interlocked.CompareExchange(ref spares[i], tools, null) is null)
            {
                return;
            }
        }
    }
}
