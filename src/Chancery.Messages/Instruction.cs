namespace Chancery.Messages;

/// <summary>An operating signal with the groups that belong to it (transmission.md 2.6).</summary>
/// <param name="Signal">Such as <c>ZZH</c> or <c>ZUI</c>; <c>T</c> for the prosign.</param>
/// <param name="Operands">The groups behind it, as printed.</param>
public sealed record Instruction(string Signal, ImmutableArray<string> Operands);
