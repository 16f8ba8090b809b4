namespace Chancery.Cli.Offices;

/// <summary>What is known of a spill, ready to print.</summary>
/// <param name="Csv">Who saw the message or was sent it, as CSV.</param>
/// <param name="Notice">A draft of the notice to the originator.</param>
/// <param name="Copies">How many copies of it are closed.</param>
internal sealed record SpillSheet(string Csv, string Notice, int Copies);
