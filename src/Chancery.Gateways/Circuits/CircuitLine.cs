using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;

namespace Chancery.Gateways.Circuits;

/// <summary>
/// A circuit while its line stands: reads transmissions and gives them to the intake in their order, sends what waits for the circuit by precedence,
/// reports open numbers. Whatever happens to the line, what was accepted is accepted and what was not delivered goes back into the queue.
/// </summary>
internal sealed class CircuitLine(CircuitSettings circuit, RunningOffice office, TimeProvider clock, Action<string> say) : IDisposable
{
    private const int MostPending = 256;
    private const int Window = 64;

    /// <summary>How many are numbered together: what is higher and comes meanwhile waits until they are on the line.</summary>
    private const int AtATime = 16;
    private const string BrokenOff = "broken off for a higher precedence";
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndMarkPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(500);
    private readonly string destination = NewDelivery.Circuit(circuit.Name);
    private readonly OutChannel channel = new(circuit.OutDesignator, circuit.LastNumber, circuit.Acknowledged)
    {
        IsDaily = circuit.IsDaily,
    };
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SemaphoreSlim window = new(Window, Window);
    private readonly Dictionary<string, WorkItem> unquitted = new(StringComparer.Ordinal);
    private readonly MessageReader reader = office.Reader;
    private readonly LineWatch watch = new(circuit, office, clock);
    private readonly SlowLine? slow = circuit.Baud > 0 ? new SlowLine(circuit.Baud, clock) : null;

    /// <summary>Works the line until it ends or <paramref name="cancellation"/> says so.</summary>
    public async Task Run(Stream stream, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        watch.Heard();
        var sending = EndingWith(ending, () => Send(stream, ending.Token));
        var watching = EndingWith(ending, () => watch.Run(Round, ending.Token));
        try
        {
            await Read(stream, ending.Token);
        }
        finally
        {
            await ending.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            GiveBackUnquitted();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        writing.Dispose();
        window.Dispose();
    }

    /// <summary>Runs one side of the line; where it fails, the line ends and is made anew.</summary>
    private Task EndingWith(CancellationTokenSource ending, Func<Task> side) =>
        Task.Run(
            async () =>
            {
                try
                {
                    await side();
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    say($"circuit {circuit.Name}: {Faults.Told(fault)}");
                    await ending.CancelAsync();
                }
            },
            CancellationToken.None
        );

    private async Task Read(Stream stream, CancellationToken cancellation)
    {
        var input = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        var framer = new CircuitFramer((int)office.Settings.Limits.Message);
        var pending = Channel.CreateBounded<(Submission, Task<IntakeAnswer>)>(MostPending);
        var answering = Task.Run(() => Answer(stream, pending.Reader, cancellation), CancellationToken.None);
        try
        {
            while (await ReadOnce(input, framer, cancellation) is { } heard)
            {
                await Take(heard, pending.Writer, cancellation);
            }
            // What was begun and not ended is traffic as well, but where the sender keeps it and sends it again.
            await Take(circuit.Acknowledged ? [] : framer.End(), pending.Writer, cancellation);
        }
        catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException)
        {
            await Take(circuit.Acknowledged ? [] : framer.End(), pending.Writer, CancellationToken.None);
        }
        finally
        {
            pending.Writer.TryComplete();
            await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await input.CompleteAsync();
        }
    }

    /// <summary>What came with the next bytes; null at the end of the line.</summary>
    private async Task<IReadOnlyList<Heard>?> ReadOnce(PipeReader input, CircuitFramer framer, CancellationToken cancellation)
    {
        var read = input.ReadAsync(cancellation).AsTask();
        if (framer.AwaitsEnd)
        {
            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(read, Task.Delay(EndMarkPause, clock, pause.Token));
            await pause.CancelAsync();
            if (!read.IsCompleted)
            {
                input.CancelPendingRead();
            }
        }
        var result = await read;
        if (result.IsCanceled)
        {
            input.AdvanceTo(result.Buffer.Start);
            return framer.Pause();
        }
        watch.Heard();
        var all = new List<Heard>();
        foreach (var piece in result.Buffer)
        {
            all.AddRange(framer.Add(piece.Span));
        }
        input.AdvanceTo(result.Buffer.End);
        return result.IsCompleted && result.Buffer.IsEmpty ? null : all;
    }

