namespace Chancery.Office;

/// <summary>A special access or caption role that a person holds (handling.md CA-8).</summary>
/// <param name="Name">Such as <c>NODIS</c>, in upper case.</param>
/// <param name="By">Who granted it.</param>
/// <param name="Until">When it ends; null where it does not.</param>
public sealed record AccessGrant(string Name, string By, DateTimeOffset? Until)
{
    /// <summary>True where it holds at an instant.</summary>
    public bool HoldsAt(DateTimeOffset now) => Until is not { } until || now < until;
}
