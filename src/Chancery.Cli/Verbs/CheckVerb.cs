using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Cli.Output;
using Chancery.Cli.Reading;
using Chancery.Messages;
using Chancery.Messages.Json;
using Chancery.Office;

namespace Chancery.Cli.Verbs;

/// <summary><c>chancery check</c>: what is wrong with messages, like a compiler says it.</summary>
internal static class CheckVerb
{
    private static readonly Profile[] Profiles = [Profile.State, Profile.Acp127Us, Profile.Acp127, Profile.Acp128, Profile.Reading];

    public static Verb Create(Terminal terminal)
    {
        var paths = SharedOptions.Paths();
        var profile = SharedOptions.OneOf("--profile", "The form that the messages must have", [.. Profiles.Select(p => p.Name())]);
        var outgoing = new Option<bool>("--outgoing") { Description = "Judge as before sending: more is an error." };
        var json = SharedOptions.Json("JSON Lines: one object a message, with its findings.");
        var format = SharedOptions.OneOf("--format", "How to show findings", "text", "json");
        var verb = new Verb("check", "Say what is wrong with messages, as 'file:line:column: severity ID: text'.")
        {
            paths,
            profile,
            outgoing,
            json,
            format,
        };
        verb.Examples =
        [
            ("chancery check message.txt", "as received"),
            ("chancery check --outgoing draft.txt", "before it is sent"),
            ("chancery check --json traffic/", "for programs"),
        ];
        verb.Exits = ", 1 an error was found";
        verb.SetAction(
            (parsed, cancellation) =>
            {
                var asked = parsed.GetValue(profile);
                var checking = new Checking(
                    terminal,
                    asked is null ? null : Profiles.First(p => p.Name().Equals(asked, StringComparison.OrdinalIgnoreCase)),
                    parsed.GetValue(json) || string.Equals(parsed.GetValue(format), "json", StringComparison.OrdinalIgnoreCase)
                );
                var options = ReaderOptions.Default with { Outgoing = parsed.GetValue(outgoing) };
                return Task.FromResult(checking.Run(parsed.GetValue(paths)!, options, cancellation));
            }
        );
        return verb;
    }

    private sealed class Checking(Terminal terminal, Profile? profile, bool json)
    {
        private readonly long[] bySeverity = new long[3];
        private long messages;

        public int Run(string[] paths, ReaderOptions options, CancellationToken cancellation)
        {
            var reading = new OrderedReading(terminal, new MessageReader(options));
            var code = reading.Run(Inputs.Walk(terminal, paths, cancellation), json ? WriteJson : WriteText, cancellation);
            var (errors, warnings, infos) = (
                bySeverity[(int)Severity.Error],
                bySeverity[(int)Severity.Warning],
                bySeverity[(int)Severity.Info]
            );
            terminal.Say(
                $"{Counts.Of(messages, "message")}: {Counts.Of(errors, "error")}, {Counts.Of(warnings, "warning")}, {Counts.Of(infos, "remark")}."
            );
            return Math.Max(code, errors > 0 ? ExitCodes.NotClean : ExitCodes.Done);
        }

        private void WriteText(IBufferWriter<byte> output, WalkedInput input, ImmutableArray<Message> all)
        {
            var file = MessageSheet.Clean(input.Name);
            foreach (var message in all)
            {
                var finder = new PlaceFinder(message);
                Count(message);
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
                Count(message);
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

        private bool IsOfOtherProfile(Message message) => profile is { } asked && message.Profile != asked;

        private string OtherProfile(Message message) =>
            $"The message has the form {message.Profile.Name()}, {profile!.Value.Name()} was asked for.";

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
}
