namespace Chancery.Messages;

/// <summary>What <see cref="MessageFixer"/> made of an input.</summary>
/// <param name="Bytes">The bytes afterwards; the input itself where <paramref name="Applied"/> is empty.</param>
/// <param name="Applied">What was done, in the order in which it was done.</param>
public sealed record FixedInput(ReadOnlyMemory<byte> Bytes, ImmutableArray<AppliedFix> Applied);
