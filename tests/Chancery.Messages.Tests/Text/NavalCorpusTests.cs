using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Chancery.Messages.Tests.Text;

/// <summary>Subject, serial and reference letters of the open corpus against a scan that knows nothing of the reader.</summary>
public sealed partial class NavalCorpusTests
{
    private const int Stub = 400;

    [Fact]
    public void Subject_serial_and_letters_are_read_as_a_plain_scan_sees_them()
    {
        var rows = 0;
        var misses = new List<string>();
        foreach (var (name, bytes) in Files())
        {
            var text = Encoding.UTF8.GetString(bytes);
            var message = new MessageReader().ReadAll(bytes)[0];
            if (SubjectScan().Match(text) is { Success: true } subject)
            {
                Row($"{name} subject", Words(subject.Groups[1].Value), Words(message.Subject?.Text ?? ""));
            }
            if (SerialScan().Match(text) is { Success: true } serial)
            {
                Row($"{name} serial", serial.Groups[1].Value, message.Serial?.Number ?? "");
            }
            var letters = string.Concat(LetterScan().Matches(text).Select(match => match.Groups[1].Value));
            var read = string.Concat(message.References.Select(r => r.Label));
            if (letters.Length > 0 && letters.Distinct().Count() == letters.Length)
            {
                // The scan sees letters at the start of a line only; the reader may see more between them, never fewer.
                Row($"{name} letters", letters, string.Concat(read.Where(letters.Contains)));
            }
        }
        Assert.True(rows > 8_000, $"Only {rows} rows: the scan finds too little.");
        Assert.True(misses.Count <= rows / 500, $"{misses.Count} of {rows} differ: {string.Join("; ", misses.Take(10))}");

        void Row(string what, string expected, string found)
        {
            rows++;
            if (expected != found)
            {
                misses.Add($"{what}: {expected} <> {found}");
            }
        }
    }

    private static string Words(string text) =>
        string.Join(' ', new string([.. text.Where(char.IsAscii)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string Name, byte[] Bytes)> Files()
    {
        var path = Directory.EnumerateFiles(Shared.Folder("corpus"), "*.tar.gz").First();
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is { Length: >= Stub } stream)
            {
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                yield return (Path.GetFileName(entry.Name), bytes);
            }
        }
    }

    [GeneratedRegex(@"^SUBJ/([^/\n\r]+(?:\r?\n[^/\n\r]+)*?)//", RegexOptions.Multiline)]
    private static partial Regex SubjectScan();

    [GeneratedRegex(@"^NAVADMIN (\d{3})/\d\d\s*$", RegexOptions.Multiline)]
    private static partial Regex SerialScan();

    [GeneratedRegex("^REF/([A-Z])/", RegexOptions.Multiline)]
    private static partial Regex LetterScan();
}
