using System.Security.Cryptography;
using System.Threading.Channels;

namespace Chancery.Office;

/// <summary>
/// Notes views and searches without making each reader wait for a flush of his own: lines go to disk together, at the latest when the office
/// closes. While they cannot be written, nothing is shown: whoever notes is told.
/// </summary>
public sealed class AuditQueue : IAsyncDisposable
{
    private const int Together = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly Channel<AuditNote> waiting = Channel.CreateBounded<AuditNote>(new BoundedChannelOptions(8192) { SingleReader = true });
    private readonly CancellationTokenSource closing = new();
    private readonly IAuditTrail trail;
    private readonly TimeProvider clock;
    private readonly Task work;
    private volatile bool isStuck;

    /// <summary>Starts writing.</summary>
    public AuditQueue(IAuditTrail trail, TimeProvider clock)
    {
        this.trail = trail;
        this.clock = clock;
        work = Task.Run(Write);
    }

    /// <summary>Notes soon. Where the queue is full, closed or cannot write, it is noted at once: nothing goes unnoted.</summary>
    /// <exception cref="StoreException">It cannot be noted.</exception>
    public void Note(AuditNote note)
    {
        if (isStuck || !waiting.Writer.TryWrite(note))
        {
            trail.Note(note);
        }
    }

    /// <summary>Notes before it returns.</summary>
    /// <exception cref="StoreException">It cannot be noted.</exception>
    public void NoteNow(AuditNote note) => trail.Note(note);

    /// <summary>Writes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await closing.CancelAsync();
        await work;
        closing.Dispose();
    }

    private async Task Write()
    {
        // A program's first hash loads a library: here it does so while the first question is still being answered.
        _ = SHA256.HashData([]);
        var notes = new List<AuditNote>(Together);
        while (await waiting.Reader.WaitToReadAsync())
        {
            notes.Clear();
            while (notes.Count < Together && waiting.Reader.TryRead(out var note))
            {
                notes.Add(note);
            }
            while (!Write(notes) && !closing.IsCancellationRequested)
            {
                await Task.Delay(Pause, clock, closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private bool Write(List<AuditNote> notes)
    {
        try
        {
            trail.Note([.. notes]);
            isStuck = false;
            return true;
        }
        catch (StoreException)
        {
            // A full disk: told to the next who looks at something, and tried again until there is room.
            isStuck = true;
            return false;
        }
    }
}
