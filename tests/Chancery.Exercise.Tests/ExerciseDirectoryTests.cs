using Chancery.Messages;

namespace Chancery.Exercise.Tests;

public sealed class ExerciseDirectoryTests
{
    private static readonly StationDirectory Directory = ExerciseDirectory.Read();

    [Fact]
    public void Every_station_of_the_traffic_is_in_the_directory()
    {
        foreach (var message in ExerciseTraffic.Generate(new ExerciseOptions { Count = 1000 }))
        {
            Assert.All(
                message.Truth.Action.Concat(message.Truth.Info).Select(a => a.RoutingIndicator).OfType<string>(),
                indicator => Assert.NotNull(Directory.FindStation(indicator))
            );
            if (message.Truth.Mrn is { } number)
            {
                Assert.Equal(number.Post, Directory.FindPost(number.Post)?.Post);
            }
        }
    }

    [Fact]
    public void No_invented_post_is_a_real_one()
    {
        var posts = ExerciseDirectory
            .Text.Split('\n')
            .Skip(1)
            .Select(row => row.Split(','))
            .Where(row => row.Length > 3 && row[3].Length > 0);
        Assert.All(posts, row => Assert.NotEqual(row[3], StationDirectory.Standard.FindPost(row[3])?.Post));
    }

    [Fact]
    public void Every_routing_indicator_is_of_a_nation_that_does_not_exist() =>
        Assert.All(ExerciseDirectory.Text.TrimEnd().Split('\n').Skip(1), row => Assert.StartsWith("RV", row, StringComparison.Ordinal));
}
