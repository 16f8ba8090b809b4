namespace Chancery.Office;

/// <summary>Failed sign-ins of one name from one address since the last good one.</summary>
/// <param name="Count">How many.</param>
/// <param name="Last">When the last one was.</param>
public sealed record SignInFailures(int Count, DateTimeOffset Last);
