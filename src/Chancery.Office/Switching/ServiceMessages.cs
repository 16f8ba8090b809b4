using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Office;

/// <summary>
/// Writes service messages (transmission.md 5.4), ready to be filed and queued: short ones between two connected stations (form S1), and such as go on to
/// another station (form S2).
/// </summary>
public sealed class ServiceMessages(OfficeSettings settings, MessageReader reader)
{
    /// <summary>The door of what the office writes by itself.</summary>
    public const string Door = "service";

    private const string LineEnd = "\r\n";
    private const int LineLength = 69;
    private const int LastSerial = 9999;
    private readonly RoutingTable routes = new(settings);
    private readonly Lock gate = new();
    private (DateOnly Day, int Last) serial;

    /// <summary>A service message to the station at the other end of a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="name">The situation, as in <c>service-messages.csv</c>.</param>
    /// <param name="number">The channel number or numbers it is about; empty where it is about none.</param>
    /// <param name="id">The transmission identity it is about; empty where it is about none.</param>
    /// <param name="at">When.</param>
    /// <param name="numbers">Channel numbers that are reported by it, as they are afterwards.</param>
    /// <param name="more">What else is named.</param>
    public NewMessage Make(
        CircuitSettings circuit,
        string name,
        string number,
        string id,
        DateTimeOffset at,
        ImmutableArray<NumberEntry> numbers = default,
        string more = ""
    )
    {
        var (precedence, text) = Text(name, number, id, more);
        var letter = precedence.Letter();
        return Ready(
            $"{letter}{letter} {circuit.Called}{LineEnd}DE {Own(circuit)} {Filed(at)}{LineEnd}{Folded(text)}{LineEnd}NNNN{LineEnd}",
            circuit.Name,
            NewDelivery.Circuit(circuit.Name),
            precedence,
            numbers.IsDefault ? [] : numbers
        );
    }

    /// <summary>A service message to a station that is not the neighbour, by the route that leads there.</summary>
    /// <param name="fallback">The circuit it goes by where no route leads there.</param>
    /// <param name="station">The station.</param>
    /// <param name="name">The situation.</param>
    /// <param name="id">The transmission identity it is about.</param>
    /// <param name="at">When.</param>
    /// <param name="more">What else is named.</param>
    public NewMessage Relayed(CircuitSettings fallback, string station, string name, string id, DateTimeOffset at, string more = "")
    {
        var (precedence, text) = Text(name, "", id, more);
        var letter = precedence.Letter();
        var way = routes.Find(station, Level.Unclassified, null, at, _ => false).Way;
        return Ready(
            $"{letter}{letter} {station}{LineEnd}DE {Own(fallback)} {Serial(at)} {Filed(at)}{LineEnd}ZNR UUUUU{LineEnd}BT{LineEnd}"
                + $"{Folded("UNCLAS SVC " + text)}{LineEnd}BT{LineEnd}NNNN{LineEnd}",
            fallback.Name,
            way?.Destination ?? NewDelivery.Circuit(fallback.Name),
            precedence,
            []
        );
    }

    private (Precedence Precedence, string Text) Text(string name, string number, string id, string more)
    {
        var (precedence, template) = settings.ServiceTexts[name];
        var text = template
            .Replace("{no}", number, StringComparison.Ordinal)
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{more}", more, StringComparison.Ordinal);
        return (precedence, string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    private string Own(CircuitSettings circuit) => settings.RoutingIndicators.FirstOrDefault() ?? circuit.OutDesignator;

    /// <summary>A time as it stands behind the calling station, such as <c>14/0733Z</c>.</summary>
    internal static string Filed(DateTimeOffset at) => at.UtcDateTime.ToString("dd/HHmm'Z'", CultureInfo.InvariantCulture);

    /// <summary>
    /// A station serial number that rises within the day and begins above what an earlier run of the program can have given: one for every ten seconds of
    /// the day that have passed.
    /// </summary>
    private string Serial(DateTimeOffset at)
    {
        lock (gate)
        {
            var day = DateOnly.FromDateTime(at.UtcDateTime);
            var least = (int)at.UtcDateTime.TimeOfDay.TotalSeconds / 10;
            serial = (day, Math.Min(LastSerial, Math.Max(least, serial.Day == day ? serial.Last : 0) + 1));
            return serial.Last.ToString("000", CultureInfo.InvariantCulture);
        }
    }

    private NewMessage Ready(string text, string circuit, string destination, Precedence precedence, ImmutableArray<NumberEntry> numbers)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        var message = reader.Read(bytes);
        return new NewMessage(
            message,
            ImmutableCollectionsMarshal.AsImmutableArray(SHA256.HashData(bytes)),
            new Origin(Door, circuit),
            Reader.Owner with
            {
                Name = "switch",
            },
            Filing: false,
            Level.Unclassified
        )
        {
            Rules = new OwnTraffic([new NewDelivery(destination, [], precedence)], numbers),
            Places = ParagraphPlaces.Of(message),
        };
    }

    /// <summary>Lines of at most 69 characters, broken between groups (transmission.md 1.3).</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder();
        var length = 0;
        foreach (var group in text.Split(' '))
        {
            if (length > 0 && length + 1 + group.Length > LineLength)
            {
                folded.Append(LineEnd);
                length = 0;
            }
            folded.Append(length == 0 ? "" : " ").Append(group);
            length += group.Length + (length == 0 ? 0 : 1);
        }
        return folded.ToString();
    }
}
