using Chancery.Messages;

namespace Chancery.Exercise.Tests;

public sealed class DemoOfficeTests
{
    [Theory]
    [InlineData("2026-11-25T00:03:00Z")]
    [InlineData("2026-01-03T12:00:00Z")]
    [InlineData("2028-02-29T23:59:00Z")]
    public void The_traffic_of_the_demo_ends_shortly_before_now(string time)
    {
        var now = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        var messages = ExerciseTraffic.Generate(DemoOffice.Traffic(now)).ToList();
        Assert.All(messages, message => Assert.True(message.Truth.Dtg!.Utc <= now));
        Assert.All(messages, message => Assert.True((message.Truth.Transmission.Station?.Filed ?? now) <= now));
        Assert.Contains(messages, message => message.Truth.Dtg!.Utc > now.AddHours(-2));
        Assert.Contains(messages, message => message.Truth.Dtg!.Utc < now.AddDays(-11));
    }

    [Fact]
    public void People_of_the_demo_differ_in_what_they_may_see()
    {
        Assert.Equal(4, DemoOffice.People.Select(person => person.Level).Distinct().Count());
        Assert.Equal(DemoOffice.People.Length, DemoOffice.People.Select(person => person.Name).Distinct().Count());
        Assert.Contains(DemoOffice.People, person => person.Level == Level.Unclassified);
    }
}
