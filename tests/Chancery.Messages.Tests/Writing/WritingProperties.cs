using System.Text;
using System.Text.Json.Nodes;
using Chancery.Messages.Json;
using CsCheck;

namespace Chancery.Messages.Tests.Writing;

/// <summary>What holds for every message that is built and written.</summary>
public sealed class WritingProperties
{
    private static readonly MessageReader Reader = new(Drafts.Options.Reading);
    private static readonly MessageReader Outgoing = new(Drafts.Options.Reading with { Outgoing = true, Suppressed = ["TX-101"] });

    private static readonly Gen<LineEnd> End = Sample.AnyOf(LineEnd.CrCrLf, LineEnd.CrLf, LineEnd.Lf);

    [Fact]
    public void Read_again_a_written_message_says_in_every_field_what_it_said() =>
        Gen.Select(Drafts.Of(4), End)
            .Sample(
                (builder, end) =>
                {
                    var message = Build(builder);
                    var written = new MessageWriter(Drafts.Options with { LineEnd = end }).Write(message);

                    Assert.Empty(written.Refusals);
                    Assert.Empty(written.Lost);
                    var again = Assert.Single(Reader.ReadAll(Assert.Single(written.Transmissions).Raw));
                    Assert.Equal(Fields(message), Fields(again));
                },
                iter: 1500
            );

    [Fact]
    public void What_is_written_has_no_finding_before_sending() =>
        Drafts
            .Of(30)
            .Sample(
                builder =>
                {
                    foreach (var sent in new MessageWriter(Drafts.Options).Write(Build(builder)).Transmissions)
                    {
                        var read = Assert.Single(Outgoing.ReadAll(sent.Raw));
                        Assert.True(
                            read.Findings.IsEmpty,
                            $"{string.Join('\n', read.Findings.Select(f => $"{f.Id} {f.Message}"))}\n{Encoding.ASCII.GetString(sent.Raw.Span)}"
                        );
                    }
                },
                iter: 600
            );

