namespace Chancery.Office;

/// <summary>A saved search with what is new in it.</summary>
/// <param name="Search">The search.</param>
/// <param name="New">How many messages it finds that were accepted since its person looked last, counted to a thousand.</param>
public sealed record SavedAlert(SavedSearch Search, long New);
