namespace Chancery.Gateways.Folders;

/// <summary>
/// Takes in the files of a folder: each when it has lain still, then to <c>done/</c>, or to <c>refused/</c> with the reason beside it. A file that was
/// accepted and not moved, because the program ended between, is known by its bytes and accepted once.
/// </summary>
internal sealed class FolderDoor(FolderSettings folder, RunningOffice office, TimeProvider clock, Action<string> say) : IAsyncDisposable
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(500);
    private readonly CancellationTokenSource ending = new();
    private readonly Dictionary<string, (long Length, DateTime Written, long Since)> seen = new(StringComparer.Ordinal);
    private readonly string path = folder.In!;
    private Task work = Task.CompletedTask;
    private string? lastTrouble;

    public void Open() => work = Task.Run(Watch, CancellationToken.None);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    private async Task Watch()
    {
        while (true)
        {
            try
            {
                Directory.CreateDirectory(path);
                foreach (var file in Still())
                {
                    await Take(file);
                }
                lastTrouble = null;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Say(fault.Message);
            }
            await Task.Delay(Round, clock, ending.Token);
        }
    }

    /// <summary>Files that have not changed for the time set, oldest name first; hidden ones are somebody's work under way.</summary>
    private List<string> Still()
    {
        var still = new List<string>();
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in new DirectoryInfo(path).EnumerateFiles())
        {
            if (file.Name[0] == '.' || file.Extension is ".tmp" or ".part")
            {
                continue;
            }
            there.Add(file.FullName);
            var now = (file.Length, file.LastWriteTimeUtc);
            if (seen.TryGetValue(file.FullName, out var before) && (before.Length, before.Written) == now)
            {
                if (clock.GetElapsedTime(before.Since) >= folder.Settle)
                {
                    still.Add(file.FullName);
                }
            }
            else
            {
                seen[file.FullName] = (now.Length, now.LastWriteTimeUtc, clock.GetTimestamp());
            }
        }
        foreach (var gone in seen.Keys.Where(name => !there.Contains(name)).ToList())
        {
            seen.Remove(gone);
        }
        still.Sort(StringComparer.Ordinal);
        return still;
    }

    private async Task Take(string file)
    {
        var name = Path.GetFileName(file);
        var lying = new FileInfo(file);
        if (lying.LinkTarget is not null)
        {
            // Followed, it would hand in whatever the office may read, for anybody who may write here.
            Refuse(file, "It is a link: put the file itself here.");
            return;
        }
        if (lying.Length == 0)
        {
            // Not even opened: a pipe would never end.
            Refuse(file, "The file is empty: there is no message in it.");
            return;
        }
        if (lying.Length > office.Settings.Limits.Body)
        {
            Refuse(file, $"The file is larger than {office.Settings.Limits.Body} bytes: part it.");
            return;
        }
        var answer = await office.Intake.Accept(
            new Submission(
                await File.ReadAllBytesAsync(file, ending.Token),
                new Origin("folder", $"{folder.Name}/{name}"),
                Reader.Owner with
                {
                    Name = $"folder {folder.Name}",
                }
            ),
            CancellationToken.None
        );
        if (answer.Refusal is null)
        {
            Move(file, "done");
        }
        else if (answer.Refusal.Code is "storage" or "clock" or "stopping")
        {
            Say(answer.Refusal.Sentence); // it lies where it is and is taken when there is room again
        }
        else
        {
            Refuse(file, answer.Refusal.Sentence);
        }
    }

    private void Refuse(string file, string sentence) => File.WriteAllText(Move(file, "refused") + ".reason.txt", sentence + "\n");

    /// <summary>Moves a file below the folder; a name that is taken gets a number.</summary>
    private string Move(string file, string below)
    {
        var target = Directory.CreateDirectory(Path.Combine(path, below)).FullName;
        var name = Path.GetFileName(file);
        var to = Path.Combine(target, name);
        for (var i = 2; File.Exists(to); i++)
        {
            to = Path.Combine(target, $"{name}.{i}");
        }
        File.Move(file, to);
        seen.Remove(file);
        return to;
    }

    private void Say(string trouble)
    {
        if (trouble != lastTrouble)
        {
            say($"folder {folder.Name}: {trouble}");
            lastTrouble = trouble;
        }
    }
}
