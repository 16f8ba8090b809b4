namespace Chancery.Office;

/// <summary>The answer to a sign-in: a session with its token, or one refusal that does not tell what was wrong.</summary>
/// <param name="Session">The session; null where refused.</param>
/// <param name="Token">The token of the session, shown this once; null where refused.</param>
/// <param name="Refusal">One sentence; null where signed in.</param>
public sealed record SignInAnswer(Session? Session, string? Token, string? Refusal);
