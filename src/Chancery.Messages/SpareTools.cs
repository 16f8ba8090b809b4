namespace Chancery.Messages;

/// <summary>The tools of a reader between two calls: one set is kept, lent to one call at a time; a second call at once gets its own.</summary>
internal sealed class SpareTools
{
    private ReadingTools? spare;

    /// <summary>Tools that hold the lines of an input.</summary>
    public ReadingTools Take(ReadOnlyMemory<byte> input)
    {
        var tools = Interlocked.Exchange(ref spare, null) ?? new ReadingTools();
        tools.InputLines.Fill(input);
        return tools;
    }

    /// <summary>Takes tools back; what grew too large is let go.</summary>
    public void GiveBack(ReadingTools tools)
    {
        tools.Forget();
        if (tools.AreWorthKeeping)
        {
            Volatile.Write(ref spare, tools);
        }
    }
}
