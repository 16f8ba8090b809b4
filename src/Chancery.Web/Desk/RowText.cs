namespace Chancery.Web.Desk;

/// <summary>The words of a message in a list.</summary>
public static class RowText
{
    /// <summary>Order of the groups of a list: the highest first; none last.</summary>
    public static int Rank(MessageRow row) => row.Precedence.Action is { } precedence ? (int)precedence : -1;

    /// <summary>Name of the precedence, or a word that there is none.</summary>
    public static string PrecedenceName(Precedence? precedence) => precedence?.Name() ?? "NO PRECEDENCE";

    /// <summary>The time objective of a precedence (handling: time objectives), in words; null where there is none.</summary>
    public static string? Objective(Precedence? precedence) =>
        precedence switch
        {
            Precedence.Flash or Precedence.Critic or Precedence.EmergencyCommand => "objective 10 min",
            Precedence.Immediate or Precedence.NiactImmediate => "objective 30 min",
            Precedence.Priority => "objective 3 h",
            Precedence.Routine => "objective 6 h",
            _ => null,
        };

    /// <summary>The number people cite: message reference number, serial of a general message, else date-time group.</summary>
    public static string? Number(MessageRow row) =>
        row.Mrn is { } mrn ? $"{mrn.Post} {mrn.Number}"
        : row.Serial is { } serial ? $"{serial.Title} {serial.Number}{(serial.Year is { } year ? $"/{year % 100:00}" : "")}"
        : row.Dtg?.Raw;

    /// <summary>The subject, or a word that none was read.</summary>
    public static string Subject(MessageRow row) =>
        row.Subject is { Text.Length: > 0 } subject ? subject.Text
        : row.IsExtract ? Texts.SubjectWithheld
        : Texts.NoSubject;

    /// <summary>The originator, or a word that none was read.</summary>
    public static string Originator(MessageRow row) => row.From?.Name ?? (row.IsExtract ? Texts.OriginatorWithheld : Texts.NoOriginator);

    /// <summary>What else a row says: section or captions.</summary>
    public static string? Phrase(MessageRow row) =>
        row.IsExtract ? Texts.Extract
        : row.Section is { Number: { } number } section ? $"section {number} of {section.Of?.ToString() ?? "unknown"}"
        : row.Captions is [var caption, ..] ? caption
        : null;

    /// <summary>Which banner a level has.</summary>
    public static string Words(MessageRow row) => row.Level.Name();
}
