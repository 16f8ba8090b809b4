using Chancery.Messages.Repairs;

namespace Chancery.Messages.Checks;

/// <summary>A lost figures shift in the heading: letters stand where digits of the same code are due (transmission.md TX-609).</summary>
internal sealed class ShiftChecks : CheckGroup
{
    private const int MostLines = 12;

    /// <inheritdoc/>
    public override void Check(MessageReading reading, FindingList findings)
    {
        if (!reading.IsTransmission || reading.IsShortService)
        {
            return;
        }
        var missesGroup = reading.Heading.Dtg is null;
        var missesStation = reading.Heading.Station is not { FiledRaw: not null };
        if (!missesGroup && !missesStation)
        {
            return;
        }
        for (var i = 0; i < Math.Min(MostLines, Math.Min(reading.Lines.Count, reading.Heading.TextFirst)); i++)
        {
            if (ShiftRepairs.Read(reading.Lines.Text(i)) is { } read)
            {
                findings.Add(
                    "TX-609",
                    reading.Lines[i].Span,
                    $"Letters stand where figures are due; with the shift that was lost the line says {read.Text}."
                );
            }
        }
    }
}