    private async Task Take(
        IReadOnlyList<Heard> heard,
        ChannelWriter<(Submission, Task<IntakeAnswer>)> pending,
        CancellationToken cancellation
    )
    {
        // Answers that came together share a commit.
        await Quit(
            [.. heard.Where(one => one.Kind == HeardKind.Quittance).Select(one => Encoding.ASCII.GetString(one.Bytes))],
            cancellation
        );
        foreach (var one in heard)
        {
            switch (one.Kind)
            {
                case HeardKind.Quittance:
                    break;
                case HeardKind.Noise:
                    await Done(() => office.Circuits.Record.KeepNoise(circuit.Name, one.Bytes, one.Length), cancellation);
                    break;
                default:
                    var submission = new Submission(
                        one.Bytes,
                        new Origin("circuit", circuit.Name),
                        Reader.Owner with
                        {
                            Name = $"circuit {circuit.Name}",
                        }
                    )
                    {
                        Arrival = new Arrival(circuit),
                        IsCutShort = one.IsCutShort,
                    };
                    await pending.WriteAsync((submission, await office.Intake.Enter(submission, CancellationToken.None)), cancellation);
                    break;
            }
        }
    }

    /// <summary>
    /// Waits for each commit in turn. A message that could not be filed is given in again until it is: a circuit cannot take back what it has heard, so
    /// it stops listening meanwhile (what is pending is bounded).
    /// </summary>
    private async Task Answer(Stream stream, ChannelReader<(Submission, Task<IntakeAnswer>)> pending, CancellationToken cancellation)
    {
        await foreach (var (submission, entered) in pending.ReadAllAsync(CancellationToken.None))
        {
            var answer = await entered;
            var pause = FirstPause;
            while (answer.Refusal is { Code: "storage" or "clock" } refusal)
            {
                say($"circuit {circuit.Name} waits: {refusal.Sentence}");
                await Task.Delay(pause, clock, cancellation);
                pause = pause < LongestPause ? pause * 2 : pause;
                answer = await office.Intake.Accept(submission, CancellationToken.None);
            }
            if (answer.Refusal is { } other)
            {
                say($"circuit {circuit.Name}: a message was not accepted ({other.Code}): {other.Sentence}");
            }
            else if (circuit.Acknowledged && answer.Accepted is [{ Message.Transmission.Channel: { } number }])
            {
                await Write(stream, Encoding.ASCII.GetBytes($"QSL {number.Designator}{number.Number}\r\r\n"), cancellation);
            }
        }
    }

    private Task Send(Stream stream, CancellationToken cancellation) =>
        circuit.Acknowledged ? SendUntilQuitted(stream, cancellation) : SendAndForget(stream, cancellation);

