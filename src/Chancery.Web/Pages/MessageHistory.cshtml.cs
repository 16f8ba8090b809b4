using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>What happened to a message, one line an event.</summary>
public sealed class MessageHistoryModel(Archive archive) : MessagePage
{
    /// <inheritdoc />
    public override string Tab => "history";

    /// <summary>The journal's lines, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    /// <inheritdoc />
    public override IActionResult OnGet(string id)
    {
        var answer = base.OnGet(id);
        if (Shown is { Opened.IsExtract: true })
        {
            return NotHere();
        }
        if (Shown is { AsksWhy: false } && MessageId.TryParse(id, out var known))
        {
            Entries = archive.History(Me, known);
        }
        return answer;
    }
}
