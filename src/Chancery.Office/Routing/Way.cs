namespace Chancery.Office;

/// <summary>A way out: a circuit, a folder or mailboxes, with the routing indicators behind it and the level it is cleared for.</summary>
/// <param name="Destination">As in <see cref="NewDelivery.Destination"/>.</param>
/// <param name="Level">The highest level that may leave by it.</param>
/// <param name="Routes">Prefixes of routing indicators.</param>
public sealed record Way(string Destination, Level Level, ImmutableArray<string> Routes)
{
    /// <summary>True where a copy for information addressees only goes at their precedence (transmission.md 3.2 P3a).</summary>
    public bool LowersInfo { get; init; }

    /// <summary>All ways out of an office, in the order of its settings: circuits, folders, mail.</summary>
    public static ImmutableArray<Way> All(OfficeSettings settings) =>
        [
            .. settings.Circuits.Select(circuit => new Way(NewDelivery.Circuit(circuit.Name), circuit.Level, circuit.Routes)
            {
                LowersInfo = circuit.LowersInfo,
            }),
            .. settings
                .Folders.Where(folder => folder.Out is not null)
                .Select(folder => new Way(NewDelivery.Folder(folder.Name), folder.Level, folder.Routes)),
            .. settings.Mails.Select(mail => new Way(NewDelivery.Mail(mail.Name), mail.Level, mail.Routes)),
        ];
}
