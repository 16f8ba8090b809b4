namespace Chancery.Messages;

/// <summary>A value that was not printed so, with the rule that made it.</summary>
/// <param name="Field">Path in the JSON contract, such as <c>tags.0</c>.</param>
/// <param name="Rule">Such as <c>N-4</c>.</param>
public sealed record DerivedValue(string Field, string Rule);
