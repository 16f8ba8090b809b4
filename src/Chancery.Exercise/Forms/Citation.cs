namespace Chancery.Exercise.Forms;

using World;

/// <summary>An earlier message, or a paper, that a message refers to.</summary>
/// <param name="From">Its station.</param>
/// <param name="Number">Its State number; 0 where it has none.</param>
/// <param name="Time">Its date-time group.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Kind">Cable, military message, document or e-mail.</param>
internal sealed record Citation(Station From, long Number, DateTimeOffset Time, string Subject, ReferenceKind Kind)
{
    /// <summary>True where the addressee need not have it.</summary>
    public bool IsNotal { get; init; }

    /// <summary>For an e-mail: the two correspondents' surnames.</summary>
    public string Pair { get; init; } = "";
}
