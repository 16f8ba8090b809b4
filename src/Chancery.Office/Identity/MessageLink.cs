namespace Chancery.Office;

/// <summary>What a message is to an earlier one, by which row of the table.</summary>
/// <param name="Kind">What.</param>
/// <param name="Row">The row of transmission.md 5.2, such as <c>D6</c>.</param>
/// <param name="Other">The earlier message.</param>
public sealed record MessageLink(LinkKind Kind, string Row, KnownMessage Other);
