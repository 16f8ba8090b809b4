using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Output;
using Chancery.Cli.Reading;
using Chancery.Messages;
using Chancery.Messages.Json;
using Chancery.Office;

namespace Chancery.Cli.Checking;

/// <summary>One run of <c>chancery check</c>: reads the inputs, mends them where asked, shows what is wrong and counts it.</summary>
internal sealed class CheckRun(Terminal terminal, ReaderOptions options)
{
    private readonly MessageReader reader = new(options);
    private readonly long[] bySeverity = new long[3];
    private long messages;
    private long mended;
    private int code;

    /// <summary>The form that the messages must have; null for any.</summary>
    public Profile? Profile { get; init; }

    public CheckForm Form { get; init; }

    public FixWriting Writing { get; init; }

    public int Run(string[] paths, CancellationToken cancellation)
    {
        if (Form == CheckForm.Sarif)
        {
            terminal.Out.Write(SarifLog.Begin());
        }
        // Every result brings its comma; that of the first is left out.
        var output = Form == CheckForm.Sarif ? new SkippingStream(terminal.Out, 1) : null;
        var reading = new OrderedReading(terminal, reader, output);
        var read = reading.Run(Inputs.Walk(terminal, paths, cancellation), Write, cancellation);
        if (Form == CheckForm.Sarif)
        {
            terminal.Out.Write(SarifLog.End());
        }
        var (errors, warnings, infos) = (
            bySeverity[(int)Severity.Error],
            bySeverity[(int)Severity.Warning],
            bySeverity[(int)Severity.Info]
        );
        var fixes = Writing == FixWriting.None && Form != CheckForm.Diff ? "" : $", {Counts.Of(mended, "repair")}";
        terminal.Say(
            $"{Counts.Of(messages, "message")}: {Counts.Of(errors, "error")}, {Counts.Of(warnings, "warning")}, {Counts.Of(infos, "remark")}{fixes}."
        );
        return Math.Max(Math.Max(code, read), errors > 0 ? ExitCodes.NotClean : ExitCodes.Done);
    }

    private void Write(IBufferWriter<byte> output, WalkedInput input, ImmutableArray<Message> read)
    {
        var all = read;
        if (Writing != FixWriting.None || Form == CheckForm.Diff)
        {
            var after = new MessageFixer(reader).Fix(input.Bytes);
            if (!after.Applied.IsEmpty && (Form == CheckForm.Diff || TryWrite(input, after)))
            {
                Interlocked.Add(ref mended, after.Applied.Length);
                all = reader.ReadAll(after.Bytes);
                Tell(output, input, after);
            }
        }
        foreach (var message in all)
        {
            Count(message);
        }
        switch (Form)
        {
            case CheckForm.Json:
                WriteJson(output, input, all);
                break;
            case CheckForm.Sarif:
                foreach (var message in all)
                {
                    SarifLog.WriteResults(output, message, input.Name);
                }
                break;
            case CheckForm.Text:
                WriteText(output, input, all);
                break;
        }
    }

    private void Tell(IBufferWriter<byte> output, WalkedInput input, FixedInput after)
    {
        if (Form == CheckForm.Diff)
        {
            UnifiedDiff.Write(output, MessageSheet.Clean(input.Name), input.Bytes, after.Bytes);
        }
        else if (Form == CheckForm.Text)
        {
            foreach (var fix in after.Applied)
            {
                Encoding.UTF8.GetBytes($"{MessageSheet.Clean(input.Name)}:{fix.Line}:{fix.Column}: fixed {fix.Id}: {fix.Title}.\n", output);
            }
        }
    }

    /// <summary>False where the input is no file of its own, or the file cannot be written: it is told, and the findings stay.</summary>
    private bool TryWrite(WalkedInput input, FixedInput after)
    {
        if (!File.Exists(input.Name) || new FileInfo(input.Name).Length != input.Bytes.Length)
        {
            Say($"{MessageSheet.Clean(input.Name)} is packed: unpack it to have it fixed.");
            return false;
        }
        try
        {
            Say(
                Writing == FixWriting.InPlace
                    ? $"{input.Name} is fixed; as it was: {FixedFile.WriteInPlace(input.Name, after.Bytes.Span)}"
                    : $"{input.Name} is fixed in {FixedFile.WriteBeside(input.Name, after.Bytes.Span)}"
            );
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Say(Troubles.Sentence(exception) ?? exception.Message);
            Volatile.Write(ref code, ExitCodes.NotReached);
            return false;
        }
    }

    /// <summary>Inputs are read side by side; the sentences of one must not run into another's.</summary>
    private void Say(string sentence)
    {
        lock (bySeverity)
        {
            terminal.Say(sentence);
        }
    }

    private void WriteText(IBufferWriter<byte> output, WalkedInput input, ImmutableArray<Message> all)
    {
        var file = MessageSheet.Clean(input.Name);
        foreach (var message in all)
        {
            var finder = new PlaceFinder(message);
            if (IsOfOtherProfile(message))
            {
                Encoding.UTF8.GetBytes($"{file}:{message.Line}:1: error profile: {OtherProfile(message)}\n", output);
            }
            foreach (var finding in message.Findings)
            {
                var (line, column) = finder.Find(finding.Span.Start);
                var severity = MessageSheet.Name(finding.Severity);
                var more = finding.Count > 1 ? $" ({finding.Count.ToString(CultureInfo.InvariantCulture)} times)" : "";
                Encoding.UTF8.GetBytes(
                    $"{file}:{line}:{column}: {severity} {finding.Id}: {MessageSheet.Clean(finding.Message)}{more}\n",
                    output
                );
            }
        }
    }

    private void WriteJson(IBufferWriter<byte> output, WalkedInput input, ImmutableArray<Message> all)
    {
        using var writer = new Utf8JsonWriter(output, JsonLine.Options);
        foreach (var message in all)
        {
            writer.WriteStartObject();
            writer.WriteString("file", input.Name);
            writer.WriteNumber("line", message.Line);
            writer.WriteNumber("offset", message.Offset);
            writer.WriteNumber("length", message.Raw.Length);
            writer.WriteString("profile", message.Profile.Name());
            writer.WriteBoolean("profileAsAsked", !IsOfOtherProfile(message));
            writer.WriteString("family", message.Family.Name());
            MessageJson.WriteIdentity(writer, message.MessageIdentity, message.TransmissionIdentity, message.ChannelIdentity);
            MessageJson.WriteFindings(writer, message);
            writer.WriteEndObject();
            writer.Flush();
            output.Write("\n"u8);
            writer.Reset();
        }
    }

    private bool IsOfOtherProfile(Message message) => Profile is { } asked && message.Profile != asked;

    private string OtherProfile(Message message) =>
        $"The message has the form {message.Profile.Name()}, {Profile!.Value.Name()} was asked for.";

    /// <summary>Inputs are read side by side.</summary>
    private void Count(Message message)
    {
        Interlocked.Increment(ref messages);
        if (IsOfOtherProfile(message))
        {
            Interlocked.Increment(ref bySeverity[(int)Severity.Error]);
        }
        foreach (var finding in message.Findings)
        {
            Interlocked.Add(ref bySeverity[(int)finding.Severity], finding.Count);
        }
    }
}
