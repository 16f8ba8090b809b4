using Chancery.Messages;

namespace Chancery.Exercise.Tests;

/// <summary>The strongest test of the reader: what was written is what is read, in every field of the contract.</summary>
public sealed class ReadBackTests
{
    private static readonly MessageReader Reader = new(new ReaderOptions { Directory = ExerciseDirectory.Read() });

    [Theory]
    [InlineData(1)]
    [InlineData(2026)]
    [InlineData(ulong.MaxValue)]
    public void A_whole_message_reads_back_as_its_truth(ulong seed)
    {
        foreach (var message in ExerciseTraffic.Generate(new ExerciseOptions { Seed = seed, Count = 1500 }))
        {
            var read = Assert.Single(Reader.ReadAll(message.Bytes));
            var differences = Truth.Differences(message.Truth, read);
            Assert.True(differences.Count == 0, $"Seed {seed}, {message.FileName}: {string.Join("; ", differences)}");
        }
    }

    [Fact]
    public void Messages_one_after_another_in_one_file_read_back_each()
    {
        var messages = ExerciseTraffic.Generate(new ExerciseOptions { Seed = 3, Count = 400 }).ToList();
        var read = Reader.ReadAll(messages.SelectMany(m => m.Bytes).ToArray());
        Assert.Equal(messages.Count, read.Length);
        long offset = 0;
        foreach (var (message, found) in messages.Zip(read))
        {
            Assert.Equal(offset, found.Offset);
            Assert.Equal(message.Bytes, found.Raw.ToArray());
            Assert.Equal(message.Truth.MessageIdentity, found.MessageIdentity);
            offset += message.Bytes.Length;
        }
    }

    [Fact]
    public void A_whole_message_has_no_finding_above_info_but_those_it_earns()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in ExerciseTraffic.Generate(new ExerciseOptions { Seed = 4, Count = 1500 }))
        {
            foreach (var finding in Reader.ReadAll(message.Bytes)[0].Findings)
            {
                if (finding.Severity > Severity.Info)
                {
                    found.TryAdd(finding.Id, $"{message.FileName}: {finding.Message}");
                }
            }
        }
        Assert.Empty(found);
    }

    [Fact]
    public void A_damaged_message_is_read_without_an_exception_and_nothing_of_it_is_lost()
    {
        foreach (
            var message in ExerciseTraffic.Generate(
                new ExerciseOptions
                {
                    Seed = 6,
                    Count = 800,
                    Damage = 1,
                }
            )
        )
        {
            var read = Reader.ReadAll(message.Bytes);
            Assert.Equal(message.Bytes, read.SelectMany(m => m.Raw.ToArray()));
        }
    }
}
