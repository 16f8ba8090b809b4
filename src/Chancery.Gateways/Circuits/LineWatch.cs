namespace Chancery.Gateways.Circuits;

/// <summary>Reports numbers that have been open too long, and asks for comparison after a long silence (transmission.md 5.3).</summary>
internal sealed class LineWatch(CircuitSettings circuit, RunningOffice office, TimeProvider clock)
{
    private const int MostReported = 20;
    private long heardAt = clock.GetTimestamp();

    /// <summary>Something came by the line.</summary>
    public void Heard() => Volatile.Write(ref heardAt, clock.GetTimestamp());

    /// <summary>Looks until <paramref name="cancellation"/> says so. What the store refuses waits for the next look.</summary>
    public async Task Run(TimeSpan round, CancellationToken cancellation)
    {
        var asked = Volatile.Read(ref heardAt);
        while (true)
        {
            await Task.Delay(round, clock, cancellation);
            try
            {
                await Report(cancellation);
                var last = Math.Max(Volatile.Read(ref heardAt), asked);
                if (circuit.IdleCheck > TimeSpan.Zero && clock.GetElapsedTime(last) > circuit.IdleCheck)
                {
                    asked = clock.GetTimestamp();
                    await Compare(cancellation);
                }
            }
            catch (StoreException)
            {
                // The office's health says that the store refuses.
            }
        }
    }

    private async Task Report(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (office.Circuits.Record.Unreported(circuit.Name, now - circuit.ReportGapsAfter, MostReported) is not { Count: > 0 } open)
        {
            return;
        }
        var numbers = string.Join(' ', open.Select(entry => TransmissionWriter.Number(entry.Channel, entry.Number)));
        ImmutableArray<NumberEntry> reported = [.. open.Select(entry => entry with { State = NumberState.Reported, At = now })];
        await office.Intake.FileOwn(office.Services.Make(circuit, "open-number", numbers, "", now, reported), cancellation);
    }

    private async Task Compare(CancellationToken cancellation)
    {
        var next = office.Circuits.Record.Channels().FirstOrDefault(state => state.Name == circuit.Name && !state.IsOut)?.Last ?? 0;
        var number = TransmissionWriter.Number(circuit.Name, next);
        await office.Intake.FileOwn(office.Services.Make(circuit, "last-received", number, "", clock.GetUtcNow()), cancellation);
    }
}