    [Fact]
    public void No_line_is_longer_than_69_and_no_page_than_20() =>
        Drafts
            .Of(30)
            .Sample(
                builder =>
                {
                    var writer = new MessageWriter(Drafts.Options with { LineEnd = LineEnd.Lf });
                    foreach (var sent in writer.Write(Build(builder)).Transmissions)
                    {
                        var text = Encoding.ASCII.GetString(sent.Raw.Span);
                        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 69));
                        if (sent.Profile != Profile.Reading)
                        {
                            Assert.All(Pages(text), lines => Assert.InRange(lines, 1, 20));
                        }
                    }
                },
                iter: 300
            );

    [Fact]
    public void Sections_joined_hold_every_paragraph_once() =>
        Drafts
            .Of(60)
            .Sample(
                builder =>
                {
                    var message = Build(builder);
                    var sent = new MessageWriter(Drafts.Options).Write(message).Transmissions;

                    Assert.Equal(Numbers(message), sent.SelectMany(Numbers));
                    Assert.All(sent, section => Assert.Equal(message.Dtg, section.Dtg));
                    if (sent.Length > 1)
                    {
                        Assert.All(sent, section => Assert.Equal(sent.Length, section.Section!.Of));
                        Assert.Equal(
                            sent.Length,
                            sent.Select(section => section.TransmissionIdentity + section.Section).Distinct().Count()
                        );
                    }
                },
                iter: 200
            );

    [Fact]
    public void Every_form_that_a_message_converts_to_keeps_its_text_and_its_address() =>
        Gen.Select(Drafts.Of(4), Sample.AnyOf(Profile.State, Profile.Acp127Us, Profile.Acp128, Profile.Acp127, Profile.Reading))
            .Sample(
                (builder, profile) =>
                {
                    var message = Build(builder);
                    var written = new MessageWriter(Drafts.Options).Write(message, profile);
                    if (!written.IsWritten)
                    {
                        // A reading copy has no station to call from; a loose text with a subject line is a telegram in State form.
                        Assert.True(
                            message.Profile == Profile.Reading || (profile == Profile.State && message.Family == TextFamily.NavalPlain),
                            string.Join('\n', written.Refusals)
                        );
                        return;
                    }
                    var converted = Assert.Single(written.Transmissions);
                    Assert.Equal(profile, converted.Profile);
                    Assert.Equal(message.Dtg!.Utc, converted.Dtg!.Utc);
                    Assert.Equal(message.From!.Name, converted.From!.Name);
                    Assert.Equal(
                        message.Action.Concat(message.Info).Select(a => a.Name),
                        converted.Action.Concat(converted.Info).Select(a => a.Name)
                    );
                    Assert.Equal(Numbers(message), Numbers(converted));
                    Assert.Equal(message.Classification!.Level, converted.Classification!.Level);
                },
                iter: 600
            );

    [Fact]
    public void Whatever_is_read_is_written_or_refused_and_never_throws() =>
        Gen.Select(ReadingProperties.Any, Sample.AnyOf(Enum.GetValues<Profile>()))
            .Sample(
                (input, profile) =>
                {
                    var writer = new MessageWriter();
                    foreach (var message in new MessageReader().ReadAll(input))
                    {
                        Assert.Equal(message.Raw.ToArray(), Assert.Single(writer.Write(message).Transmissions).Raw.ToArray());
                        var other = writer.Write(message, profile);
                        Assert.Equal(other.IsWritten, !other.Transmissions.IsEmpty);
                        var set = writer.Write(message with { Raw = default }, profile);
                        Assert.Equal(set.IsWritten, !set.Transmissions.IsEmpty);
                    }
                },
                iter: 1500
            );

    private static Message Build(MessageBuilder builder)
    {
        Assert.True(builder.TryBuild(out var message, out var mistakes), string.Join('\n', mistakes));
        return message;
    }

    /// <summary>How many lines stand on each page: from format line 5 or behind a page line, up to the next one or the BT behind the text.</summary>
    private static List<int> Pages(string text)
    {
        var pages = new List<int>();
        var lines = text[..text.LastIndexOf("\nBT\n", StringComparison.Ordinal)].Split('\n');
        var first = Array.FindIndex(lines, line => line.StartsWith("FM ", StringComparison.Ordinal)) - 1;
        for (var i = first; i <= lines.Length; i++)
        {
            if (
                i < lines.Length
                && !lines[i].StartsWith("PAGE ", StringComparison.Ordinal)
                && !lines[i].StartsWith("NORTHPORT 000", StringComparison.Ordinal)
            )
            {
                continue;
            }
            var last = i - 1;
            while (lines[last].Length == 0)
            {
                last--;
            }
            pages.Add(last - first + 1);
            first = i + 1;
        }
        return pages;
    }

    private static IEnumerable<string?> Numbers(Message message) =>
        message.Paragraphs.Select(p => p.Number + " " + string.Join(' ', p.Text.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)));

    private static byte[] Json(Message message)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new System.Text.Json.Utf8JsonWriter(bytes))
        {
            MessageJson.Write(writer, message, "-");
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Every field but places, bytes and findings; line ends inside words as blanks, because a page may have parted them.</summary>
    private static string Fields(Message message)
    {
        var json = JsonNode.Parse(Json(message))!.AsObject();
        foreach (var place in (ReadOnlySpan<string>)["file", "line", "offset", "length", "findings"])
        {
            json.Remove(place);
        }
        foreach (var part in json["paragraphs"]!.AsArray().Concat(json["sets"]!.AsArray()))
        {
            part!.AsObject().Remove("line");
        }
        var text = json.ToJsonString().Replace("\\n", " ", StringComparison.Ordinal);
        while (text.Contains("  ", StringComparison.Ordinal))
        {
            text = text.Replace("  ", " ", StringComparison.Ordinal);
        }
        return text;
    }
}
