namespace Chancery.Office;

/// <summary>The values that a row of the index is counted by.</summary>
public static class FacetValues
{
    private const int MostOfAKind = 40;

    /// <summary>Hands each value of a view to <paramref name="take"/>; a value comes once.</summary>
    public static void Of(IndexedView view, Action<FacetKind, string> take)
    {
        var row = view.Row;
        take(FacetKind.Level, row.Level.Name());
        take(FacetKind.Family, row.Family.Name());
        if (row.Precedence.Action is { } precedence)
        {
            take(FacetKind.Precedence, precedence.Name());
        }
        if (row.From is { Name.Length: > 0 } from)
        {
            take(FacetKind.From, from.Name);
        }
        for (var i = 0; i < row.Tags.Length && i < MostOfAKind; i++)
        {
            if (!Earlier(row.Tags, i))
            {
                take(FacetKind.Tag, row.Tags[i].Code);
            }
        }
        for (var i = 0; i < row.Captions.Length && i < MostOfAKind; i++)
        {
            if (!row.Captions.AsSpan(0, i).Contains(row.Captions[i]))
            {
                take(FacetKind.Caption, row.Captions[i]);
            }
        }
        for (var i = 0; i < view.Offices.Length && i < MostOfAKind; i++)
        {
            take(FacetKind.Office, view.Offices[i]);
        }
    }

    private static bool Earlier(ImmutableArray<Tag> tags, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (tags[i].Code == tags[at].Code)
            {
                return true;
            }
        }
        return false;
    }
}
