namespace Chancery.Exercise.Forms;

/// <summary>A paragraph before it is numbered and marked.</summary>
/// <param name="Text">Its sentences in mixed case, on one line.</param>
/// <param name="IsLow">True where its mark is below that of the message.</param>
internal sealed record DraftParagraph(string Text, bool IsLow = false)
{
    /// <summary>A heading over it, upper-case, or null.</summary>
    public string? Heading { get; init; }

    /// <summary><c>summary</c>, <c>comment</c>, <c>action request</c>, or null.</summary>
    public string? Label { get; init; }
}
