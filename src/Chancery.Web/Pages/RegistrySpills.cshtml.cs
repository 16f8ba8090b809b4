using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Registry, spills: one message by its id. Who can read it, who saw it; close it, open it again, destroy it, open it to somebody in an emergency.</summary>
public sealed class RegistrySpillsModel(Spills spills, Emergencies emergencies, Registry registry, People people, IAuditTrail trail)
    : RegistryPage
{
    /// <summary>The id asked for, as typed.</summary>
    public string Asked { get; private set; } = "";

    /// <summary>What is known of the message; null where there is none.</summary>
    public SpillReport? Report { get; private set; }

    /// <summary>Who can read it.</summary>
    public IReadOnlyList<RightsLine> Readers { get; private set; } = [];

    /// <summary>Names for an emergency access.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Copies of closed messages that came in and were closed at once.</summary>
    public IReadOnlyList<ClosedCopy> OnArrival { get; private set; } = [];

    /// <summary>What waits for a second person.</summary>
    public IEnumerable<Proposal> Waiting => Emergencies.Where(proposal => proposal.AgreedBy is null);

    /// <summary>True where it was asked for and is not on file.</summary>
    public bool IsMissing => Asked.Length > 0 && Report is null;

    /// <summary>What became of the last act; null where there was none.</summary>
    public string? Said { get; private set; }

    /// <summary>Shows it.</summary>
    public IActionResult OnGet(string? message, string? said)
    {
        if (!IsSecurityOfficer)
        {
            return NotHere();
        }
        Said = said switch
        {
            "quarantine" => Texts.Quarantined,
            "release" => Texts.ReleasedAgain,
            "destroy" => Texts.Destroyed,
            "emergency" => Texts.EmergencyGranted,
            "proposed" => Texts.NeedsSecondOfficer,
            _ => null,
        };
        return Shown(message);
    }

    /// <summary>Does something with a message.</summary>
    public IActionResult OnPost(string? message, string? act, string? reason, string? person)
    {
        if (!IsSecurityOfficer || !MessageId.TryParse(message, out var id))
        {
            return NotHere();
        }
        var isDone = true;
        Proposal? granted = null;
        var refusal = act switch
        {
            "quarantine" => spills.Quarantine(Me, id, reason ?? ""),
            "release" => spills.Release(Me, id, reason ?? "", out isDone),
            "destroy" => spills.Destroy(Me, id, reason ?? "", out isDone),
            "emergency" => emergencies.Open(Me, id, person ?? "", reason ?? "", out granted),
            _ => new Refusal("no-act", Texts.NothingDone),
        };
        Refusal = refusal?.Sentence;
        isDone &= act != "emergency" || granted is not null;
        return refusal is null ? SeeOther($"/registry/spills?message={id}&said={(isDone ? act : "proposed")}") : Shown(message);
    }

    /// <summary>Who saw it, as a file.</summary>
    public IActionResult OnPostExposure(string? message)
    {
        if (!IsSecurityOfficer || !MessageId.TryParse(message, out var id) || spills.Report(Me, id) is not { } report)
        {
            return NotHere();
        }
        trail.Note(new AuditNote(Me.Name, AuditActs.Audit, id, "exposure, as a file"));
        return File(System.Text.Encoding.UTF8.GetBytes(report.Csv()), "text/csv; charset=utf-8", "exposure.csv");
    }

    private IActionResult Shown(string? message)
    {
        Asked = message?.Trim() ?? "";
        if (MessageId.TryParse(Asked, out var id) && spills.Report(Me, id) is { } report)
        {
            trail.Note(new AuditNote(Me.Name, AuditActs.Audit, id, "exposure"));
            Report = report;
            Readers = registry.WhoCanRead(Me, id);
            Names =
            [
                .. people.List().Select(person => person.Name).Where(name => !name.Equals(Me.Name, StringComparison.OrdinalIgnoreCase)),
            ];
        }
        Emergencies = emergencies.Of(Me);
        OnArrival = spills.ClosedOnArrival(Me);
        Frame = new Frame
        {
            Title = Texts.Registry,
            Screen = "registry",
            Level = Report?.Level ?? Level.Unclassified,
        };
        return Page();
    }
}
