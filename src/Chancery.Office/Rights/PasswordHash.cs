namespace Chancery.Office;

/// <summary>A password as it is kept: PBKDF2 with SHA-512.</summary>
/// <param name="Salt">Random bytes.</param>
/// <param name="Hash">What PBKDF2 made of password and salt.</param>
/// <param name="Iterations">How often.</param>
public sealed record PasswordHash(ImmutableArray<byte> Salt, ImmutableArray<byte> Hash, int Iterations);
