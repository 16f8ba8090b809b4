using System.Text;

namespace Chancery.Messages.Tests.Docs;

/// <summary>docs/reading.md shows programs: they are compiled here, they run, and the page has them word for word.</summary>
public sealed class ReadingSampleTests
{
    private readonly StringWriter output = new() { NewLine = "\n" };

    [Fact]
    public void The_page_shows_the_samples_that_are_compiled()
    {
        var compiled = Samples(File.ReadAllLines(Path.Combine(Root(), "tests/Chancery.Messages.Tests/Docs/ReadingSamples.cs")));
        var printed = Blocks(File.ReadAllLines(Path.Combine(Root(), "docs/reading.md")));

        Assert.NotEmpty(printed);
        Assert.Equal(compiled, printed);
    }

    [Fact]
    public void Reading_tells_who_is_addressed_and_what_is_wrong()
    {
        ReadingSamples.Read(Sample.Bytes(Sample.Base), output);

        Assert.StartsWith("HARBOUR BOARD NORTHPORT 140725Z MAY 2007", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("to PILOT OFFICE WESTPORT", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_tell_a_gateway_where_to_send()
    {
        ReadingSamples.Events(Sample.Bytes(Sample.UnitedStates + Sample.Base), output);

        Assert.Equal("route to RVEHAA\nroute to RVEHAB\nnext\nroute to RVKLDA\nnext\n", output.ToString());
    }

    [Fact]
    public async Task A_pipe_is_read_as_it_comes()
    {
        var traffic = Sample.Bytes(Sample.UnitedStates + Sample.Header);

        await ReadingSamples.Pipe(new MemoryStream(traffic), output, TestContext.Current.CancellationToken);

        Assert.Equal($"0: RVEHBB 0817 2731221\n{Sample.UnitedStates.Length}: RVBCYKN 0001 0331200\n", output.ToString());
    }

    [Fact]
    public void Json_is_written_by_the_library()
    {
        ReadingSamples.Json(Sample.Bytes(Sample.Header), output);

        Assert.StartsWith("{", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"profile\":\"ACP128\"", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_safe_is_mended()
    {
        var damaged = Sample.Header.Replace("RVLYCUR.", "RVLYCUR", StringComparison.Ordinal);

        var mended = ReadingSamples.Fix(Sample.Bytes(damaged), output);

        Assert.Equal(Sample.Header, Encoding.UTF8.GetString(mended));
        Assert.Contains("TX-407", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sections_are_joined()
    {
        ReadingSamples.Join(Sample.Bytes(Sample.State), output);

        Assert.Equal("08NORTHPORT817: 1 of 2 sections\n", output.ToString());
    }

    [Fact]
    public void A_built_message_is_written()
    {
        ReadingSamples.Build(new DateTimeOffset(2008, 9, 29, 12, 21, 0, TimeSpan.Zero), output);

        Assert.Contains("R 291221Z SEP 08\nFM HARBOUR BOARD NORTHPORT\n", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("NNNN\n", output.ToString().TrimEnd('\n') + "\n", StringComparison.Ordinal);
    }

    /// <summary>The lines between two comments of one name, without the indent of the first.</summary>
    private static Dictionary<string, string> Samples(string[] lines)
    {
        var samples = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (NameIn(lines[i]) is not { } name)
            {
                continue;
            }
            var end = Array.FindIndex(lines, i + 1, line => NameIn(line) == name);
            var indent = lines[i].IndexOf('/', StringComparison.Ordinal);
            samples.Add(name, string.Join('\n', lines[(i + 1)..end].Select(line => line.Length > indent ? line[indent..] : "")));
            i = end;
        }
        return samples;

        static string? NameIn(string line) => line.Trim().StartsWith("// sample: ", StringComparison.Ordinal) ? line.Trim()[11..] : null;
    }

    /// <summary>The C# blocks of the page by the name behind their language.</summary>
    private static Dictionary<string, string> Blocks(string[] lines)
    {
        var blocks = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```csharp", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, "```", i + 1);
                blocks.Add(lines[i][9..].Trim(), string.Join('\n', lines[(i + 1)..end]));
                i = end;
            }
        }
        return blocks;
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Chancery.slnx")))
            {
                return at.FullName;
            }
        }
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
