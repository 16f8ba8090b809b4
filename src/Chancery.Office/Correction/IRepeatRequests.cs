namespace Chancery.Office;

/// <summary>Where requests for repetition are kept until they are answered: by a copy that comes, or by the end of the hold. Thread-safe.</summary>
public interface IRepeatRequests
{
    /// <summary>Notes that a transmission was asked for; once more where it was before.</summary>
    void Ask(MessageId message, string circuit, string number, Precedence precedence, string who);

    /// <summary>Requests without an answer, oldest first.</summary>
    IReadOnlyList<RepeatRequest> Open();
}
