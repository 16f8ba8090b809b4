using System.Text.Json;
using Chancery.Office;

namespace Chancery.Cli.Offices;

/// <summary>Counts what a server answers to an import; answers may come side by side.</summary>
internal sealed class ImportTally
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> findings = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];
    private long files;
    private long duplicates;
    private long filed;

    public bool Interrupted { get; set; }

    public long Messages => Interlocked.Read(ref filed) + Interlocked.Read(ref duplicates);

    public long Bytes { get; private set; }

    public void AddFile(long bytes)
    {
        lock (gate)
        {
            files++;
            Bytes += bytes;
        }
    }

    public void AddProblem(string sentence)
    {
        lock (gate)
        {
            problems.Add(sentence);
        }
    }

    public void AddAnswer(JsonElement answer)
    {
        lock (gate)
        {
            foreach (var accepted in answer.GetProperty("accepted").EnumerateArray())
            {
                if (accepted.GetProperty("duplicateOf").GetString() == accepted.GetProperty("id").GetString())
                {
                    duplicates++;
                    continue;
                }
                filed++;
                foreach (
                    var id in accepted
                        .GetProperty("findings")
                        .EnumerateArray()
                        .Select(finding => finding.GetProperty("id").GetString()!)
                        .Distinct()
                )
                {
                    findings[id] = findings.GetValueOrDefault(id) + 1;
                }
            }
        }
    }

    public ImportSummary Summary(TimeSpan took)
    {
        lock (gate)
        {
            return new ImportSummary
            {
                Files = files,
                Messages = filed,
                Duplicates = duplicates,
                Bytes = Bytes,
                Findings = [.. findings.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)],
                Problems = [.. problems],
                Took = took,
                Interrupted = Interrupted,
            };
        }
    }
}
