namespace Chancery.Office;

/// <summary>The fields of the search language and the values of those that have a fixed set.</summary>
internal static class QueryFields
{
    /// <summary>Fields of dates, read apart.</summary>
    public static readonly ImmutableArray<string> Dates = ["after", "before", "date"];

    /// <summary>The value of <c>is:</c> that other messages decide.</summary>
    public const string Superseded = "superseded";

    /// <inheritdoc cref="Superseded" />
    public const string Unanswered = "unanswered";

    private static readonly ImmutableDictionary<string, SearchField> Fields = ImmutableDictionary.CreateRange<string, SearchField>(
        StringComparer.OrdinalIgnoreCase,
        [
            new("from", SearchField.From),
            new("to", SearchField.To),
            new("info", SearchField.Info),
            new("tag", SearchField.Tag),
            new("tags", SearchField.Tag),
            new("subject", SearchField.Subject),
            new("level", SearchField.Level),
            new("mrn", SearchField.Mrn),
            new("precedence", SearchField.Precedence),
            new("caption", SearchField.Caption),
            new("dtg", SearchField.Dtg),
            new("family", SearchField.Family),
            new("serial", SearchField.Serial),
            new("origin", SearchField.Origin),
            new("is", SearchField.State),
            new("has", SearchField.State),
            new("finding", SearchField.Finding),
            new("ref", SearchField.Reference),
            new("cites", SearchField.Reference),
            new("office", SearchField.Office),
            new("signer", SearchField.Signer),
            new("post", SearchField.Post),
        ]
    );

    /// <summary>Every name, dates included.</summary>
    public static IEnumerable<string> Names => Fields.Keys.Concat(Dates).Order(StringComparer.Ordinal);

    public static SearchField? Find(string name) => Fields.TryGetValue(name, out var field) ? field : null;

    /// <summary>The values a field can have; empty where it can have any.</summary>
    public static ImmutableArray<string> Values(SearchField field, string name) =>
        field switch
        {
            SearchField.Level => [.. Levels.All.ToArray().Select(level => level.Name())],
            SearchField.Precedence => [.. Enum.GetValues<Precedence>().Select(precedence => precedence.Name())],
            SearchField.Family =>
            [
                .. Enum.GetValues<TextFamily>().Select(family => family.Name()),
                .. Enum.GetValues<Profile>().Select(profile => profile.Name()),
            ],
            SearchField.State => name.Equals("has", StringComparison.OrdinalIgnoreCase)
                ? ["findings", "errors", "warnings", "section"]
                : ["held", "filing", "traffic", "corrected", Superseded, Unanswered],
            _ => [],
        };
}
