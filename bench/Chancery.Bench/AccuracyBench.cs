using System.Globalization;
using System.Text.Json;
using Chancery.Exercise;
using Chancery.Messages;
using Chancery.Messages.Json;

namespace Chancery.Bench;

/// <summary>
/// How many fields of invented traffic are read as they truly are, by field: whole traffic, traffic with the usual share of garbles, and garbled
/// messages only. What was damaged is counted too: a field whose letters are gone cannot come back.
/// </summary>
internal sealed class AccuracyBench
{
    private const int Count = 4000;
    private const double UsualDamage = 0.05;

    /// <summary>What is the reader's account of the bytes, not what the message says.</summary>
    private static readonly string[] LeftOut = ["file", "line", "offset", "length", "findings", "derived", "span", "parts", "raw"];
    private readonly SortedDictionary<string, (int Right, int All)> fields = new(StringComparer.Ordinal);

    /// <summary>Prints the table of each kind of traffic.</summary>
    public static void Run(Report report)
    {
        Run("whole", 0, onlyGarbled: false, report);
        Run("one in twenty garbled", UsualDamage, onlyGarbled: false, report);
        Run("garbled only", 1, onlyGarbled: true, report);
    }

    private static void Run(string name, double damage, bool onlyGarbled, Report report)
    {
        var reader = new MessageReader(ReaderOptions.Default with { Directory = ExerciseDirectory.Read() });
        var bench = new AccuracyBench();
        var traffic = ExerciseTraffic.Generate(
            new ExerciseOptions
            {
                Seed = 11,
                Count = Count,
                Damage = damage,
            }
        );
        foreach (var message in traffic.Where(message => !onlyGarbled || !message.IsWhole))
        {
            var read = reader.ReadAll(message.Bytes);
            bench.Compare("", Json(message.Truth), Json(read.MaxBy(one => one.Raw.Length)!));
        }
        bench.Tell(name, report);
    }

    private void Tell(string name, Report report)
    {
        foreach (var (field, (right, all)) in fields.Where(field => field.Value.Right < field.Value.All))
        {
            Console.WriteLine($"  {field, -46} {right, 7} of {all, 7}  {Share(right, all)}");
        }
        var (sum, total) = (fields.Values.Sum(field => field.Right), fields.Values.Sum(field => field.All));
        report.Add("accuracy", $"{name}: fields right", 100.0 * sum / total, "%");
    }

    private static string Share(int right, int all) => (100.0 * right / all).ToString("F2", CultureInfo.InvariantCulture) + " %";

    private void Compare(string path, JsonElement truth, JsonElement read)
    {
        if (truth.ValueKind == JsonValueKind.Object && read.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in truth.EnumerateObject().Where(member => !LeftOut.Contains(member.Name)))
            {
                Compare(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value, read.GetProperty(member.Name));
            }
            return;
        }
        if (truth.ValueKind == JsonValueKind.Array)
        {
            var same = read.ValueKind == JsonValueKind.Array && truth.GetArrayLength() == read.GetArrayLength();
            Note($"{path}, how many", same);
            for (var i = 0; same && i < truth.GetArrayLength(); i++)
            {
                Compare(path + "[]", truth[i], read[i]);
            }
            return;
        }
        Note(path, truth.GetRawText() == read.GetRawText());
    }

    private void Note(string path, bool isRight)
    {
        var (right, all) = fields.GetValueOrDefault(path);
        fields[path] = (right + (isRight ? 1 : 0), all + 1);
    }

    private static JsonElement Json(Message message)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            MessageJson.Write(writer, message, "");
        }
        return JsonElement.Parse(memory.ToArray());
    }
}
