namespace Chancery.Office;

/// <summary>The <c>[smtp]</c> section of the settings: mail taken in and the relay that takes ours.</summary>
public sealed record SmtpSettings
{
    /// <summary>HOST:PORT to listen at; null takes no mail in.</summary>
    public string? Listen { get; init; }

    /// <summary>Addresses of the machines whose mail is taken; nobody else's is.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>HOST:PORT of the machine that takes our mail; null sends none.</summary>
    public string? Relay { get; init; }

    /// <summary>The mailbox our mail comes from.</summary>
    public string From { get; init; } = "chancery@localhost";

    /// <summary>Path of the certificate, PEM; with a key the door offers STARTTLS.</summary>
    public string? Certificate { get; init; }

    /// <summary>Path of its key, PEM.</summary>
    public string? Key { get; init; }
}
