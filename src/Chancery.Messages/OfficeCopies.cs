namespace Chancery.Messages;

/// <summary>An office on a distribution line with the copies it gets (text.md AR-2), such as <c>EUR-12</c>.</summary>
/// <param name="Office">Its symbol, such as <c>EUR</c>.</param>
/// <param name="Copies">0 and more.</param>
public sealed record OfficeCopies(string Office, int Copies);
