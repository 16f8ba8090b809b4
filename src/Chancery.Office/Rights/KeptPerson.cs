namespace Chancery.Office;

/// <summary>A person as the store keeps him.</summary>
/// <param name="Person">The person.</param>
/// <param name="Password">His password's hash.</param>
public sealed record KeptPerson(Person Person, PasswordHash Password);
