using System.Text;
using System.Text.Json;
using Chancery.Messages.Json;
using CsCheck;

namespace Chancery.Messages.Tests;

/// <summary>What holds for any input at all.</summary>
public sealed class ReadingProperties
{
    private static readonly MessageReader Reader = new();

    private static readonly Gen<byte[]> RandomBytes = Gen.Byte.Array[0, 3000];

    /// <summary>Pieces that headings, endings and damage are made of, in any order.</summary>
    private static readonly Gen<byte[]> Pieces = Sample
        .AnyOf(
            "VZCZCABA021\n",
            "VV   KLA207     UU\r\r\n",
            "PP RVEHAA RVEHAB\n",
            "DE RVEHBB #0817 2731221\n",
            "ZNY CCCCC\n",
            "R 291221Z SEP 08\n",
            "R 291221Z SEP 08 ZYB FM NORTHPORT\n",
            "FM NORTHPORT//N1//\n",
            "TO RVEHAA/HOMECITY IMMEDIATE 9669\n",
            "INFO ALPHA, XMT BETA\n",
            "XMT/GAMMA\n",
            "PAGE 02 RVEHBB 0817 UNCLAS\n",
            "TO PAGE 02  STATE  012345  071504Z\n",
            "BT\n",
            "BT #0000\n",
            "text.//BT#2010NNNNUNCLASSIFIED\n",
            "UNCLAS\n",
            "S E C R E T NORTHPORT 000817\n",
            "#0817\n",
            "NNNN\n",
            "\n",
            "   ",
            "[ASEC](#) &#8217; <b>x</b> \\\n",
            "\u00b6 1. \f \0\b",
            "\u2019\u2013",
            "RTTUZYUW RVBCYKN0001 0331200-UUUU--RVDOSAB RVLYCUR.\n",
            "SUBJ/A/B//\nRMKS/1. C//\n",
            "QUOTE\n",
            "E E E E E E E E AR\n"
        )
        .List[0, 40]
        .Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces)));

    /// <summary>A sample with bytes changed, cut, doubled and put in.</summary>
    private static readonly Gen<byte[]> Mutated =
        from sample in Sample.AnyOf(Sample.All)
        from changes in Gen.Select(Gen.Int[0, 4], Gen.Int[0, 100_000], Gen.Byte, Gen.Int[1, 60]).List[1, 12]
        select Mutate(Encoding.UTF8.GetBytes(sample), changes);

    /// <summary>Random bytes, pieces of messages in any order, and damaged samples.</summary>
    internal static readonly Gen<byte[]> Any = Gen.OneOf(RandomBytes, Pieces, Mutated);

    [Fact]
    public void Reading_never_throws_and_the_messages_joined_are_the_input() =>
        Any.Sample(
            input =>
            {
                var messages = Reader.ReadAll(input);
                Assert.Equal(input, messages.SelectMany(m => m.Raw.ToArray()));
                Assert.Equal(input.Length == 0, messages.IsEmpty);
                long offset = 0;
                foreach (var message in messages)
                {
                    Assert.Equal(offset, message.Offset);
                    offset += message.Raw.Length;
                }
            },
            iter: 3000
        );

    [Fact]
    public void Words_and_fields_are_written_to_json_as_they_are_read() =>
        Any.Sample(
            input =>
            {
                foreach (var message in Reader.ReadAll(input))
                {
                    using var memory = new MemoryStream();
                    using (var writer = new Utf8JsonWriter(memory))
                    {
                        MessageJson.Write(writer, message, "-");
                    }
                    var json = JsonElement.Parse(memory.ToArray());
                    Assert.Equal(
                        message.Sets.SelectMany(set => set.Fields),
                        json.GetProperty("sets").EnumerateArray().SelectMany(set => Strings(set.GetProperty("fields")))
                    );
                    Assert.Equal(
                        message.Paragraphs.Select(paragraph => paragraph.Text),
                        json.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetProperty("text").GetString())
                    );
                }

                static IEnumerable<string?> Strings(JsonElement array) => array.EnumerateArray().Select(field => field.GetString());
            },
            iter: 1500
        );

    [Fact]
    public void The_parts_of_a_message_tile_its_bytes() =>
        Any.Sample(
            input =>
            {
                foreach (var message in Reader.ReadAll(input))
                {
                    var at = 0;
                    foreach (var part in message.Parts)
                    {
                        Assert.Equal(at, part.Span.Start);
                        Assert.True(part.Span.Length > 0);
                        Assert.Equal(part.Kind == PartKind.FormatLine, part.FormatLine is >= 1 and <= 16);
                        at = part.Span.End;
                    }
                    Assert.Equal(message.Raw.Length, at);
                }
            },
            iter: 3000
        );

    [Fact]
    public void Findings_stand_inside_the_message_and_in_order() =>
        Any.Sample(
            input =>
            {
                foreach (var message in Reader.ReadAll(input))
                {
                    var last = 0;
                    foreach (var finding in message.Findings)
                    {
                        Assert.InRange(finding.Span.Start, last, message.Raw.Length);
                        Assert.InRange(finding.Span.End, finding.Span.Start, message.Raw.Length);
                        Assert.NotEmpty(finding.Rule);
                        last = finding.Span.Start;
                    }
                }
            },
            iter: 3000
        );

    [Fact]
    public void Outgoing_and_live_readings_never_throw_either() =>
        Any.Sample(
            input =>
            {
                var received = new DateTimeOffset(2008, 9, 30, 0, 0, 0, TimeSpan.Zero);
                new MessageReader(new ReaderOptions { Outgoing = true }).ReadAll(input);
                new MessageReader(new ReaderOptions { Live = true, ReceivedAt = received }).ReadAll(input);
                new MessageReader(new ReaderOptions { ReceivedAt = DateTimeOffset.MinValue }).ReadAll(input);
                new MessageReader(new ReaderOptions { ReceivedAt = DateTimeOffset.MaxValue }).ReadAll(input);
            },
            iter: 1000
        );

    [Fact]
    public void Line_ends_change_no_value()
    {
        foreach (var sample in Sample.All)
        {
            var plain = Values(Sample.Read(sample));
            foreach (var end in new[] { "\r\n", "\r\r\n", "\r" })
            {
                Assert.Equal(plain, Values(Sample.Read(sample.Replace("\n", end, StringComparison.Ordinal))));
            }
        }
    }

    [Fact]
    public void Reading_again_gives_the_same() =>
        Any.Sample(input => Assert.Equal(Reader.ReadAll(input).Select(Values), Reader.ReadAll(input).Select(Values)), iter: 500);

    private static byte[] Mutate(byte[] bytes, List<(int Kind, int Where, byte Value, int Length)> changes)
    {
        var list = bytes.ToList();
        foreach (var (kind, where, value, length) in changes)
        {
            if (list.Count == 0)
            {
                break;
            }
            var at = where % list.Count;
            var most = Math.Min(length, list.Count - at);
            switch (kind)
            {
                case 0:
                    list[at] = value;
                    break;
                case 1:
                    list.RemoveRange(at, most);
                    break;
                case 2:
                    list.InsertRange(at, Enumerable.Repeat(value, length));
                    break;
                case 3:
                    list.InsertRange(at, list.GetRange(at, most));
                    break;
                default:
                    list.RemoveRange(at, list.Count - at);
                    break;
            }
        }
        return [.. list];
    }

    /// <summary>Every value of a message but places and bytes.</summary>
    private static string Values(Message m) =>
        string.Join(
            '|',
            m.Profile,
            m.Family,
            m.MessageIdentity,
            m.TransmissionIdentity,
            m.ChannelIdentity,
            m.Precedence,
            m.EffectiveLevel,
            m.Transmission.Ending,
            m.Transmission.Security,
            string.Join(',', m.Transmission.Called?.RoutingIndicators ?? []),
            string.Join(',', m.Transmission.Instructions.Select(i => i.Signal + string.Join(' ', i.Operands))),
            string.Join(',', m.Transmission.MessageInstructions),
            string.Join(
                ',',
                m.Action.Concat(m.Info)
                    .Select(a => $"{a.RoutingIndicator}/{a.Name}/{a.Number}/{a.Precedence}/{string.Join(' ', a.Offices)}")
            ),
            string.Join(',', m.Exempt),
            m.Subject?.Text,
            m.Mrn,
            string.Join(',', m.Paragraphs.Select(p => p.Number + p.Words)),
            string.Join(',', m.Parts.Select(p => (p.Kind, p.FormatLine))),
            string.Join(',', m.Findings.Select(f => f.Id + f.Severity + f.Message + f.Count))
        );
}
