using System.Security.Cryptography;
using System.Threading.Channels;

namespace Chancery.Office;

/// <summary>
/// The one way in: frames, reads and identifies on the caller's thread, then one writer files everything that waits in one commit. What costs is
/// the flush to disk, so many submissions share one.
/// </summary>
public sealed class Intake : IAsyncDisposable
{
    /// <summary>What one commit takes, while somebody waits for the answer.</summary>
    private const int GroupSize = 512;

    /// <summary>What one commit takes of an import: the pages of an index that it touches by lot are written once for all of them.</summary>
    internal const int FilingSize = 1024;
    private readonly IMessageStore store;
    private readonly MessageReader reader;
    private readonly MessageReader live;
    private readonly ITrafficRules rules;
    private readonly OfficeSettings settings;
    private readonly CommitFeed feed;
    private readonly JustFiled justFiled;
    private readonly ClockWatch watch;
    private readonly TimeProvider clock;
    private readonly Channel<Waiting> queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly Lock committing = new();
    private readonly Lazy<Task> writer;

    /// <summary>Opens the way; the writer starts with what is first put in its line.</summary>
    internal Intake(
        IMessageStore store,
        MessageReader reader,
        ITrafficRules rules,
        OfficeSettings settings,
        CommitFeed feed,
        JustFiled justFiled,
        ClockWatch watch,
        TimeProvider clock
    )
    {
        this.watch = watch;
        this.clock = clock;
        live = new MessageReader(reader.Options with { Live = true });
        this.rules = rules;
        this.justFiled = justFiled;
        this.store = store;
        this.reader = reader;
        this.settings = settings;
        this.feed = feed;
        writer = new(() => Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    /// <summary>Where it is told what was accepted; set once the office is wired.</summary>
    internal OfficeMeter? Meter { get; set; }

    /// <summary>Accepts a submission; whole or not at all, on disk when it answers.</summary>
    public async ValueTask<IntakeAnswer> Accept(Submission submission, CancellationToken cancellation) =>
        await await Enter(submission, waits: true, cancellation);

    /// <summary>
    /// Puts a submission in the line of the writer and gives its answer to come: submissions entered one after the other are committed in that order,
    /// so that a circuit need not wait for one commit before it reads on.
    /// </summary>
    public ValueTask<Task<IntakeAnswer>> Enter(Submission submission, CancellationToken cancellation) =>
        Enter(submission, waits: false, cancellation);

    private async ValueTask<Task<IntakeAnswer>> Enter(Submission submission, bool waits, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        if (Admit(submission) is { } refusal)
        {
            return Task.FromResult(Refused(refusal));
        }
        if (submission.Key is { } key && Answered(submission.Sender.Name, key) is { } before)
        {
            return Task.FromResult(before);
        }
        var unmarked = submission.Unmarked ?? settings.UnmarkedLevel;
        var messages = submission is { Arrival: null, Replaces: null }
            ? reader.ReadAll(submission.Bytes)
            : [live.Read(submission.Bytes, submission.IsCutShort)];
        if (Judge(submission.Sender, messages, unmarked) is { } objection)
        {
            return Task.FromResult(Refused(objection));
        }
        var group = new NewMessage[messages.Length];
        for (var i = 0; i < group.Length; i++)
        {
            group[i] = Prepare(messages[i], submission.Origin, submission.Sender, submission.Filing, unmarked, settings.Rights) with
            {
                Rules = submission.Filing ? null : rules,
                Logged = submission.Filing ? null : LoggedMessage.Of(messages[i]),
                Arrival = submission.Arrival,
                Replaces = submission.Replaces,
                ReplaceReason = submission.ReplaceReason,
                CameBy = submission.CameBy,
                Once = submission.Key is { } word ? new OnceKey(submission.Sender.Name, word, i) : null,
                Received = submission.Received,
            };
        }
        var waiting = new Waiting(group);
        try
        {
            if (!waits || !TryCommit(waiting))
            {
                await Queue(waiting, cancellation);
            }
        }
        catch (ChannelClosedException)
        {
            return Task.FromResult(Stopping);
        }
        return Answer(waiting, messages, submission.Origin.Door, started, cancellation);
    }

    private IntakeAnswer Refused(Refusal refusal)
    {
        Meter?.Refused(refusal.Code);
        return new IntakeAnswer([], refusal);
    }

    private static IntakeAnswer Stopping { get; } =
        new([], new Refusal("stopping", "The office is closing: nothing of this was filed, send it again when it is open."));

    private async Task<IntakeAnswer> Answer(
        Waiting waiting,
        ImmutableArray<Message> messages,
        string door,
        long started,
        CancellationToken cancellation
    )
    {
        try
        {
            var results = await waiting.Done.Task.WaitAsync(cancellation);
            Meter?.Accepted(door, results.Count, clock.GetElapsedTime(started));
            return new IntakeAnswer([.. results.Select((result, i) => new Accepted(result.Id, result.DuplicateOf, messages[i]))], null);
        }
        catch (StoreException failure)
        {
            return Refused(new Refusal("storage", failure.Message));
        }
    }

    /// <summary>What a key was answered with before, or null where it is new.</summary>
    private IntakeAnswer? Answered(string sender, string key)
    {
        var answered = store.Answered(sender, key);
        return answered.Count == 0
            ? null
            : new IntakeAnswer(
                [
                    .. answered.Select(once => new Accepted(
                        once.Id,
                        once.DuplicateOf,
                        reader.Read(store.Raw(once.Id) ?? ReadOnlyMemory<byte>.Empty)
                    )),
                ],
                null
            );
    }

    /// <summary>Takes nothing more in, finishes what waits.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (writer.IsValueCreated)
        {
            await writer.Value;
        }
        lock (committing)
        {
            // Whoever commits by himself has done so.
        }
    }

    /// <summary>Files a message that the office wrote itself and queues it where its rules say.</summary>
    public async Task FileOwn(NewMessage message, CancellationToken cancellation)
    {
        try
        {
            await File([message], cancellation);
        }
        catch (Exception fault) when (fault is StoreException or ChannelClosedException)
        {
            // Nothing was filed: whoever watches looks again.
        }
    }

    internal static NewMessage Prepare(Message message, Origin origin, Reader sender, bool filing, Level unmarked, RightsSettings rules) =>
        new(message, HashOf(message.Raw), origin, sender, filing, unmarked)
        {
            Protection = Protection.Of(message, message.EffectiveLevel.Level ?? unmarked, rules),
            Places = ParagraphPlaces.Of(message),
        };

    /// <summary>Files messages that were read and admitted, in one commit.</summary>
    internal async Task<IReadOnlyList<CommitResult>> File(IReadOnlyList<NewMessage> group, CancellationToken cancellation)
    {
        var waiting = new Waiting(group);
        await Queue(waiting, cancellation);
        return await waiting.Done.Task.WaitAsync(cancellation);
    }

    private ValueTask Queue(Waiting waiting, CancellationToken cancellation)
    {
        _ = writer.Value;
        return queue.Writer.WriteAsync(waiting, cancellation);
    }

    private Refusal? Admit(Submission submission)
    {
        var sender = submission.Sender;
        var needed = submission.Filing ? Roles.RecordsOfficer : Roles.Sender;
        if (!sender.IsOwner && (sender.Roles & needed) == 0)
        {
            return new Refusal(
                "not-a-sender",
                submission.Filing
                    ? "Only a records officer files messages: ask one, or send it as traffic."
                    : "You have no right to send messages: ask the administrator for the role sender."
            );
        }
        if (watch.Objection() is { } objection)
        {
            return new Refusal("clock", objection);
        }
        if (submission.Bytes.IsEmpty)
        {
            return new Refusal("empty", "There is no message in an empty submission: send the bytes of the message as the body.");
        }
        return submission.Bytes.Length > settings.Limits.Body
            ? new Refusal(
                "too-large",
                $"The submission is larger than {settings.Limits.Body} bytes: send it in parts, or import it as a file."
            )
            : null;
    }

    private Refusal? Judge(Reader sender, ImmutableArray<Message> messages, Level unmarked)
    {
        if (messages.Length > settings.Limits.Messages)
        {
            return new Refusal("too-many", $"The submission holds more than {settings.Limits.Messages} messages: send it in parts.");
        }
        foreach (var message in messages)
        {
            if (message.Raw.Length > settings.Limits.Message)
            {
                return new Refusal("too-large", $"A message is larger than {settings.Limits.Message} bytes: send it in sections.");
            }
            var level = message.EffectiveLevel.Level ?? unmarked;
            if (!sender.IsOwner && level.Rank() > Math.Min(sender.Level.Rank(), sender.NetworkLevel.Rank()))
            {
                return new Refusal(
                    "above-your-level",
                    message.EffectiveLevel.Level is null
                        ? $"A message without a level counts as {level.Name()}, above your own level: mark it, or give it to someone cleared."
                        : $"A message is {level.Name()}, above your own level or that of this connection: give it to someone cleared."
                );
            }
        }
        return null;
    }

    private void Write()
    {
        var group = new List<NewMessage>(GroupSize);
        var shares = new List<Waiting>();
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            lock (committing)
            {
                group.Clear();
                shares.Clear();
                var most = FilingSize;
                while (group.Count < most && queue.Reader.TryRead(out var waiting))
                {
                    group.AddRange(waiting.Group);
                    shares.Add(waiting);
                    most = most == FilingSize && waiting.Group is [{ Filing: true }, ..] ? FilingSize : GroupSize;
                }
                feed.IsBusy = queue.Reader.Count > 0;
                Commit(group, shares);
            }
        }
    }

