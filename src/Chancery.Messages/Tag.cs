namespace Chancery.Messages;

/// <summary>One entry of the TAGS line.</summary>
/// <param name="Code">The code read, upper-case; a person as <c>SURNAME, GIVEN</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Raw">The printed code where it differs, else null.</param>
public sealed record Tag(string Code, TagKind Kind, string? Raw);
