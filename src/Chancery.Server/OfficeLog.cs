using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Server;

/// <summary>
/// The log, a line an event: plain for people, or a JSON object. It holds what the program says of itself and never what it was given: of an exception its
/// kind and where it came from, of another library's event its pattern without the values.
/// </summary>
internal sealed class OfficeLog(TextWriter output, bool isJson, TimeProvider clock) : ILoggerProvider
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Lock gate = new();

    /// <summary>Notes a sentence of ours.</summary>
    public void Say(string sentence) => Write("information", "chancery", sentence, null);

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => new Source(this, categoryName);

    /// <inheritdoc />
    public void Dispose()
    {
        // The output belongs to whoever gave it.
    }

    private void Write(string level, string source, string what, Exception? fault)
    {
        var line = isJson ? AsJson(level, source, what, fault) : AsText(source, what, fault);
        lock (gate)
        {
            output.WriteLine(line);
        }
    }

    private static string AsText(string source, string what, Exception? fault) =>
        (source == "chancery" ? "chancery: " : $"chancery: {source}: ") + what + (fault is null ? "" : $" [{Kinds(fault)}]");

    private string AsJson(string level, string source, string what, Exception? fault)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            json.WriteStartObject();
            json.WriteString("at", clock.GetUtcNow());
            json.WriteString("level", level);
            json.WriteString("source", source);
            json.WriteString("what", what);
            if (fault is not null)
            {
                json.WriteString("fault", Kinds(fault));
                json.WriteString("where", fault.StackTrace?.ReplaceLineEndings(" |"));
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static string Kinds(Exception fault) =>
        fault.GetType().Name + (fault.InnerException is { } inner ? " from " + Kinds(inner) : "");

    private sealed class Source(OfficeLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                log.Write(logLevel.ToString().ToLowerInvariant(), name, Pattern(state) ?? eventId.Name ?? "an event", exception);
            }
        }

        private static string? Pattern<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values
                ? values.FirstOrDefault(value => value.Key == "{OriginalFormat}").Value as string
                : null;
    }
}
