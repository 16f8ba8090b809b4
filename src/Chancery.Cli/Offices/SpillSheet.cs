namespace Chancery.Cli.Offices;

/// <summary>What is known of a spill, ready to print.</summary>
/// <param name="Csv">Who saw the message or was sent it, as CSV.</param>
/// <param name="Notice">A draft of the notice to the originator.</param>
internal sealed record SpillSheet(string Csv, string Notice);
