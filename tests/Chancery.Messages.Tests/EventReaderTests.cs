using System.Text;
using Chancery.Messages.Tests.Fuzz;

namespace Chancery.Messages.Tests;

/// <summary>The reader of events says of a transmission what the reader of messages says. EXERCISE.</summary>
public sealed class EventReaderTests
{
    private static readonly EventReader Events = new();
    private static readonly MessageReader Messages = new();

    [Fact]
    public void A_heading_is_told_line_by_line_with_what_stands_in_it()
    {
        var bytes = Sample.Bytes(Sample.UnitedStates);

        var told = Events
            .Read(bytes)
            .Where(e => e.Kind is not (MessageEventKind.Finding or MessageEventKind.Noise))
            .Select(e => $"{e.Kind} {e.FormatLine} {Encoding.ASCII.GetString(bytes, e.Span.Start, e.Span.Length).Split('\n')[0]}");

        Assert.Equal(
            [
                "MessageStart 0 VZCZCABA021",
                "FormatLine 1 VZCZCABA021",
                "FormatLine 2 PP RVEHAA RVEHAB",
                "CalledStation 2 RVEHAA",
                "CalledStation 2 RVEHAB",
                "FormatLine 3 DE RVEHBB #0817 2731221",
                "StationSerial 3 0817",
                "FilingTime 3 2731221",
                "FormatLine 4 ZNY CCCCC",
                "SecurityWarning 4 ZNY CCCCC",
                "FormatLine 5 P R 291221Z SEP 08",
                "DateTimeGroup 5 291221Z SEP 08",
                "FormatLine 6 FM LEGATION NORTHPORT",
                "FormatLine 7 TO RVEHAA/MINFOR HOMECITY",
                "ActionAddressee 7 RVEHAA/MINFOR HOMECITY",
                "FormatLine 8 INFO RVEHAB/LEGATION EASTPORT",
                "InfoAddressee 8 RVEHAB/LEGATION EASTPORT",
                "InfoAddressee 8 RVEHAC/LEGATION WESTPORT",
                "FormatLine 11 BT",
                "Text 12 C O N F I D E N T I A L",
                "FormatLine 13 BT",
                "FormatLine 15 #0817",
                "FormatLine 16 NNNN",
                "MessageEnd 0 ",
            ],
            told
        );
    }

    [Fact]
    public void Parts_and_findings_are_those_of_the_reader_of_messages_on_damaged_input_too()
    {
        for (var round = 0; round < 300; round++)
        {
            var input = new Mutator(round).Make(Seeds.All);
            var events = Events.Read(input).ToList();
            var messages = Messages.ReadAll(input);

            Assert.Equal(messages.Select(m => (m.Offset, m.Raw.Length)), Of(MessageEventKind.MessageStart));
            Assert.Equal(messages.Select(m => (m.Offset + m.Raw.Length, 0)), Of(MessageEventKind.MessageEnd));
            Assert.Equal(
                messages.SelectMany(m => m.Parts.Select(p => (m.Offset + p.Span.Start, p.Span.Length))),
                Of(
                    MessageEventKind.FormatLine,
                    MessageEventKind.Text,
                    MessageEventKind.PageLine,
                    MessageEventKind.Noise,
                    MessageEventKind.Unparsed
                )
            );
            var known = messages.SelectMany(m => m.Findings.Select(f => (f.Id, m.Offset + f.Span.Start))).ToHashSet();
            Assert.All(events.Where(e => e.Kind == MessageEventKind.Finding), e => Assert.Contains((e.Finding!.Id, e.Span.Start), known));

            IEnumerable<(long, int)> Of(params MessageEventKind[] kinds) =>
                events.Where(e => kinds.Contains(e.Kind)).Select(e => ((long)e.Span.Start, e.Span.Length));
        }
    }

    [Fact]
    public void Nothing_has_no_events_and_words_are_one_message()
    {
        Assert.Empty(Events.Read(default));
        Assert.Equal(
            [MessageEventKind.MessageStart, MessageEventKind.Text, MessageEventKind.MessageEnd],
            Events.Read("EXERCISE WORDS"u8.ToArray()).Where(e => e.Kind != MessageEventKind.Finding).Select(e => e.Kind)
        );
    }

    [Fact]
    public void A_longer_text_costs_no_more_memory()
    {
        var brief = Long(100);
        var full = Long(2000);
        Allocated(full);

        Assert.InRange(Allocated(full), 1, Allocated(brief) + 512);

        static byte[] Long(int lines) =>
            Sample.Bytes(
                Sample.UnitedStates.Replace(
                    "EXERCISE TEXT.",
                    string.Join('\n', Enumerable.Repeat("EXERCISE WORDS OF A TEXT", lines)),
                    StringComparison.Ordinal
                )
            );

        static long Allocated(byte[] bytes)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var found in Events.Read(bytes))
            {
                Assert.InRange(found.Span.End, 0, bytes.Length);
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
