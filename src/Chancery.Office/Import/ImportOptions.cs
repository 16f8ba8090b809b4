namespace Chancery.Office;

/// <summary>How an import is done.</summary>
public sealed record ImportOptions
{
    /// <summary>The level of messages that bear none; null for that of the settings.</summary>
    public Level? Unmarked { get; init; }

    /// <summary>The door named in the origin.</summary>
    public string Door { get; init; } = "import";

    /// <summary>On whose behalf.</summary>
    public Reader Sender { get; init; } = Reader.Owner;
}
