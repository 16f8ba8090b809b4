namespace Chancery.Web.Desk;

/// <summary>Marks the words of a search in a line that is cut into runs already.</summary>
internal static class HitRuns
{
    public static ImmutableArray<TextRun> Mark(ImmutableArray<TextRun> line, HitMarks hits)
    {
        var places = hits.In(string.Concat(line.Select(run => run.Text)));
        if (places.IsEmpty)
        {
            return line;
        }
        var marked = ImmutableArray.CreateBuilder<TextRun>();
        var start = 0;
        foreach (var run in line)
        {
            var at = 0;
            foreach (var place in places.Where(place => place.End > start && place.Start < start + run.Text.Length))
            {
                var from = Math.Clamp(place.Start - start, at, run.Text.Length);
                var end = Math.Clamp(place.End - start, from, run.Text.Length);
                Add(run with { Text = run.Text[at..from] });
                Add(run with { Text = run.Text[from..end], Hit = true });
                at = end;
            }
            Add(run with { Text = run.Text[at..] });
            start += run.Text.Length;
        }
        return marked.DrainToImmutable();

        void Add(TextRun run)
        {
            if (run.Text.Length > 0)
            {
                marked.Add(run);
            }
        }
    }
}
