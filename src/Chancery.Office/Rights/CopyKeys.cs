namespace Chancery.Office;

/// <summary>
/// By what copies of a message are told, whatever bytes they came in: the same text, or the same originator, date-time group and section where more speaks
/// for it than these, for a large post writes several messages in one minute.
/// </summary>
/// <param name="Logged">Its identity and the hash of its text.</param>
/// <param name="Number">Its message reference number without year; null where it has none.</param>
/// <param name="IsMarkedCorrected">True where it says that it is a corrected copy.</param>
public sealed record CopyKeys(LoggedMessage Logged, string? Number, bool IsMarkedCorrected)
{
    private static readonly string NoText = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([]));

    /// <summary>Those of a message.</summary>
    public static CopyKeys Of(Message message) => Of(message, LoggedMessage.Of(message));

    /// <summary>Those of a message whose entry in the log is made already.</summary>
    public static CopyKeys Of(Message message, LoggedMessage logged) =>
        new(logged, message.Mrn is { } mrn ? NumberKey.Of(mrn).Bare : null, DuplicateTable.IsMarkedCorrected(message));

    /// <summary>The hash of the text; null where there is none, by which nothing is known again.</summary>
    public string? Text => Logged.TextHash == NoText ? null : Logged.TextHash;

    /// <summary>True where one of the two is a copy of the other.</summary>
    public bool IsCopyOf(CopyKeys other) => (Text is not null && Text == other.Text) || IsSameMessage(other);

    private bool IsSameMessage(CopyKeys other) =>
        new MessageKeys(Logged, null).IsSameMessage(other.Logged)
        && (
            Number is not null && other.Number is not null
                ? Number == other.Number
                : IsMarkedCorrected || other.IsMarkedCorrected || Logged.IsDamaged != other.Logged.IsDamaged
        );
}
