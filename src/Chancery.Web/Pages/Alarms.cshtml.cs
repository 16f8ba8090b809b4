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

    /// <summary>Takes an alarm, and goes to what it is about.</summary>
    public IActionResult OnPost(long alarm)
    {
        var message = office.Alarms.For(Me).FirstOrDefault(pair => pair.Alarm.Id == alarm).Row?.Id;
        office.Alarms.Acknowledge(Me, alarm);
        return SeeOther(message is { } id ? $"/m/{id}" : "/queues");
    }
}
