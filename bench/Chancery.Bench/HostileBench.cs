using System.Text;
using Chancery.Exercise;
using Chancery.Messages;

namespace Chancery.Bench;

/// <summary>
/// What hostile input costs, beside what so many ordinary bytes and so many ordinary lines cost in the same run. Half of the time of ordinary traffic
/// is laid to its bytes and half to its lines; an input may cost three times the sum.
/// </summary>
internal static class HostileBench
{
    private const int Size = 4_000_000;
    private const int Rounds = 5;
    private const string Heading = "R 021015Z OCT 08\nFM NORTHPORT\nTO EASTPORT\nBT\n";

    private static readonly (string Name, string Head, string Repeated)[] Inputs =
    [
        ("one endless line", "", "EXERCISE "),
        ("short lines without a heading", "", "A\n"),
        ("nested brackets", "", "(((((((C "),
        ("lines of FM", "", "FM X\n"),
        ("lines of REF", Heading + "UNCLAS\n", "REF\n"),
        ("one chain of references", Heading + "UNCLAS NORTHPORT 0001\n\nREF: ", "A. NORTHPORT 817 AND "),
        ("near misses of labels", Heading + "UNCLAS NORTHPORT 0001\n\n", "E.0. 12958 DEC: TAG: SUB: REFS\n"),
        ("an authority without an end", Heading + "UNCLAS NORTHPORT 0001\n\n", "Classified B"),
        ("one set of slants", Heading + "UNCLAS\nSUBJ/", "A/"),
        ("sets without an end", Heading + "UNCLAS\n", "//REF/A/"),
        ("starts of messages", "", "ZCZC\n"),
        ("ends of messages", Heading, "NNNN\n"),
        ("breaks", Heading, "BT\n"),
        ("date-time groups", "", "R 021015Z OCT 08\n"),
        ("a letter-spaced text", Heading, "C O N F "),
        ("page lines", Heading + "UNCLAS\n", "PAGE 02 RUEHXX 0001 UNCLAS\n"),
        ("cancellations", Heading + "UNCLAS\nSUBJ/EXERCISE//\nRMKS/1. ", "REF A IS CANCELED. "),
        ("marks of portions", Heading + "C O N F I D E N T I A L NORTHPORT 0001\n", "1. (C/REL "),
        ("blanks", Heading, "          "),
        ("bytes that are no characters", Heading, "\u0000\u0008\u007F\u001B"),
    ];

    public static void Run(Report report)
    {
        var reader = new MessageReader();
        var ordinary = Encoding.ASCII.GetBytes(
            string.Concat(
                ExerciseTraffic.Generate(new ExerciseOptions { Seed = 7, Count = 2000 }).Select(m => Encoding.UTF8.GetString(m.Bytes))
            )
        );
        var usual = Time(reader, ordinary);
        var (perByte, perLine) = (usual / 2 / ordinary.Length, usual / 2 / Lines(ordinary));
        foreach (var (name, head, repeated) in Inputs)
        {
            var input = Encoding.Latin1.GetBytes(head + string.Concat(Enumerable.Repeat(repeated, Size / repeated.Length)));
            var seconds = Time(reader, input);
            var allowed = (input.Length * perByte) + (Lines(input) * perLine);
            report.Add("hostile", name, input.Length / 1e6 / seconds, "MB/s", seconds / allowed, "ordinary bytes and lines");
        }
    }

    private static int Lines(ReadOnlySpan<byte> bytes) => bytes.Count((byte)'\n') + 1;

    private static double Time(MessageReader reader, byte[] input)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            reader.ReadAll(input);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
        return Math.Max(best, 1e-6);
    }
}
