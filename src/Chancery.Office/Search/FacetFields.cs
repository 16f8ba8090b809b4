namespace Chancery.Office;

/// <summary>Facets and the fields of the language that narrow by them.</summary>
public static class FacetFields
{
    private static readonly ImmutableArray<(FacetKind Kind, string Name, SearchField Field)> Known =
    [
        (FacetKind.Level, "level", SearchField.Level),
        (FacetKind.Precedence, "precedence", SearchField.Precedence),
        (FacetKind.From, "from", SearchField.From),
        (FacetKind.Tag, "tag", SearchField.Tag),
        (FacetKind.Caption, "caption", SearchField.Caption),
        (FacetKind.Family, "family", SearchField.Family),
        (FacetKind.Office, "office", SearchField.Office),
    ];

    /// <summary>Every kind, in the order of screens.</summary>
    public static IEnumerable<FacetKind> All => Known.Select(known => known.Kind);

    /// <summary>The name of the field that asks for a kind.</summary>
    public static string Name(this FacetKind kind) => Known.First(known => known.Kind == kind).Name;

    /// <summary>The field that asks for a kind.</summary>
    public static SearchField Field(this FacetKind kind) => Known.First(known => known.Kind == kind).Field;

    /// <summary>The kind that a field asks for, or null.</summary>
    internal static FacetKind? KindOf(SearchField field)
    {
        foreach (var known in Known)
        {
            if (known.Field == field)
            {
                return known.Kind;
            }
        }
        return null;
    }

    /// <summary>A value as a part of a query: <c>level:secret</c>, <c>from:"LEGATION NORTHPORT"</c>.</summary>
    public static string Ask(FacetKind kind, string value) =>
        value.All(char.IsLetterOrDigit) ? $"{kind.Name()}:{value.ToLowerInvariant()}" : $"{kind.Name()}:\"{value}\"";
}
