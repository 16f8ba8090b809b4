namespace Chancery.Gateways.Circuits;

/// <summary>
/// Gives a line bytes at the line's own rate, so that what has not gone yet can be broken off (transmission.md 3.2 P8): given at once, all of it would lie
/// in buffers that nobody can stop.
/// </summary>
internal sealed class SlowLine(int baud, TimeProvider clock)
{
    private const int BitsAByte = 10;
    private static readonly TimeSpan Piece = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Breakable = TimeSpan.FromSeconds(10);

    /// <summary>How long so many bytes are on the line: eight bits, start and stop each.</summary>
    public TimeSpan TimeOf(int bytes) => TimeSpan.FromSeconds((double)bytes * BitsAByte / baud);

    /// <summary>
    /// Sends a transmission; false where it was broken off (transmission.md 8.6). Only one that takes more than ten seconds is, and only behind its first
    /// line: without a channel number nobody would know what was cancelled.
    /// </summary>
    public async Task<bool> Send(Stream stream, ReadOnlyMemory<byte> transmission, Func<bool> mustYield, CancellationToken cancellation)
    {
        var piece = Math.Max(1, (int)(baud * Piece.TotalSeconds / BitsAByte));
        var numbered = transmission.Span.IndexOf((byte)'\n') + 1;
        var canBreak = TimeOf(transmission.Length) > Breakable;
        for (var sent = 0; sent < transmission.Length; )
        {
            var left = transmission.Length - sent;
            if (canBreak && sent >= numbered && left > TransmissionWriter.BrokenOff.Length && mustYield())
            {
                await stream.WriteAsync(TransmissionWriter.BrokenOff, cancellation);
                await stream.FlushAsync(cancellation);
                return false;
            }
            var part = transmission.Slice(sent, Math.Min(piece, left));
            await stream.WriteAsync(part, cancellation);
            await stream.FlushAsync(cancellation);
            sent += part.Length;
            await Task.Delay(TimeOf(part.Length), clock, cancellation);
        }
        return true;
    }
}
