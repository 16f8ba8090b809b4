using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>One held message: what is wrong with it, where, what is proposed, and an editor that shows what changes before anything is done.</summary>
public sealed class HeldModel(RunningOffice office) : DeskPage
{
    /// <summary>The message, with what the editor holds tried on it.</summary>
    public Corrected Shown { get; private set; } = null!;

    /// <summary>The bytes in lines, with the findings beside them.</summary>
    public RawText Raw { get; private set; } = null!;

    /// <summary>Everything in front of the text, as the editor holds it.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>The text: shown, and locked.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Everything behind the text, as the editor holds it.</summary>
    public string Ending { get; private set; } = "";

    /// <summary>What the proposed fixes do; empty where none is proposed outside the text.</summary>
    public ImmutableArray<string> Titles { get; private set; } = [];

    /// <summary>Findings of the corrected message; null where nothing is changed.</summary>
    public ImmutableArray<FindingNote>? After { get; private set; }

    /// <summary>True where the text is unlocked for this reader.</summary>
    public bool IsUnlocked { get; private set; }

    /// <summary>True where the reader may unlock the text: the second role.</summary>
    public bool MayUnlock => Me.IsOwner || (Me.Roles & Roles.RecordsOfficer) != 0;

    /// <summary>True where the reader works the queue.</summary>
    public bool MayAct => Me.IsOwner || (Me.Roles & Roles.Communicator) != 0;

    /// <summary>Why nothing was done, or what was; null where nothing was asked for.</summary>
    public string? Said { get; private set; }

    /// <summary>What the reader has written as his reason.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>True where no route leads to a station that it calls, so that it may be misrouted.</summary>
    public bool IsMisrouted { get; private set; }

    /// <summary>The station that the directory knows for it, or what the reader has written.</summary>
    public string RightStation { get; private set; } = "";

    /// <summary>Shows it; with <paramref name="fix"/> the editor holds what is proposed.</summary>
    public IActionResult OnGet(string id, bool fix, bool unlock) =>
        !MessageId.TryParse(id, out var known) || office.Corrections.Try(Me, known, null, null, null) is not { } held
            ? NotHere()
            : Look(held, fix ? office.Corrections.Proposed(held) : null, unlock);

    /// <summary>Shows what an edit changes, or does what was asked for.</summary>
    public async Task<IActionResult> OnPost(
        string id,
        string? act,
        string? heading,
        string? text,
        string? ending,
        string? reason,
        string? to
    )
    {
        if (!MessageId.TryParse(id, out var known) || office.Corrections.Try(Me, known, heading, text, ending) is not { } held)
        {
            return NotHere();
        }
        Reason = reason ?? "";
        RightStation = to ?? "";
        var refusal = (Refusal?)null;
        switch (act)
        {
            case "correct":
                (var copy, refusal) = await office.Corrections.Release(Me, held, Reason);
                if (refusal is null)
                {
                    return SeeOther(copy is null ? "/queues?said=second" : "/queues?said=corrected");
                }
                break;
            case "release":
                refusal = office.Desk.Release(Me, known, Reason, out var isDone);
                if (refusal is null)
                {
                    return SeeOther(isDone ? "/queues?said=released" : "/queues?said=second");
                }
                break;
            case "repeat":
                refusal = await office.Corrections.AskRepeat(Me, known, Reason);
                Said = refusal is null ? Texts.Asked : null;
                break;
            case "return":
                refusal = await office.Corrections.Return(Me, known, Reason);
                if (refusal is null)
                {
                    return SeeOther("/queues?said=returned");
                }
                break;
            case "send-on":
                (var isSent, refusal) = await office.Misroutes.SendOn(Me, known, RightStation, Reason);
                if (refusal is null)
                {
                    return SeeOther(isSent ? "/queues?said=sent-on" : "/queues?said=second");
                }
                break;
            case "protect":
                refusal = await office.Misroutes.Protect(Me, known, Reason);
                if (refusal is null)
                {
                    return SeeOther("/queues?said=protected");
                }
                break;
            case "close":
                refusal = office.Desk.Close(Me, known, Reason);
                if (refusal is null)
                {
                    return SeeOther("/queues?said=closed");
                }
                break;
            default:
                break;
        }
        Said ??= refusal?.Sentence;
        return Look(held, heading is null || ending is null ? null : (heading, ending, []), text is not null);
    }

    private IActionResult Look(Corrected held, (string Heading, string Ending, ImmutableArray<string> Titles)? edited, bool unlock)
    {
        var locked = LockedText.Of(held.Before);
        var raw = held.Before.Raw.Span;
        Raw = RawText.Of(held.Before);
        IsMisrouted = held.Held.Rule == "R5" && held.Before.Profile != Profile.Acp128;
        RightStation = RightStation.Length > 0 ? RightStation : office.Misroutes.Proposed(held.Before) ?? "";
        Text = EditedLines.Shown(raw[locked.Start..locked.End]);
        IsUnlocked = unlock && MayUnlock;
        Titles = office.Corrections.Proposed(held).Titles;
        (Heading, Ending) = edited is { } given
            ? (given.Heading, given.Ending)
            : (EditedLines.Shown(raw[..locked.Start]), EditedLines.Shown(raw[locked.End..]));
        Shown =
            held.Changes.IsEmpty && edited is not null ? office.Corrections.Try(Me, held.Held.Row.Id, Heading, null, Ending) ?? held : held;
        if (!Shown.Changes.IsEmpty)
        {
            After = FindingNote.Of(Shown.After, new RawLines(Shown.After.Raw));
        }
        Frame = new Frame
        {
            Title = Texts.Held,
            Screen = "queues",
            Level = held.Held.Row.Level,
            Keys = Keys.Held,
        };
        return Page();
    }
}
