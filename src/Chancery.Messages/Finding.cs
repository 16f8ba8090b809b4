namespace Chancery.Messages;

/// <summary>One thing a check found in a message (design: a compiler's diagnostic).</summary>
/// <param name="Id">Stable id of the rule, such as <c>TX-405</c>.</param>
/// <param name="Severity">How grave it is under the options of the reading.</param>
/// <param name="Span">The place, in the message's raw bytes.</param>
/// <param name="Message">What was found and what was expected, one sentence.</param>
/// <param name="Rule">The rule's source in one clause.</param>
public sealed record Finding(string Id, Severity Severity, TextSpan Span, string Message, string Rule)
{
    /// <summary>A repair or a proposal of one, or null where none is known, or where <see cref="Count"/> is over 20.</summary>
    public Fix? Fix { get; init; }

    /// <summary>How often the rule fired in this message: 1, or over 20 with the first 20 in <see cref="Places"/>.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The first 20 places where the rule fired more often than that; else empty.</summary>
    public ImmutableArray<TextSpan> Places { get; init; } = [];

    /// <summary>The fixes of <see cref="Places"/>, where there are any.</summary>
    internal ImmutableArray<Fix> FixesOfPlaces { get; init; } = [];
}
