namespace Chancery.Messages;

/// <summary>What the writer made of a message.</summary>
/// <param name="Transmissions">
/// The transmissions in their order, one for each section, read again from the bytes written: the bytes are <see cref="Message.Raw"/>, what the
/// checks before sending say is in <see cref="Message.Findings"/>. Empty where the message cannot be written.
/// </param>
/// <param name="Lost">What the form cannot carry or carries otherwise, a sentence each; empty where all is there.</param>
/// <param name="Refusals">Why the message cannot be written in this form, a sentence each; empty where it was.</param>
public sealed record WrittenMessage(ImmutableArray<Message> Transmissions, ImmutableArray<string> Lost, ImmutableArray<string> Refusals)
{
    /// <summary>True where the message was written.</summary>
    public bool IsWritten => Refusals.IsEmpty;

    internal static WrittenMessage Refused(IEnumerable<string> refusals) => new([], [], [.. refusals]);
}
