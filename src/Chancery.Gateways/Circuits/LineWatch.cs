namespace Chancery.Gateways.Circuits;

/// <summary>Reports numbers that have been open too long, and asks for comparison after a long silence (transmission.md 5.3).</summary>
internal sealed class LineWatch(CircuitSettings circuit, RunningOffice office, TimeProvider clock)
{
    private const int MostReported = 20;
    private long heardAt = clock.GetTimestamp();

    /// <summary>Something came by the line.</summary>
    public void Heard() => Volatile.Write(ref heardAt, clock.GetTimestamp());

    /// <summary>Looks until <paramref name="cancellation"/> says so.</summary>
    public async Task Run(TimeSpan round, CancellationToken cancellation)
    {
        var record = office.Circuits.Record;
        var asked = Volatile.Read(ref heardAt);
        while (true)
        {
            await Task.Delay(round, clock, cancellation);
            var now = clock.GetUtcNow();
            if (record.Unreported(circuit.Name, now - circuit.ReportGapsAfter, MostReported) is { Count: > 0 } open)
            {
                var numbers = string.Join(' ', open.Select(entry => TransmissionWriter.Number(entry.Channel, entry.Number)));
                await office.Intake.FileOwn(
                    office.Services.Make(
                        circuit,
                        "open-number",
                        numbers,
                        "",
                        now,
                        [.. open.Select(entry => entry with { State = NumberState.Reported, At = now })]
                    ),
                    cancellation
                );
            }
            var last = Math.Max(Volatile.Read(ref heardAt), asked);
            if (circuit.IdleCheck > TimeSpan.Zero && clock.GetElapsedTime(last) > circuit.IdleCheck)
            {
                asked = clock.GetTimestamp();
                var next = record.Channels().FirstOrDefault(state => state.Name == circuit.Name && !state.IsOut)?.Last ?? 0;
                await office.Intake.FileOwn(
                    office.Services.Make(circuit, "last-received", TransmissionWriter.Number(circuit.Name, next), "", now),
                    cancellation
                );
            }
        }
    }
}
