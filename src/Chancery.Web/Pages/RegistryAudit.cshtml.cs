using System.Globalization;
using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Registry, audit: who did and saw what, with the state of the chain on top. Reading it is a line of it.</summary>
public sealed class RegistryAuditModel(IAuditTrail trail, Emergencies emergencies) : RegistryPage
{
    private const int PageSize = 100;

    /// <summary>The lines, newest first.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>The state of the chain, in words.</summary>
    public string Chain { get; private set; } = "";

    /// <summary>True where the chain is broken.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whose lines, as typed.</summary>
    public string Who { get; private set; } = "";

    /// <summary>Which acts, as typed.</summary>
    public string Act { get; private set; } = "";

    /// <summary>Which message, as typed.</summary>
    public string Message { get; private set; } = "";

    /// <summary>The address of the page before in time; null where there is none.</summary>
    public string? OlderPage { get; private set; }

    /// <summary>Shows it.</summary>
    public IActionResult OnGet(string? who, string? act, string? message, long? before)
    {
        if (!ReadsTrail)
        {
            return NotHere();
        }
        (Who, Act, Message) = (who?.Trim() ?? "", act?.Trim() ?? "", message?.Trim() ?? "");
        var damage = trail.Verify(out var last);
        IsBroken = damage.Count > 0;
        Chain =
            IsBroken ? damage[0]
            : last is null ? Texts.NothingNoted
            : string.Format(CultureInfo.InvariantCulture, Texts.ChainWhole, last.Sequence, Zulu.Instant(last.At));
        var wanted = MessageId.TryParse(Message, out var id) ? id : default(MessageId?);
        trail.Note(new AuditNote(Me.Name, AuditActs.Audit, wanted, Viewing.Line($"who {Or(Who)}, act {Or(Act)}")));
        Entries = trail.Find(
            new AuditQuery
            {
                Who = Who.Length == 0 ? null : Who,
                Act = Act.Length == 0 ? null : Act,
                Message = wanted,
                Before = before,
                Limit = PageSize,
            }
        );
        OlderPage =
            Entries.Count == PageSize
                ? $"/registry/audit?who={Uri.EscapeDataString(Who)}&act={Uri.EscapeDataString(Act)}&message={Uri.EscapeDataString(Message)}&before={Entries[^1].Sequence}"
                : null;
        Emergencies = emergencies.Of(Me);
        Frame = new Frame { Title = Texts.Registry, Screen = "registry" };
        return Page();
    }

    private static string Or(string word) => word.Length == 0 ? "any" : word;
}
