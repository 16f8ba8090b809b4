using System.Text;
using Chancery.Messages.Tests.Fuzz;

namespace Chancery.Messages.Tests.Steps;

/// <summary>
/// Hostile input takes at most three times the steps of as many bytes and lines of ordinary messages. Half of the steps of ordinary messages is laid to
/// their bytes, half to their lines. Nothing is timed.
/// </summary>
public sealed class HostileStepsTests(HostileStepsTests.Ordinary ordinary) : IClassFixture<HostileStepsTests.Ordinary>
{
    private const int Size = 200_000;
    private const string Heading = "R 021015Z OCT 08\nFM NORTHPORT\nTO EASTPORT\nBT\n";
    private const string Telegram = Heading + "UNCLAS NORTHPORT 0001\n\n";

    public static TheoryData<string, string, string> Inputs =>
        new()
        {
            { "one endless line", "", "EXERCISE " },
            { "a million short lines", "", "A\n" },
            { "a million blank lines", Heading, "\n" },
            { "nested brackets", "", "(((((((C " },
            { "brackets in a text", Heading + "UNCLAS\n", "[(([" },
            { "lines of FM", "", "FM X\n" },
            { "a million REF", Heading + "UNCLAS\n", "REF\n" },
            { "a million REF in a telegram", Telegram, "REF: A\n" },
            { "one chain of references", Telegram + "REF: ", "A. NORTHPORT 817 AND " },
            { "references in brackets", Telegram + "REF: ", "(A) (B) (" },
            { "near misses of labels", Telegram, "E.0. 12958 DEC: TAG: SUB: REFS\n" },
            { "labels inside lines", Telegram + "SUBJECT: X\n", "SUBJECT REF TAGS E.O " },
            { "an authority without an end", Telegram, "Classified B" },
            { "an authority of titles", Telegram + "Classified By: ", "Acting Deputy " },
            { "reasons", Telegram + "Classified By: X for reasons ", "1.4 (b) and " },
            { "TAGS without an end", Telegram + "TAGS: ", "PREL, XXXX " },
            { "a subject without an end", Telegram + "SUBJECT: ", "(C) WORDS " },
            { "one set of slants", Heading + "UNCLAS\nSUBJ/", "A/" },
            { "sets without an end", Heading + "UNCLAS\n", "//REF/A/" },
            { "near misses of sets", Heading + "UNCLAS\nMSGID/GENADMIN/X//\n", "SUBB/RED/REFF/A/\n" },
            { "lettered lines", Heading + "UNCLAS\nSUBJ: X\n", "A. 1 B. REF B. (B) \n" },
            { "starts of messages", "", "ZCZC\n" },
            { "ends of messages", Heading, "NNNN\n" },
            { "breaks", Heading, "BT\n" },
            { "date-time groups", "", "R 021015Z OCT 08\n" },
            { "date-time groups with blanks", "", "R 0 2 1 0 1 5 Z O C T 0 8\n" },
            { "a letter-spaced text", Heading, "C O N F " },
            { "page lines", Heading + "UNCLAS\n", "PAGE 02 RUEHXX 0001 UNCLAS\n" },
            { "first pages", Heading + "UNCLAS\n", "PAGE 01 NORTHPORT 00001\n" },
            { "cancellations", Heading + "UNCLAS\nSUBJ/EXERCISE//\nRMKS/1. ", "REF A IS CANCELED. " },
            { "marks of portions", Heading + "C O N F I D E N T I A L NORTHPORT 0001\n", "1. (C/REL " },
            { "words without a shift", Heading + "UNCLAS\n", "5#3 -,$ " },
            { "blanks", Heading, "          " },
            { "bytes that are no characters", Heading, "\u0000\u0008\u007F\u001B" },
        };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Hostile_input_takes_no_more_than_three_times_the_steps_of_ordinary_messages(string name, string head, string repeated)
    {
        var input = Encoding.Latin1.GetBytes(head + string.Concat(Enumerable.Repeat(repeated, Size / repeated.Length)));

        var steps = ordinary.Library.Read(input);

        var allowed = (input.Length * ordinary.StepsOfByte) + (Lines(input) * ordinary.StepsOfLine);
        Assert.True(steps <= 3 * allowed, $"{name}: {steps / allowed:0.00} times the steps of ordinary messages.");
    }

    [Fact]
    public void The_counted_library_counts_its_loops_and_its_searches()
    {
        Assert.InRange(ordinary.Library.Led, 100, int.MaxValue);
        Assert.InRange(ordinary.StepsOfByte, 0.1, 100);
    }

    private static int Lines(ReadOnlySpan<byte> bytes) => bytes.Count((byte)'\n') + 1;

    /// <summary>What a byte and a line of ordinary messages cost.</summary>
    public sealed class Ordinary
    {
        public Ordinary()
        {
            Library = new CountedLibrary();
            var messages = Seeds.All.SelectMany(seed => (byte[])[.. seed, .. "\n"u8]).ToArray();
            var input = Enumerable.Repeat(messages, Math.Max(1, Size / messages.Length)).SelectMany(bytes => bytes).ToArray();
            Library.Read(input);
            var steps = Library.Read(input);
            (StepsOfByte, StepsOfLine) = (steps / 2.0 / input.Length, steps / 2.0 / Lines(input));
        }

        internal CountedLibrary Library { get; }

        public double StepsOfByte { get; }

        public double StepsOfLine { get; }
    }
}
