using System.Text.Json;

namespace Chancery.Office;

/// <summary>Rows of lists as JSON (design: rows in lists), written and read by hand.</summary>
public static class RowJson
{
    /// <summary>Writes a row as one object.</summary>
    public static void Write(Utf8JsonWriter writer, MessageRow row) => throw new InvalidOperationException();
}
