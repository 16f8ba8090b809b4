using System.Diagnostics;
using System.Globalization;

namespace Chancery.Messages.Tests.Fuzz;

/// <summary>
/// Damaged messages through framing, reading, fixing and writing. As a test so many rounds from a fixed seed; eng/fuzz runs it for a time from any seed.
/// </summary>
public sealed class FuzzTests
{
    private const int Rounds = 400;

    private static readonly MessageReader Reader = new();
    private static readonly MessageReader Outgoing = new(ReaderOptions.Default with { Outgoing = true });
    private static readonly MessageFixer Fixer = new(Reader);
    private static readonly MessageWriter Writer = new(WriterOptions.Default with { LineEnd = LineEnd.Lf });
    private static readonly Profile[] Profiles = Enum.GetValues<Profile>();

    [Fact]
    public void Nothing_throws_nothing_is_lost_and_what_is_written_reads_the_same()
    {
        var seconds = Number("CHANCERY_FUZZ_SECONDS");
        var seed = Number("CHANCERY_FUZZ_SEED") ?? 1;
        var clock = Stopwatch.StartNew();
        var failures = new List<string>();
        var rounds = 0;
        for (; seconds is { } limit ? clock.Elapsed.TotalSeconds < limit : rounds < Rounds; rounds++)
        {
            var mutator = new Mutator(unchecked((seed * 1_000_003) + rounds));
            var input = mutator.Make(Seeds.All);
            if (Fault(input, Profiles[mutator.Next(Profiles.Length)]) is { } fault && failures.Count < 20)
            {
                failures.Add($"seed {seed} round {rounds}: {fault}\n{Convert.ToBase64String(input)}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: {rounds} rounds, {failures.Count} failures");
        if (Environment.GetEnvironmentVariable("CHANCERY_FUZZ_REPORT") is { Length: > 0 } report)
        {
            File.WriteAllText(report, $"seed {seed}: {rounds} rounds, {failures.Count} failures\n{string.Join('\n', failures)}");
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    /// <summary>What is wrong with the handling of an input; null where nothing is.</summary>
    private static string? Fault(byte[] input, Profile profile)
    {
        try
        {
            var messages = Reader.ReadAll(input);
            if (!messages.SelectMany(message => message.Raw.ToArray()).SequenceEqual(input))
            {
                return "the messages joined are not the input";
            }
            Outgoing.ReadAll(input);
            foreach (var message in messages)
            {
                if (message.Parts.Sum(part => part.Span.Length) != message.Raw.Length)
                {
                    return "the parts do not tile the message";
                }
                if (message.Findings.Any(finding => finding.Span.End > message.Raw.Length))
                {
                    return "a finding stands outside the message";
                }
                if (Writing(message, profile) is { } fault)
                {
                    return fault;
                }
            }
            var once = Fixer.Fix(input);
            var twice = Fixer.Fix(once.Bytes);
            return twice.Applied.IsEmpty || twice.Bytes.Length > 0 ? null : "a fix emptied the input";
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private static string? Writing(Message message, Profile profile)
    {
        if (!Writer.Write(message).Transmissions[0].Raw.Span.SequenceEqual(message.Raw.Span))
        {
            return "an unchanged message was not written as its bytes";
        }
        foreach (var from in (ReadOnlySpan<Message>)[message, message with { Raw = default }])
        {
            var written = Writer.Write(from, profile);
            if (written.IsWritten == written.Transmissions.IsEmpty)
            {
                return "neither written nor refused";
            }
            if (written.Transmissions.Any(sent => Reader.ReadAll(sent.Raw).Length != 1))
            {
                return "a transmission is not one message";
            }
        }
        return null;
    }

    private static int? Number(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
