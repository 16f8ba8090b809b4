namespace Chancery.Office;

/// <summary>The one way in: frames, reads and identifies, then files everything that waits in one commit.</summary>
public sealed class Intake(IMessageStore store, MessageReader reader, OfficeSettings settings, CommitFeed feed) : IAsyncDisposable
{
    /// <summary>Accepts a submission; whole or not at all, on disk when it answers.</summary>
    public ValueTask<IntakeAnswer> Accept(Submission submission, CancellationToken cancellation) => throw new InvalidOperationException();

    /// <summary>True while submissions wait for the writer.</summary>
    public bool IsBusy => false;

    /// <summary>Takes nothing more in, finishes what waits.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
