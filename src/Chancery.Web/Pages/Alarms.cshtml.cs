using Chancery.Web.Desk;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>The strip of alarms, as the script fetches it; takes an alarm.</summary>
public sealed class AlarmsModel(RunningOffice office) : DeskPage
{
    /// <summary>The alarms.</summary>
    public AlarmBoard Board => office.Alarms;

    /// <summary>Who looks.</summary>
    public Reader Asking => Me;

    /// <summary>Takes an alarm, and goes back to where he was.</summary>
    public IActionResult OnPost(long alarm)
    {
        office.Alarms.Acknowledge(Me, alarm);
        var from = Request.Headers.Referer.ToString();
        return SeeOther(Uri.TryCreate(from, UriKind.Absolute, out var address) ? address.PathAndQuery : "/traffic");
    }
}
