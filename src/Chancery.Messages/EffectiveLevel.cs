namespace Chancery.Messages;

/// <summary>The highest level found anywhere in a message: what reading rights go by.</summary>
/// <param name="Level">Null where the message bears no level anywhere.</param>
/// <param name="Source">Where the highest one stands, such as <c>classification line</c>; null without a level.</param>
public sealed record EffectiveLevel(Level? Level, string? Source)
{
    internal static EffectiveLevel None { get; } = new(null, null);
}
