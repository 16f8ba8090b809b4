namespace Chancery.Office;

/// <summary>A copy that is to go to one destination.</summary>
/// <param name="Destination">A word and a name: <c>circuit ABA</c>, <c>folder drop</c>, <c>mail NAME</c>.</param>
/// <param name="Called">The routing indicators that the copy is for, in printed order; empty where it goes unchanged, with the channel numbers of earlier hops.</param>
/// <param name="Precedence">The order it goes in.</param>
public sealed record NewDelivery(string Destination, ImmutableArray<string> Called, Precedence Precedence)
{
    /// <summary>
    /// What the pilot in front of this copy says behind the security warning, such as <c>ZOV RVKLDB</c> (transmission.md 2.16); null where it goes without
    /// one.
    /// </summary>
    public string? Pilot { get; init; }

    /// <summary>True where it goes again after a ZEQ4, which format line 4 says with ZEQ6 (transmission.md 5.5).</summary>
    public bool IsSentAgain { get; init; }

    /// <summary>The destination that is a circuit.</summary>
    public static string Circuit(string name) => "circuit " + name;

    /// <summary>The destination that is a folder.</summary>
    public static string Folder(string name) => "folder " + name;

    /// <summary>The destination that is mailboxes.</summary>
    public static string Mail(string name) => "mail " + name;
}
