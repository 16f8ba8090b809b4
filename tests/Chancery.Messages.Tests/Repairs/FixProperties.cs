using System.Collections.Immutable;
using System.Text;
using CsCheck;

namespace Chancery.Messages.Tests.Repairs;

/// <summary>What holds for every fix of every input.</summary>
public sealed class FixProperties
{
    private static readonly MessageReader Reader = new(new ReaderOptions { Outgoing = true });

    /// <summary>Faults of typists and lines, as pairs of what is right and what is met; several at once.</summary>
    private static readonly (string Right, string Wrong)[] Faults =
    [
        ("\nNNNN", "\nNNN"),
        ("RR RVEHAA", "RR   RVEHAA"),
        ("RR RVEHAA", "RP RVEHAA"),
        ("#0417 032", "#0417  032"),
        ("#0417\n", "#0418\n"),
        ("CCCCC", "CCCSC"),
        ("R 011200Z", "R PQQWPPZ"),
        ("C O N F I D E N T I A L", "CONFIDENTIAL"),
        ("C O N F I D E N T I A L", "SECRET"),
        ("NORTHPORT 000417", "NORTHPORT 417"),
        ("NORTHPORT 000417", "NORTHPORT-0417"),
        ("NORTHPORT 000417", "NORTHPORT000417"),
        ("TAGS: MASS, PREL", "TAGS: MASSPREL"),
        ("TAGS: MASS, PREL", "TAGS: MASS; PREL."),
        ("TAGS: MASS, PREL", "TAGS; MASS;\tMOPPS;"),
        ("SUBJECT: ", "SUBJECT:\n"),
        ("SUBJECT: ", "SUBJECT:   \n  \n"),
        ("\nREF:", "REF:"),
        ("1. (C)", "1. C)"),
        ("1. (C)", "1. ( c)"),
        ("2. (U)", "2. (U"),
        ("2. (U)", "2.(SBU/nf))"),
        ("\n", "\r\r\n"),
        ("E.O.", "[E.O.](#)"),
        ("STORES", "STORES\u2019"),
    ];

    private static readonly Gen<string> Faulty =
        from faults in Sample.AnyOf(Faults).List[0, 6]
        from sample in Sample.AnyOf([SoundTelegram.Text, .. Sample.All])
        from other in Sample.AnyOf("", SoundTelegram.Text, Sample.Header)
        select faults.Aggregate(sample, (text, fault) => text.Replace(fault.Right, fault.Wrong, StringComparison.Ordinal)) + other;

    private static readonly Gen<byte[]> Damaged =
        from text in Faulty
        from changes in Gen.Select(Gen.Int[0, 100_000], Gen.Char[' ', '~'], Gen.Int[0, 12]).List[0, 4]
        select Change(text, changes);

    [Fact]
    public void Applied_alone_a_fix_of_faulty_traffic_makes_its_finding_go_away() =>
        Faulty.Sample(text => AssertEveryFix(Encoding.UTF8.GetBytes(text)), iter: 2000);

    [Fact]
    public void So_it_does_in_damaged_traffic() => Damaged.Sample(AssertEveryFix, iter: 3000);

    [Fact]
    public void Where_all_safe_fixes_were_applied_none_is_left_and_no_error_is_new() =>
        Damaged.Sample(
            input =>
            {
                var before = Reader.ReadAll(input);
                var mended = new MessageFixer(Reader).Fix(input);
                var after = Reader.ReadAll(mended.Bytes);

                Assert.DoesNotContain(after.SelectMany(m => m.Findings), f => f.Fix is { IsSafe: true });
                Assert.True(
                    Errors(after).IsSubsetOf(Errors(before)),
                    $"{string.Join(' ', mended.Applied)} bring {string.Join(' ', Errors(after).Except(Errors(before)))} to\n{Encoding.UTF8.GetString(input)}"
                );
            },
            iter: 2000
        );

    private static HashSet<string> Errors(ImmutableArray<Message> messages) =>
        [.. messages.SelectMany(m => m.Findings).Where(f => f.Severity == Severity.Error).Select(f => f.Id)];

    private static void AssertEveryFix(byte[] input)
    {
        foreach (var message in Reader.ReadAll(input))
        {
            foreach (var finding in message.Findings.Where(f => f.Fix is not null))
            {
                var edits = finding.Fix!.Edits;
                AssertAscending(edits, message.Raw.Length);
                var mended = MessageFixer.Apply(message.Raw.Span, edits);
                AssertAllElseIsEqual(message.Raw.Span, mended, edits);
                Assert.True(
                    Count(Reader.Read(mended), finding.Id) < Count(Reader.Read(message.Raw), finding.Id),
                    $"{finding.Id} is still there: {finding.Message}\n{Encoding.UTF8.GetString(message.Raw.Span)}"
                );
            }
        }
    }

    private static int Count(Message message, string id) => message.Findings.Where(f => f.Id == id).Sum(f => f.Count);

    private static void AssertAscending(ImmutableArray<FixEdit> edits, int length)
    {
        var at = 0;
        foreach (var edit in edits)
        {
            Assert.InRange(edit.Span.Start, at, length);
            Assert.InRange(edit.Span.End, edit.Span.Start, length);
            at = edit.Span.End;
        }
        Assert.NotEmpty(edits);
    }

    private static void AssertAllElseIsEqual(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, ImmutableArray<FixEdit> edits)
    {
        var (from, to) = (0, 0);
        foreach (var edit in edits)
        {
            var kept = edit.Span.Start - from;
            Assert.True(before.Slice(from, kept).SequenceEqual(after.Slice(to, kept)));
            var text = Encoding.UTF8.GetBytes(edit.Text);
            Assert.True(after.Slice(to + kept, text.Length).SequenceEqual(text));
            (from, to) = (edit.Span.End, to + kept + text.Length);
        }
        Assert.True(before[from..].SequenceEqual(after[to..]));
    }

    private static byte[] Change(string text, List<(int Where, char With, int Length)> changes)
    {
        var changed = new StringBuilder(text);
        foreach (var (where, with, length) in changes)
        {
            var at = where % changed.Length;
            changed.Remove(at, Math.Min(length, changed.Length - at)).Insert(at, with);
        }
        return Encoding.UTF8.GetBytes(changed.ToString());
    }
}
