namespace Chancery.Exercise.Forms;

using World;

/// <summary>An addressee as it will be printed.</summary>
/// <param name="Station">Who.</param>
/// <param name="Number">Message continuity number, State form only.</param>
/// <param name="Word">Precedence word, State form only.</param>
/// <param name="Office">Office code, naval addressees only.</param>
/// <param name="IsServed">Printed as <c>ZEN/</c>.</param>
internal sealed record Target(
    Station Station,
    string? Number = null,
    Precedence? Word = null,
    string? Office = null,
    bool IsServed = false
);
