using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Queues and circuits: what is stuck, and why. A communicator lets held traffic go from here.</summary>
public sealed class QueuesModel(RunningOffice office, TimeProvider clock) : DeskPage
{
    /// <summary>What is shown.</summary>
    public QueueBoard Board { get; private set; } = null!;

    /// <summary>What became of the last act; null where there was none.</summary>
    public string? Said { get; private set; }

    /// <summary>Shows it.</summary>
    public void OnGet(string? said)
    {
        Said = said switch
        {
            "released" => Texts.Released,
            "corrected" => Texts.Corrected,
            "returned" => Texts.Returned,
            "second" => Texts.NeedsSecond,
            "closed" => Texts.ClosedHeld,
            "diverted" => Texts.SentByOther,
            "protected" => Texts.Protected,
            "sent-on" => Texts.SentOn,
            "no" => Texts.NotDone,
            _ => null,
        };
        Board = new QueueBoard(office, Me, clock.GetUtcNow());
        Frame = new Frame
        {
            Title = Texts.Queues,
            Screen = "queues",
            Keys = Keys.Queues,
            Level = Frame.Highest(Board.Held.Select(held => held.Row.Level)),
        };
    }

    /// <summary>Releases or closes held traffic, or sends what waits for a circuit that is out by the one that is offered.</summary>
    public IActionResult OnPost(string? id, string? act, string? reason, string? circuit)
    {
        if (act == "divert")
        {
            // The button says what is done and why: the line is out.
            var (_, no) = office.Offers.Send(Me, circuit ?? "", $"{circuit} is {office.Circuits.Status(circuit ?? "").State}");
            return SeeOther(no is null ? "/queues?said=diverted" : "/queues?said=no");
        }
        if (!MessageId.TryParse(id, out var known))
        {
            return NotHere();
        }
        if (act == "close")
        {
            return SeeOther(office.Desk.Close(Me, known, reason ?? "") is null ? "/queues?said=closed" : "/queues?said=no");
        }
        var refusal = office.Desk.Release(Me, known, reason ?? "", out var isDone);
        return SeeOther(
            refusal is not null ? "/queues?said=no"
            : isDone ? "/queues?said=released"
            : "/queues?said=second"
        );
    }
}
