using System.Buffers;
using System.Text;
using System.Text.Json;
using Chancery.Exercise;
using Chancery.Messages;
using Chancery.Messages.Json;
using MimeKit;

namespace Chancery.Bench;

/// <summary>
/// How fast messages are read, beside a bare line loop over the same bytes and MimeKit parsing the same texts as mail. All three run in turn on one
/// thread, so that a busy machine slows them alike; the ratios are what counts. Time is processor time of this process.
/// </summary>
internal static class ReadingBench
{
    private const int MostRounds = 60;
    private const int FlatRounds = 5;
    private const string MailHeader =
        "From: north@example.org\r\nTo: west@example.org\r\nSubject: exercise\r\nDate: Mon, 29 Sep 2008 12:21:00 +0000\r\n"
        + "Message-Id: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\n";

    /// <summary>Measures a folder of messages, or exercise traffic where none is given.</summary>
    public static void Run(string? folder, Report report)
    {
        var texts = folder is null
            ? Exercise()
            : Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes)
                .ToArray();
        var header = Encoding.ASCII.GetBytes(MailHeader);
        var mails = texts.Select(text => (byte[])[.. header, .. text]).ToArray();
        // An office reads its own traffic with its own directory.
        var reader = folder is null
            ? new MessageReader(ReaderOptions.Default with { Directory = ExerciseDirectory.Read() })
            : new MessageReader();
        var events = new EventReader(reader.Options);
        var messages = 0;
        var told = 0;
        var json = new ArrayBufferWriter<byte>(1 << 20);
        (string Name, Action Work)[] peers =
        [
            ("bare line loop", () => Array.ForEach(texts, text => Lines(text))),
            ("full reading and checks", () => messages = texts.Sum(text => reader.ReadAll(text).Length)),
            ("the same, all fields to JSON", () => Array.ForEach(texts, text => Write(reader, text, json))),
            ("MimeKit, headers and text touched", () => Array.ForEach(mails, mail => Touch(mail))),
            ("framing and headings as events", () => told = texts.Sum(text => events.Read(text).Count())),
        ];
        var best = Measure(peers);
        var area = folder is null ? "reading, exercise" : "reading, folder";
        var megabytes = texts.Sum(text => (long)text.Length) / 1e6;
        report.Add(area, peers[0].Name, megabytes / best[0], "MB/s");
        report.Add(area, peers[3].Name, megabytes / best[3], "MB/s");
        report.Add(area, $"{peers[4].Name}, {told / messages} each", megabytes / best[4], "MB/s", best[0] / best[4], "line loop");
        report.Add(area, peers[1].Name, megabytes / best[1], "MB/s", best[3] / best[1], "MimeKit");
        report.Add(area, peers[2].Name, megabytes / best[2], "MB/s", best[3] / best[2], "MimeKit");
        report.Add(area, "full reading and checks", messages / best[1], "messages/s", best[0] / best[1], "line loop");
        report.Add(area, "memory for full reading", Allocated(peers[1].Work) / 1024 / messages, "KB/message");
    }

    private static byte[][] Exercise() =>
        [
            .. ExerciseTraffic
                .Generate(
                    new ExerciseOptions
                    {
                        Seed = 7,
                        Count = 4000,
                        Damage = 0.05,
                    }
                )
                .Select(m => m.Bytes),
        ];

    /// <summary>The best time of each, in seconds, once no round has been better for a while.</summary>
    private static double[] Measure((string Name, Action Work)[] peers)
    {
        var best = new double[peers.Length];
        Array.Fill(best, double.MaxValue);
        for (int round = 0, flat = 0; round < MostRounds && flat < FlatRounds; round++)
        {
            flat++;
            for (var i = 0; i < peers.Length; i++)
            {
                GC.Collect();
                var before = Environment.CpuUsage.TotalTime;
                peers[i].Work();
                var seconds = Math.Max((Environment.CpuUsage.TotalTime - before).TotalSeconds, 1e-6);
                if (seconds < best[i] * 0.98)
                {
                    flat = 0;
                }
                best[i] = Math.Min(best[i], seconds);
            }
        }
        return best;
    }

    private static int Lines(ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (text.IndexOf((byte)'\n') is >= 0 and var end)
        {
            count++;
            text = text[(end + 1)..];
        }
        return count;
    }

    /// <summary>Reads and writes everything that is known of the messages.</summary>
    private static void Write(MessageReader reader, byte[] text, ArrayBufferWriter<byte> json)
    {
        json.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(json);
        foreach (var message in reader.ReadAll(text))
        {
            MessageJson.Write(writer, message, "-");
            writer.Flush();
            writer.Reset();
        }
    }

    private static double Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Parses a mail and touches every header and the text.</summary>
    private static int Touch(byte[] mail)
    {
        using var stream = new MemoryStream(mail);
        using var message = MimeMessage.Load(stream);
        return message.Headers.Sum(header => header.Value.Length) + (message.TextBody?.Length ?? 0);
    }
}
