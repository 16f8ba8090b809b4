namespace Chancery.Office;

/// <summary>The form in which messages are given out.</summary>
public enum ExportFormat
{
    /// <summary>One line a message with what lists show, for spreadsheets.</summary>
    Csv,

    /// <summary>One JSON object a line with everything that was read.</summary>
    JsonLines,

    /// <summary>The bytes as they came, one message behind another.</summary>
    Raw,
}
