namespace Chancery.Gateways.Folders;

/// <summary>Lays what is queued for a folder there, each under the id of its message: whole and flushed before it bears its name, so once however often it is tried.</summary>
internal sealed class FolderSender(FolderSettings folder, RunningOffice office, TimeProvider clock)
    : Sender(NewDelivery.Folder(folder.Name), office, clock)
{
    protected override async Task<string> Send(WorkItem item, CancellationToken cancellation)
    {
        var path = Directory.CreateDirectory(folder.Out!).FullName;
        var name = $"{item.AcceptedAt:yyyyMMddHHmmss}-{item.MessageId}.txt";
        var half = Path.Combine(path, $".{name}.part");
        await using (var file = new FileStream(half, FileMode.Create, FileAccess.Write))
        {
            await file.WriteAsync(TransmissionWriter.Write(Office.Reader.Read(item.Raw), null, item), cancellation);
            file.Flush(flushToDisk: true);
        }
        File.Move(half, Path.Combine(path, name), overwrite: true);
        return name;
    }
}
