namespace Chancery.Office;

/// <summary>The <c>[smtp]</c> section of the settings: mail taken in.</summary>
public sealed record SmtpSettings
{
    /// <summary>HOST:PORT to listen at; null takes no mail in.</summary>
    public string? Listen { get; init; }

    /// <summary>Addresses of the machines whose mail is taken; nobody else's is.</summary>
    public ImmutableArray<string> Allow { get; init; } = [];

    /// <summary>Path of the certificate, PEM; with a key the door offers STARTTLS.</summary>
    public string? Certificate { get; init; }

    /// <summary>Path of its key, PEM.</summary>
    public string? Key { get; init; }
}
