namespace Chancery.Office;

/// <summary>Asks a second and a third time for what nobody has answered (ZAR2, ZAR3; transmission.md 5.7), and then leaves it to people.</summary>
public sealed class RepeatFollowUp(
    OfficeSettings settings,
    IRepeatRequests requests,
    ServiceMessages services,
    Intake intake,
    TimeProvider clock
)
{
    private const int MostTimes = 3;

    /// <summary>Requests without an answer, oldest first.</summary>
    public IReadOnlyList<RepeatRequest> Waiting => requests.Open();

    /// <summary>Looks once.</summary>
    public async Task Look(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var request in requests.Open().Where(one => one.Times < MostTimes && now - one.LastAt >= one.Patience))
        {
            if (settings.Circuits.FirstOrDefault(circuit => circuit.Name == request.Circuit) is not { } circuit)
            {
                continue;
            }
            var name = request.Times == 1 ? "repeat-again" : "repeat-at-last";
            await intake.FileOwn(services.Make(circuit, name, request.Number, "", now), cancellation);
            requests.Ask(request.Message, request.Circuit, request.Number, request.Precedence, "switch");
        }
    }
}
