namespace Chancery.Office;

/// <summary>The texts of service messages by situation (transmission.md 5.4): data, one line each.</summary>
internal sealed class ServiceTemplates
{
    private readonly Dictionary<string, (Precedence Precedence, string Text)> byName = new(StringComparer.Ordinal);

    /// <summary>The carried texts.</summary>
    public ServiceTemplates()
    {
        using var stream = typeof(ServiceTemplates).Assembly.GetManifestResourceStream("service-messages")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(';');
            byName.Add(fields[0], (Precedences.FromLetter((byte)fields[1][0])!.Value, fields[2]));
        }
    }

    /// <summary>Precedence and text for a situation.</summary>
    public (Precedence Precedence, string Text) this[string name] => byName[name];
}
