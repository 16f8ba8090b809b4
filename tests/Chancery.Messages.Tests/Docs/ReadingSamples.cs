using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Chancery.Messages.Json;

namespace Chancery.Messages.Tests.Docs;

/// <summary>
/// The samples of docs/reading.md, compiled and run: what stands between two comments of the same name is the block of the page with that name.
/// </summary>
internal static class ReadingSamples
{
    public static void Read(byte[] bytes, TextWriter output)
    {
        // sample: read
        var reader = new MessageReader();
        foreach (var message in reader.ReadAll(bytes))
        {
            output.WriteLine($"{message.MessageIdentity} {message.Subject?.Text}");
            foreach (var addressee in message.Action)
            {
                output.WriteLine($"  to {addressee.Name}");
            }
            foreach (var finding in message.Findings)
            {
                output.WriteLine($"  {finding.Severity} {finding.Id} at {finding.Span.Start}: {finding.Message}");
            }
        }
        // sample: read
    }

    public static void Events(byte[] bytes, TextWriter output)
    {
        // sample: events
        var gateway = new EventReader(ReaderOptions.Default with { Live = true });
        foreach (var found in gateway.Read(bytes))
        {
            var words = Encoding.ASCII.GetString(bytes, found.Span.Start, found.Span.Length);
            switch (found.Kind)
            {
                case MessageEventKind.CalledStation:
                    output.WriteLine($"route to {words}");
                    break;
                case MessageEventKind.Finding when found.Finding!.Severity == Severity.Error:
                    output.WriteLine($"hold: {found.Finding.Message}");
                    break;
                case MessageEventKind.MessageEnd:
                    output.WriteLine("next");
                    break;
            }
        }
        // sample: events
    }

    public static async Task Pipe(Stream stream, TextWriter output, CancellationToken cancellation)
    {
        // sample: pipe
        var pipe = PipeReader.Create(stream);
        await foreach (var message in new MessageStream().ReadAsync(pipe, cancellation))
        {
            output.WriteLine($"{message.Offset}: {message.TransmissionIdentity}");
        }
        await pipe.CompleteAsync();
        // sample: pipe
    }

    public static void Json(byte[] bytes, TextWriter output)
    {
        // sample: json
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            MessageJson.Write(json, new MessageReader().Read(bytes), file: "traffic.txt");
        }
        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
        // sample: json
    }

    public static byte[] Fix(byte[] bytes, TextWriter output)
    {
        // sample: fix
        var mended = new MessageFixer(new MessageReader()).Fix(bytes);
        foreach (var applied in mended.Applied)
        {
            output.WriteLine($"{applied.Line}:{applied.Column} {applied.Title} ({applied.Id})");
        }
        // sample: fix
        return mended.Bytes.ToArray();
    }

    public static void Join(byte[] bytes, TextWriter output)
    {
        // sample: sections
        var reader = new MessageReader();
        foreach (var whole in new Reassembly(reader).Join(reader.ReadAll(bytes)))
        {
            output.WriteLine($"{whole.Whole.Mrn?.Canonical}: {whole.Sections.Length} of {whole.Of} sections");
        }
        // sample: sections
    }

    public static void Build(DateTimeOffset now, TextWriter output)
    {
        // sample: build
        var draft = new MessageBuilder
        {
            Profile = Profile.Acp127Us,
            Family = TextFamily.NavalSet,
            Time = now,
            Level = Level.Unclassified,
            From = new Originator("HARBOUR BOARD NORTHPORT", []),
            Action = [new Addressee("PILOT OFFICE WESTPORT") { RoutingIndicator = "RVBWP" }],
            Station = "RVEHBNP",
            StationSerial = "0042",
            Called = ["RVBWP"],
            SubjectCode = "N02000",
            Subject = new Subject("EXERCISE BUOY SEVEN", null),
            Sets =
            [
                new MessageSet("MSGID", ["GENADMIN", "HARBOUR BOARD", "N1", "SEP"], default),
                new MessageSet("SUBJ", ["EXERCISE BUOY SEVEN"], default),
                new MessageSet("RMKS", [], default),
            ],
            Paragraphs =
            [
                new Paragraph("1", null, new Passage("BUOY SEVEN IS BACK IN PLACE.")),
                new Paragraph("2", null, new Passage("RELEASED BY CAPT ROE, HARBOUR MASTER.")),
            ],
        };
        if (!draft.TryBuild(out var message, out var mistakes))
        {
            output.WriteLine(string.Join('\n', mistakes));
            return;
        }
        var written = new MessageWriter(new WriterOptions { LineEnd = LineEnd.Lf }).Write(message, Profile.Acp128);
        output.Write(written.IsWritten ? Encoding.ASCII.GetString(written.Transmissions[0].Raw.Span) : string.Join('\n', written.Refusals));
        // sample: build
    }
}
