using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Output;
using Chancery.Cli.Reading;
using Chancery.Messages;
using Chancery.Messages.Json;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery read</c>: show messages.</summary>
internal static class ReadVerb
{
    public static Verb Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        var json = SharedOptions.Json("JSON Lines: one object a message, everything that was read.");
        var raw = new Option<bool>("--raw") { Description = "The bytes of the input exactly as they are." };
        var plain = new Option<bool>("--plain")
        {
            Description = "The text of each message alone, freed of page lines and control characters.",
        };
        var assemble = new Option<bool>("--assemble")
        {
            Description = "Behind all messages, also show each message of which sections are there as one.",
        };
        var format = SharedOptions.OneOf("--format", "Another way to say what to show", "text", "json", "raw", "plain");
        var verb = new Verb("read", "Show what messages say: heading, classification, subject, references, paragraphs, findings.")
        {
            paths,
            json,
            raw,
            plain,
            format,
            assemble,
        };
        verb.Examples =
        [
            ("chancery read message.txt", "laid out for people"),
            ("chancery read --json traffic/ | jq .subject", "every message of a folder"),
            ("chancery read --plain archive.tar.gz", "the words alone"),
            ("chancery read --assemble sections/", "sections put together as well"),
            ("chancery read - < message.txt", "from standard input"),
        ];
        verb.Exits = " (findings do not change it)";
        verb.Validators.Add(result =>
        {
            if (new[] { json, raw, plain }.Count(result.GetValue) + (result.GetValue(format) is null ? 0 : 1) > 1)
            {
                result.AddError("Only one of --json, --raw, --plain and --format can be shown.");
            }
            if (result.GetValue(assemble) && (result.GetValue(raw) || result.GetValue(format) == "raw"))
            {
                result.AddError("--assemble puts messages together that were read; --raw shows the input as it is.");
            }
        });
        verb.SetAction(
            (parsed, cancellation) =>
            {
                var form =
                    parsed.GetValue(json) ? "json"
                    : parsed.GetValue(raw) ? "raw"
                    : parsed.GetValue(plain) ? "plain"
                    : parsed.GetValue(format)?.ToLowerInvariant() ?? "text";
                return Task.FromResult(Run(terminal, parsed.GetValue(paths)!, form, parsed.GetValue(assemble), cancellation));
            }
        );
        return verb;
    }

    private static int Run(Terminal terminal, string[] paths, string form, bool assemble, CancellationToken cancellation)
    {
        var inputs = Inputs.Walk(terminal, paths, cancellation);
        if (form == "raw")
        {
            return WriteRaw(terminal, inputs);
        }
        var reader = new MessageReader();
        var sections = assemble ? new SectionsShown(terminal, reader) : null;
        OrderedReading.Writing write = form switch
        {
            "json" => WriteJson,
            "plain" => WritePlain,
            _ => WriteSheets,
        };
        var code = new OrderedReading(terminal, reader).Run(
            inputs,
            (output, input, messages) =>
            {
                sections?.Add(input.Name, messages);
                write(output, input, messages);
            },
            cancellation
        );
        sections?.Show(form);
        return code;

        void WriteSheets(IBufferWriter<byte> output, WalkedInput input, ImmutableArray<Message> messages)
        {
            if (messages.IsEmpty)
            {
                Encoding.UTF8.GetBytes($"{MessageSheet.Clean(input.Name)}: empty, no message\n", output);
            }
            foreach (var message in messages)
            {
                var sheet = new Sheet(terminal.Width, terminal.Colour);
                if (paths.Length > 1 || messages.Length > 1 || input.Name != paths[0])
                {
                    sheet.Put($"{input.Name}:{message.Line}", Ink.Faint).Line();
                }
                MessageSheet.Write(sheet, message);
                Encoding.UTF8.GetBytes(sheet.Line().ToString(), output);
            }
        }
    }

    /// <summary>The messages of an input, joined, are the input: no need to read it.</summary>
    private static int WriteRaw(Terminal terminal, IEnumerable<WalkedInput> inputs)
    {
        var code = ExitCodes.Done;
        foreach (var input in inputs)
        {
            if (input.Problem is { } problem)
            {
                terminal.Say(problem);
                code = ExitCodes.NotReached;
            }
            terminal.Out.Write(input.Bytes.Span);
        }
        return code;
    }

    private static void WriteJson(IBufferWriter<byte> output, WalkedInput input, ImmutableArray<Message> messages)
    {
        using var writer = new Utf8JsonWriter(output, JsonLine.Options);
        foreach (var message in messages)
        {
            MessageJson.Write(writer, message, input.Name);
            writer.Flush();
            output.Write("\n"u8);
            writer.Reset();
        }
    }

    private static void WritePlain(IBufferWriter<byte> output, WalkedInput input, ImmutableArray<Message> messages)
    {
        foreach (var message in messages)
        {
            Encoding.UTF8.GetBytes(PlainText.Of(message), output);
            output.Write("\n"u8);
        }
    }
}
