namespace Chancery.Exercise.Tests;

public sealed class DamageTests
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.1, 60, 140)]
    [InlineData(1, 800, 1000)]
    public void The_share_of_damaged_messages_is_as_asked(double share, int least, int most)
    {
        var damaged = ExerciseTraffic.Generate(new ExerciseOptions { Count = 1000, Damage = share }).Count(m => !m.IsWhole);
        Assert.InRange(damaged, least, most);
    }

    [Fact]
    public void Damage_changes_the_bytes_and_leaves_the_truth()
    {
        var whole = ExerciseTraffic.Generate(new ExerciseOptions { Count = 1000 }).ToList();
        var damaged = ExerciseTraffic.Generate(new ExerciseOptions { Count = 1000, Damage = 0.5 }).ToList();
        foreach (var (before, after) in whole.Zip(damaged))
        {
            Assert.Equal(Truth.Text(before), Truth.Text(after));
            Assert.Equal(after.IsWhole, before.Bytes.AsSpan().SequenceEqual(after.Bytes));
        }
    }

    [Fact]
    public void Every_kind_of_damage_occurs() =>
        Assert.Equal(
            8,
            ExerciseTraffic
                .Generate(new ExerciseOptions { Count = 1000, Damage = 1 })
                .Select(m => m.Note.Damage)
                .OfType<string>()
                .Distinct()
                .Count()
        );
}