    /// <summary>Sends what waits; it is delivered when the line has taken it.</summary>
    private async Task SendAndForget(Stream stream, CancellationToken cancellation)
    {
        var bell = office.Feed.Bell(cancellation, destination);
        WorkItem? sent = null;
        WorkItem? item = null;
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                await Done(() => item = office.Queue.Lease(destination, LeaseLength, channel, sent), cancellation);
                sent = null;
                if (item is null)
                {
                    await Wait(bell, cancellation);
                    continue;
                }
                if (await Put(stream, item, cancellation))
                {
                    (sent, item) = (FlashReceipt.Awaited(item, circuit, reader), null);
                }
                else
                {
                    await Done(() => office.Queue.BreakOff(item, channel, BrokenOff), cancellation);
                    item = null;
                }
            }
        }
        finally
        {
            if (sent is not null)
            {
                office.Queue.Deliver(sent, "sent");
            }
            if (item is not null)
            {
                office.Queue.GiveBack(item, TimeSpan.Zero, "the line ended");
            }
        }
    }

    /// <summary>Sends what waits, as far as the window allows; it is delivered when QSL comes.</summary>
    private async Task SendUntilQuitted(Stream stream, CancellationToken cancellation)
    {
        var bell = office.Feed.Bell(cancellation, destination);
        while (!cancellation.IsCancellationRequested)
        {
            // As many as may be under way in one commit: beside heavy acceptance each commit is long in coming.
            await window.WaitAsync(cancellation);
            var room = 1;
            // On a slow line one: what is higher may come while it goes.
            while (slow is null && room < AtATime && await window.WaitAsync(TimeSpan.Zero, cancellation))
            {
                room++;
            }
            IReadOnlyList<WorkItem> items = [];
            await Done(() => items = office.Queue.Lease(destination, LeaseLength, channel, room), cancellation);
            if (room > items.Count)
            {
                window.Release(room - items.Count);
            }
            if (items.Count == 0)
            {
                await Wait(bell, cancellation);
                continue;
            }
            // All of them before the first is written: where the line ends meanwhile they all go back.
            lock (unquitted)
            {
                foreach (var item in items)
                {
                    if (!unquitted.TryAdd(Number(item), item))
                    {
                        // Its lease ran out without an answer: it goes again in its own place.
                        unquitted[Number(item)] = item;
                        window.Release();
                    }
                }
            }
            foreach (var item in items)
            {
                if (!await Put(stream, item, cancellation))
                {
                    lock (unquitted)
                    {
                        unquitted.Remove(Number(item));
                    }
                    await Done(() => office.Queue.BreakOff(item, channel, BrokenOff), cancellation);
                    window.Release();
                }
            }
        }
    }

    /// <summary>Sends one; false where it was broken off for what interrupts it: FLASH and above (transmission.md 3.2 P8).</summary>
    private async Task<bool> Put(Stream stream, WorkItem item, CancellationToken cancellation)
    {
        var transmission = TransmissionWriter.Write(reader.Read(item.Raw), Number(item), item);
        if (slow is null)
        {
            await Write(stream, transmission, cancellation);
            return true;
        }
        // The lease must outlast the line.
        await Done(() => office.Queue.Keep(item, LeaseLength + slow.TimeOf(transmission.Length)), cancellation);
        var interrupting = (Precedence)Math.Max((int)Precedence.Flash, (int)item.Precedence + 1);
        await writing.WaitAsync(cancellation);
        try
        {
            return await slow.Send(stream, transmission, () => office.Queue.IsWaiting(destination, interrupting), cancellation);
        }
        finally
        {
            writing.Release();
        }
    }

    private string Number(WorkItem item) => TransmissionWriter.Number(channel.Name, item.Number);

    /// <summary>Until something was filed, something is due, or a second has passed.</summary>
    private async Task Wait(ChannelReader<bool> bell, CancellationToken cancellation)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(bell.WaitToReadAsync(round.Token).AsTask(), Task.Delay(Round * 2, clock, round.Token));
        await round.CancelAsync();
        bell.TryRead(out _);
    }

    /// <summary>The other side has them on disk.</summary>
    private async Task Quit(IReadOnlyList<string> numbers, CancellationToken cancellation)
    {
        var items = new List<WorkItem>(numbers.Count);
        lock (unquitted)
        {
            foreach (var number in numbers)
            {
                if (unquitted.Remove(number, out var item))
                {
                    items.Add(FlashReceipt.Awaited(item, circuit, reader));
                }
            }
        }
        if (items.Count > 0)
        {
            await Done(() => office.Queue.Deliver(items, "QSL"), cancellation);
            window.Release(items.Count);
        }
    }

    /// <summary>Writes something down; while the store refuses, such as on a full disk, the line waits and does it again.</summary>
    private async Task Done(Action work, CancellationToken cancellation)
    {
        for (var pause = FirstPause; ; pause = pause < LongestPause ? pause * 2 : pause)
        {
            try
            {
                work();
                return;
            }
            catch (StoreException fault)
            {
                say($"circuit {circuit.Name} waits: {fault.Message}");
                await Task.Delay(pause, clock, cancellation);
            }
        }
    }

    private void GiveBackUnquitted()
    {
        foreach (var item in unquitted.Values)
        {
            office.Queue.GiveBack(item, TimeSpan.Zero, "the line ended before QSL");
        }
        unquitted.Clear();
    }

    private async Task Write(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            await stream.WriteAsync(bytes, cancellation);
            await stream.FlushAsync(cancellation);
        }
        finally
        {
            writing.Release();
        }
    }
}
