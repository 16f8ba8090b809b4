using System.Runtime.InteropServices;

namespace Chancery.Office;

/// <summary>Counts what an import does while it runs.</summary>
internal sealed class ImportRun(long started)
{
    private readonly Dictionary<string, long> findings = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string>.Builder problems = ImmutableArray.CreateBuilder<string>();
    private long files;
    private long filed;
    private long duplicates;
    private long bytes;
    private long inputBytes;
    private long totalBytes;

    public long Started => started;

    public bool Interrupted { get; set; }

    /// <summary>Bytes of the files named; 0 while they are not counted.</summary>
    public long TotalBytes
    {
        get => Volatile.Read(ref totalBytes);
        set => Volatile.Write(ref totalBytes, value);
    }

    public void Begin(ReadInput input)
    {
        if (input.Input.Problem is { } problem)
        {
            problems.Add(problem);
            return;
        }
        files++;
        inputBytes = Math.Max(inputBytes, input.Input.InputBytes);
    }

    public void Filed(ReadInput input, int first, IReadOnlyList<CommitResult> results)
    {
        for (var i = 0; i < results.Count; i++)
        {
            bytes += input.Messages[first + i].Message.Raw.Length;
            if (results[i].Row is not { } row)
            {
                duplicates++;
                continue;
            }
            filed++;
            foreach (var finding in row.Findings)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(findings, finding, out _)++;
            }
        }
    }

    public ImportProgress Progress(bool indexed) => new(filed + duplicates, bytes, TotalBytes, inputBytes, indexed);

    public ImportSummary Summary(TimeSpan took) =>
        new()
        {
            Files = files,
            Messages = filed,
            Duplicates = duplicates,
            Bytes = bytes,
            Findings = [.. findings.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)],
            Problems = problems.ToImmutable(),
            Took = took,
            Interrupted = Interrupted,
        };
}
