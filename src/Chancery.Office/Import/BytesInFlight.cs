namespace Chancery.Office;

/// <summary>Holds back the one who takes while too many bytes are under way; an input that is larger than all room goes alone.</summary>
public sealed class BytesInFlight(long most) : IDisposable
{
    private readonly SemaphoreSlim given = new(0);
    private long held;

    /// <summary>Waits for room and takes it. One taker at a time.</summary>
    public async Task Take(long size, CancellationToken cancellation)
    {
        while (Interlocked.Read(ref held) is var now && now > 0 && now + size > most)
        {
            await given.WaitAsync(cancellation);
        }
        Interlocked.Add(ref held, size);
    }

    /// <summary>Gives room back.</summary>
    public void Give(long size)
    {
        Interlocked.Add(ref held, -size);
        if (given.CurrentCount == 0)
        {
            given.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => given.Dispose();
}
