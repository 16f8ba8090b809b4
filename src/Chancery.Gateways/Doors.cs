using Chancery.Gateways.Circuits;
using Chancery.Gateways.Folders;
using Chancery.Gateways.Mail;

namespace Chancery.Gateways;

/// <summary>All doors of an office but HTTP, as its settings say: circuits, folders, mail.</summary>
public sealed class Doors : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> open = [];

    private Doors() { }

    /// <summary>Opens the doors. One that cannot be opened is told and tried again; it never keeps the others shut.</summary>
    /// <param name="office">The office behind them.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="say">Takes one sentence for the log; never any text of a message.</param>
    public static Doors Open(RunningOffice office, TimeProvider clock, Action<string> say)
    {
        // What an earlier program had under way is nobody's any more.
        office.Queue.ReturnLeases();
        var doors = new Doors();
        foreach (var settings in office.Settings.Circuits)
        {
            var circuit = new CircuitDoor(settings, office, clock, say);
            doors.open.Add(circuit);
            circuit.Open();
        }
        foreach (var settings in office.Settings.Folders)
        {
            if (settings.In is not null)
            {
                var folder = new FolderDoor(settings, office, clock, say);
                doors.open.Add(folder);
                folder.Open();
            }
            if (settings.Out is not null)
            {
                doors.Send(new FolderSender(settings, office, clock));
            }
        }
        foreach (var settings in office.Settings.Mails)
        {
            doors.Send(new MailSender(settings, office.Settings.Smtp, office, clock, say));
        }
        if (office.Settings.Smtp.Listen is not null)
        {
            var mail = new MailDoor(office.Settings.Smtp, office, say);
            doors.open.Add(mail);
            mail.Open();
        }
        return doors;
    }

    private void Send(Sender sender)
    {
        open.Add(sender);
        sender.Open();
    }

    /// <summary>Takes nothing more in; what was taken in is finished by the office.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(open.Select(door => door.DisposeAsync().AsTask()));
}
