using Chancery.Web.Desk;

namespace Chancery.Web.Pages;

/// <summary>What the Queues screen shows, as the script fetches it when something has changed.</summary>
public sealed class QueuesBoardModel(RunningOffice office, TimeProvider clock) : DeskPage
{
    /// <summary>What is shown.</summary>
    public QueueBoard Board { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public void OnGet()
    {
        Board = new QueueBoard(office, Me, clock.GetUtcNow());
        Frame = new Frame { Level = Frame.Highest(Board.Held.Select(held => held.Row.Level)) };
    }
}
