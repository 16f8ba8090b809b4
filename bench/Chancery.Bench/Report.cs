using System.Globalization;
using System.Text.Json;

namespace Chancery.Bench;

/// <summary>What was measured: each figure beside something measured in the same run. Printed as a table, kept in last.json.</summary>
internal sealed class Report
{
    private readonly List<Figure> figures = [];

    /// <summary>Adds a figure and prints it.</summary>
    /// <param name="area">What was tried, such as <c>reading, exercise</c>.</param>
    /// <param name="name">What was measured.</param>
    /// <param name="value">The figure.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="ratio">The figure over that of its peer; null for a peer itself.</param>
    /// <param name="beside">The peer's name.</param>
    public void Add(string area, string name, double value, string unit, double? ratio = null, string? beside = null)
    {
        figures.Add(new Figure(area, name, value, unit, ratio, beside));
        var shown = value.ToString(value < 10 ? "F2" : "F0", CultureInfo.InvariantCulture);
        var beyond = ratio is { } times ? times.ToString("F2", CultureInfo.InvariantCulture) + " × " + beside : "";
        Console.WriteLine($"{area, -20} {name, -34} {shown, 10} {unit, -12} {beyond}");
    }

    /// <summary>Writes the figures beside the script that measured them.</summary>
    public void Keep(string path)
    {
        using var file = File.Create(path);
        using var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true });
        writer.WriteStartArray();
        foreach (var figure in figures)
        {
            writer.WriteStartObject();
            writer.WriteString("area", figure.Area);
            writer.WriteString("name", figure.Name);
            writer.WriteNumber("value", Math.Round(figure.Value, 3));
            writer.WriteString("unit", figure.Unit);
            if (figure.Ratio is { } ratio)
            {
                writer.WriteNumber("ratio", Math.Round(ratio, 3));
                writer.WriteString("beside", figure.Beside);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private sealed record Figure(string Area, string Name, double Value, string Unit, double? Ratio, string? Beside);
}