    /// <summary>Commits on the caller's thread where nobody stands before him: a sender who waits for each answer is spared two changes of thread.</summary>
    private bool TryCommit(Waiting waiting)
    {
        if (!committing.TryEnter())
        {
            return false;
        }
        try
        {
            if (queue.Reader.Count > 0 || queue.Reader.Completion.IsCompleted)
            {
                return false;
            }
            Commit([.. waiting.Group], [waiting]);
            return true;
        }
        finally
        {
            committing.Exit();
        }
    }

    private void Commit(List<NewMessage> group, List<Waiting> shares)
    {
        IReadOnlyList<CommitResult> results;
        try
        {
            results = store.Commit(group, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Nothing of the group was filed; every sender is told, and the writer goes on with the next group.
            foreach (var share in shares)
            {
                share.Done.SetException(failure);
            }
            return;
        }
        Tell(results, group);
        var next = 0;
        foreach (var share in shares)
        {
            share.Done.SetResult([.. results.Skip(next).Take(share.Group.Count)]);
            next += share.Group.Count;
        }
    }

    /// <summary>Tells indexer and listeners what was filed, our own messages behind those that called for them.</summary>
    private void Tell(IReadOnlyList<CommitResult> results, List<NewMessage> group)
    {
        var all = new List<CommitResult>(results.Count);
        var messages = new List<NewMessage>(results.Count);
        HashSet<string>? queued = null;
        for (var i = 0; i < results.Count; i++)
        {
            all.Add(results[i]);
            messages.Add(group[i]);
            foreach (var (behind, message) in results[i].Behind)
            {
                all.Add(behind);
                messages.Add(message);
            }
        }
        foreach (var destination in all.SelectMany(result => result.Queued))
        {
            (queued ??= new HashSet<string>(StringComparer.Ordinal)).Add(destination);
        }
        if (all.FindLast(result => result.Row is not null)?.Row is { } newest)
        {
            watch.Accepted(newest.FiledAt);
        }
        justFiled.Keep(all, messages);
        feed.Publish([.. all.Where(result => result.Row is not null).Select(result => result.Row!)], queued);
    }

    private static ImmutableArray<byte> HashOf(ReadOnlyMemory<byte> raw) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(SHA256.HashData(raw.Span));

    private sealed class Waiting(IReadOnlyList<NewMessage> group)
    {
        public IReadOnlyList<NewMessage> Group { get; } = group;

        public TaskCompletionSource<IReadOnlyList<CommitResult>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
