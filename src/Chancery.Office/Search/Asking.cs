namespace Chancery.Office;

/// <summary>What a message asks to be done or answered, as far as an answer is known by it (handling.md 3.3 SU-3).</summary>
/// <param name="Number">Its own number, by which an answer cites it; null where it has none: nothing can be seen to answer it.</param>
/// <param name="Of">Those it is addressed to for action: names and routing indicators, folded.</param>
public sealed record Asking(NumberKey? Number, ImmutableArray<string> Of)
{
    /// <summary>What a message asks; null where it has no action request.</summary>
    public static Asking? By(MessageRow row, Message message) =>
        message.ActionRequests.IsEmpty
            ? null
            : new Asking(
                row.Mrn is { } mrn ? NumberKey.Of(mrn) : null,
                [.. row.Action.SelectMany(to => Names(to.Name, to.RoutingIndicator)).Distinct(StringComparer.Ordinal)]
            );

    /// <summary>By what an addressee or a sender is known.</summary>
    internal static IEnumerable<string> Names(params ReadOnlySpan<string?> names) =>
        [.. names.ToArray().OfType<string>().Select(IndexTerms.Term).Where(name => name.Length > 0)];
}
