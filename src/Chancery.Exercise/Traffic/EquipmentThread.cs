namespace Chancery.Exercise.Traffic;

using Forms;
using World;

/// <summary>A request for equipment on its way from the asking post to receipt or refusal.</summary>
/// <param name="Id">Number of the thread, from 1.</param>
/// <param name="Post">Who asked.</param>
/// <param name="Unit">For whom.</param>
/// <param name="Place">Where the unit stands.</param>
/// <param name="Items">What was asked, with quantities.</param>
/// <param name="Wanted">The day by which it is wanted.</param>
/// <param name="Subject">Subject of the request, without the exercise mark.</param>
/// <param name="Level">Level of its messages.</param>
internal sealed record EquipmentThread(
    int Id,
    Station Post,
    string Unit,
    string Place,
    ImmutableArray<(string Name, int Quantity)> Items,
    DateOnly Wanted,
    string Subject,
    Level Level
)
{
    /// <summary>The next message of the thread.</summary>
    public EquipmentStep Step { get; init; }

    /// <summary>The first message.</summary>
    public Citation? Request { get; init; }

    /// <summary>The newest message.</summary>
    public Citation? Last { get; init; }

    /// <summary>File of the newest message.</summary>
    public string? LastFile { get; init; }

    /// <summary>How many of each item are promised; empty before a promise.</summary>
    public ImmutableArray<int> Promised { get; init; } = [];
}
