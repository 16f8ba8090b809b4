namespace Chancery.Office;

/// <summary>A row of <c>routes.csv</c>: a prefix of routing indicators and a way that leads there.</summary>
/// <param name="Prefix">The prefix.</param>
/// <param name="Destination">As in <see cref="NewDelivery.Destination"/>.</param>
/// <param name="Hours">From when to when in the day, UTC; null always. May go over midnight.</param>
/// <param name="IsClosed">True where the row is kept and not used.</param>
/// <param name="Line">The line of the table.</param>
public sealed record RouteRow(string Prefix, string Destination, (TimeOnly From, TimeOnly To)? Hours, bool IsClosed, int Line)
{
    /// <summary>True where the row may be used at an instant.</summary>
    public bool IsOpen(DateTimeOffset at) =>
        !IsClosed && (Hours is not { } hours || TimeOnly.FromTimeSpan(at.UtcDateTime.TimeOfDay).IsBetween(hours.From, hours.To));
}
