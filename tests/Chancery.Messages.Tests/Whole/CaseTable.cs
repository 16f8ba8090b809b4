namespace Chancery.Messages.Tests.Whole;

/// <summary>Tables of cases among the resources: a head, a text, and what is expected behind <c>=&gt;</c>.</summary>
internal static class CaseTable
{
    /// <summary>The tables of a folder, each with its cases; lines before the first head are remarks.</summary>
    public static IEnumerable<IReadOnlyList<(string Head, string Text, string Expected)>> All(string folder) =>
        typeof(CaseTable)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + ".", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Read(name).ToList());

    /// <summary>All cases of a folder, for a theory.</summary>
    public static TheoryData<string, string, string> Cases(string folder)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (head, text, expected) in All(folder).SelectMany(table => table))
        {
            data.Add(head, text, expected);
        }
        return data;
    }

    /// <summary>A reader for the circumstances that a head names.</summary>
    public static MessageReader Reader(string head)
    {
        var words = head.Contains('|', StringComparison.Ordinal) ? head[(head.IndexOf('|') + 1)..].Split(' ') : [];
        return new MessageReader(
            ReaderOptions.Default with
            {
                Live = words.Contains("live"),
                Outgoing = words.Contains("outgoing"),
                ShowsFunctions = words.Contains("functions"),
                ReceivedAt = words.Contains("received") ? new DateTimeOffset(2010, 6, 1, 12, 0, 0, TimeSpan.Zero) : null,
            }
        );
    }

    private static IEnumerable<(string Head, string Text, string Expected)> Read(string resource)
    {
        using var stream = typeof(CaseTable).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        string? head = null;
        var text = new List<string>();
        List<string>? expected = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                if (head is not null)
                {
                    yield return (head, string.Join('\n', text) + "\n", string.Join('\n', expected ?? []));
                }
                (head, expected) = (line[3..], null);
                text.Clear();
            }
            else if (line == "=>" && head is not null)
            {
                expected = [];
            }
            else
            {
                (expected ?? text).Add(line);
            }
        }
        if (head is not null)
        {
            yield return (head, string.Join('\n', text) + "\n", string.Join('\n', expected ?? []));
        }
    }
}
