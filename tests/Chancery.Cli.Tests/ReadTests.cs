using System.Text;
using System.Text.Json;
using CsCheck;

namespace Chancery.Cli.Tests;

public sealed class ReadTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Raw_output_of_any_files_joined_is_their_bytes() =>
        await Gen
            .Byte.Array[0, 200]
            .Array[1, 4]
            .SampleAsync(
                async files =>
                {
                    using var some = new TemporaryFolder();
                    var paths = files.Select((bytes, i) => some.File($"{i}.txt", bytes)).ToArray();
                    var terminal = new TestTerminal();

                    return await terminal.Run(["read", "--raw", .. paths]) == 0
                        && terminal.Bytes.SequenceEqual(files.SelectMany(bytes => bytes));
                },
                iter: 50
            );

    [Fact]
    public async Task Json_is_one_object_a_line_in_input_order_with_the_path_as_given()
    {
        for (var i = 0; i < 300; i++)
        {
            // Larger ones first: what is done sooner must wait.
            folder.File($"{i:000}.txt", Samples.Telegram.Replace("TEST TRAFFIC ONLY.", new string('X', (300 - i) * 20)));
        }
        var terminal = new TestTerminal();

        Assert.Equal(0, await terminal.Run("read", "--json", folder.Path));

        var files = Lines(terminal.Out).Select(line => line.GetProperty("file").GetString());
        Assert.Equal(Enumerable.Range(0, 300).Select(i => Path.Combine(folder.Path, $"{i:000}.txt")), files);
    }

    [Fact]
    public async Task Standard_input_is_read_under_the_name_of_a_hyphen()
    {
        var terminal = new TestTerminal { Input = Encoding.UTF8.GetBytes(Samples.Telegram) };

        Assert.Equal(0, await terminal.Run("read", "--json", "-"));

        var message = Assert.Single(Lines(terminal.Out));
        Assert.Equal("-", message.GetProperty("file").GetString());
        Assert.Equal("LEGATION NORTHPORT", message.GetProperty("from").GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_is_not_there_is_said_and_the_rest_is_done()
    {
        var there = folder.File("there.txt", Samples.Telegram);
        var missing = Path.Combine(folder.Path, "missing.txt");
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.NotReached, await terminal.Run("read", "--json", missing, there));

        Assert.Single(Lines(terminal.Out));
        Assert.Contains("missing.txt", terminal.Error);
    }

    [Fact]
    public async Task An_empty_file_has_no_message_and_is_no_fault()
    {
        var empty = folder.File("empty.txt", "");
        var terminal = new TestTerminal();

        Assert.Equal(0, await terminal.Run("read", "--json", empty));

        Assert.Empty(terminal.Out);
    }

    [Fact]
    public async Task A_person_sees_number_level_subject_parties_and_words()
    {
        var terminal = new TestTerminal();

        Assert.Equal(0, await terminal.Run("read", folder.File("m.txt", Samples.Telegram)));

        foreach (
            var part in new[]
            {
                "CONFIDENTIAL",
                "From          LEGATION NORTHPORT",
                "MINFOR HOMECITY",
                "1 Feb 2024 12:00Z",
                "TEST TRAFFIC ONLY.",
            }
        )
        {
            Assert.Contains(part, terminal.Out);
        }
        Assert.All(terminal.Out.Split('\n'), line => Assert.True(line.Length <= 80, line));
        Assert.DoesNotContain('\u001b', terminal.Out);
    }

    [Fact]
    public async Task No_message_can_steer_the_terminal()
    {
        var terminal = new TestTerminal { IsTerminal = true };
        terminal.Variables["NO_COLOR"] = "1";

        await terminal.Run("read", folder.File("m.txt", Samples.Telegram.Replace("TRAFFIC", "\u001b[2J\u009b31m")));

        Assert.DoesNotContain('\u001b', terminal.Out);
        Assert.DoesNotContain('\u009b', terminal.Out);
    }

    [Fact]
    public async Task Colour_is_for_terminals_only()
    {
        var path = folder.File("m.txt", Samples.Telegram);
        var coloured = new TestTerminal { IsTerminal = true };
        var plain = new TestTerminal();

        await coloured.Run("read", path);
        await plain.Run("read", path);

        Assert.Contains('\u001b', coloured.Out);
        Assert.DoesNotContain('\u001b', plain.Out);
    }

    [Fact]
    public async Task Plain_is_the_text_alone()
    {
        var terminal = new TestTerminal();

        Assert.Equal(0, await terminal.Run("read", "--plain", folder.File("m.txt", Samples.Telegram.Replace("\n", "\r\r\n"))));

        Assert.StartsWith("C O N F I D E N T I A L NORTHPORT 000417\n\nE.O.", terminal.Out);
        Assert.EndsWith("GRANT\n", terminal.Out);
        Assert.DoesNotContain('\r', terminal.Out);
    }

    private static JsonElement[] Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    [Fact]
    public async Task Assemble_shows_the_message_that_sections_make_up_behind_them()
    {
        var first = Samples.Telegram.Replace("L NORTHPORT", "L SECTION 01 OF 02 NORTHPORT");
        var second = Samples
            .Telegram.Replace("L NORTHPORT", "L FINAL SECTION OF 02 NORTHPORT")
            .Replace("1. (C) EXERCISE.", "2. (C) EXERCISE.");
        var one = folder.File("1.txt", first);
        var two = folder.File("2.txt", second);
        var terminal = new TestTerminal();

        Assert.Equal(ExitCodes.Done, await terminal.Run("read", "--json", "--assemble", one, two));

        var lines = terminal.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToArray();
        Assert.Equal(3, lines.Length);
        var whole = lines[2];
        Assert.Equal(JsonValueKind.Null, whole.GetProperty("section").ValueKind);
        Assert.Equal(["1", "2"], whole.GetProperty("paragraphs").EnumerateArray().Select(p => p.GetProperty("number").GetString()));
        Assert.Equal([one, two], whole.GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("file").GetString()));
        Assert.Empty(whole.GetProperty("missingSections").EnumerateArray());

        var sheet = new TestTerminal();
        await sheet.Run("read", "--assemble", one);
        Assert.Contains($"Sections of 2 put together: 1 {one}:1; missing: 2", sheet.Out);
    }
}
