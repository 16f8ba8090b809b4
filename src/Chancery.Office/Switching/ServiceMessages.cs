using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Office;

/// <summary>Writes short service messages between two connected stations (transmission.md 5.4, form S1), ready to be filed and queued.</summary>
public sealed class ServiceMessages(OfficeSettings settings, MessageReader reader)
{
    /// <summary>The door of what the office writes by itself.</summary>
    public const string Door = "service";

    private const string LineEnd = "\r\n";
    private const int LineLength = 69;
    private readonly ServiceTemplates templates = new();

    /// <summary>A service message to the station at the other end of a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="name">The situation, as in <c>service-messages.csv</c>.</param>
    /// <param name="number">The channel number or numbers it is about; empty where it is about none.</param>
    /// <param name="id">The transmission identity it is about; empty where it is about none.</param>
    /// <param name="at">When.</param>
    /// <param name="numbers">Channel numbers that are reported by it, as they are afterwards.</param>
    public NewMessage Make(
        CircuitSettings circuit,
        string name,
        string number,
        string id,
        DateTimeOffset at,
        ImmutableArray<NumberEntry> numbers = default
    )
    {
        var (precedence, template) = templates[name];
        var letter = precedence.Letter();
        var text = template
            .Replace("{no}", number, StringComparison.Ordinal)
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("  ", " ", StringComparison.Ordinal)
            .Trim();
        var own = settings.RoutingIndicators.FirstOrDefault() ?? circuit.OutDesignator;
        var filed = at.UtcDateTime.ToString("dd/HHmm'Z'", CultureInfo.InvariantCulture);
        var bytes = Encoding.ASCII.GetBytes(
            $"{letter}{letter} {circuit.Called}{LineEnd}DE {own} {filed}{LineEnd}{Folded(text)}{LineEnd}NNNN{LineEnd}"
        );
        return new NewMessage(
            reader.Read(bytes),
            ImmutableCollectionsMarshal.AsImmutableArray(SHA256.HashData(bytes)),
            new Origin(Door, circuit.Name),
            Reader.Owner with
            {
                Name = "switch",
            },
            Filing: false,
            Level.Unclassified
        )
        {
            Rules = new OwnTraffic([new NewDelivery(NewDelivery.Circuit(circuit.Name), [], precedence)], numbers.IsDefault ? [] : numbers),
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
