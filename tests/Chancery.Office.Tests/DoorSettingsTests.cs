using Chancery.Messages;

namespace Chancery.Office.Tests;

public sealed class DoorSettingsTests
{
    [Fact]
    public void Doors_are_read_with_all_they_can_say()
    {
        var settings = OfficeSettings.Read(
            """
            [office]
            name = "LEGATION NORTHPORT"
            routing_indicator = ["RVEHBB", "RVEHBX"]
            [smtp]
            listen = "127.0.0.1:2525"
            allow = ["127.0.0.1"]
            [[folder]]
            name = "drop"
            in = "traffic/in"
            settle = "50ms"
            [metrics]
            otlp = "https://collector.example/v1/metrics"
            every = "10s"
            [[circuit]]
            name = "ABA"
            listen = "127.0.0.1:4127"
            acknowledged = true
            report_gaps_after = "30s"
            level = "SECRET"
            routes = ["RVEH"]
            [[circuit]]
            name = "ABB"
            out = "ABO"
            connect = "localhost:4128"
            idle_check = "1h"
            station = "RVKL"
            baud = 2400
            receipt_after = "0s"
            """,
            "/store/chancery.toml"
        );

        Assert.Empty(settings.Warnings);
        Assert.Equal(["RVEHBB", "RVEHBX"], settings.RoutingIndicators);
        Assert.Equal(("127.0.0.1:2525", "127.0.0.1"), (settings.Smtp.Listen, settings.Smtp.Allow.Single()));
        Assert.Equal(("drop", "/store/traffic/in"), (settings.Folders[0].Name, settings.Folders[0].In));
        Assert.Equal(
            ("https://collector.example/v1/metrics", 10),
            (settings.Metrics.Otlp?.ToString(), settings.Metrics.Every.TotalSeconds)
        );
        var (first, second) = (settings.Circuits[0], settings.Circuits[1]);
        Assert.Equal(
            ("ABA", true, TimeSpan.FromSeconds(30), Level.Secret),
            (first.Name, first.Acknowledged, first.ReportGapsAfter, first.Level)
        );
        Assert.Equal(["RVEH"], first.Routes);
        Assert.Equal(("ABO", TimeSpan.FromHours(1), "RVKL"), (second.OutDesignator, second.IdleCheck, second.Called));
        Assert.Equal((0, 2400), (first.Baud, second.Baud));
        Assert.Equal((5, 0), (first.ReceiptAfter.TotalMinutes, second.ReceiptAfter.TotalMinutes));
    }

    [Theory]
    [InlineData("name = \"X\"\n", "name stands below no [name]")]
    [InlineData("[[circuit]]\nname = \"ABA\"\n", "needs either listen or connect")]
    [InlineData("[[circuit]]\nname = \"AB1\"\nlisten = \"127.0.0.1:1\"\n", "three capital letters")]
    [InlineData("[[circuit]]\nname = \"ABA\"\nlisten = \"127.0.0.1:1\"\ncertificate = \"a\"\n", "together")]
    [InlineData("[[circuit]]\nname = \"ABA\"\nlisten = \"127.0.0.1:1\"\nlevle = \"SECRET\"\n", "no setting circuit.levle")]
    [InlineData("[[circuit]]\nname = \"ABA\"\nlisten = \"nowhere\"\n", "cannot listen at nowhere")]
    [InlineData("[[circuit]]\nname = \"ABA\"\nlisten = \"127.0.0.1:99999\"\n", "cannot listen at 127.0.0.1:99999")]
    [InlineData("[[circuit]]\nname = \"ABA\"\nconnect = \"nowhere\"\n", "cannot connect to nowhere")]
    [InlineData(
        "[[circuit]]\nname = \"ABA\"\nlisten = \"*:1\"\n[[circuit]]\nname = \"ABB\"\nlisten = \"*:1\"\n",
        "ABB listens where ABA does"
    )]
    [InlineData("[[circuit]]\nname = \"ABA\"\nlisten = \"127.0.0.1:1\"\nroutes = [\"rveh\", \"RVEK\"]\n", "has a route rveh")]
    [InlineData("[[folder]]\nname = \"drop\"\n", "needs name and in or out")]
    [InlineData("[circuit]\nname = \"ABA\"\n", "two brackets")]
    public void What_is_wrong_with_a_door_is_said_and_the_others_stand(string text, string warning)
    {
        var settings = OfficeSettings.Read(text + "[smtp]\nlisten = \"127.0.0.1:25\"\n", "/store/chancery.toml");
        Assert.Contains(settings.Warnings, one => one.Contains(warning, StringComparison.Ordinal));
        Assert.Equal("127.0.0.1:25", settings.Smtp.Listen);
    }

    [Fact]
    public void Circuits_without_an_own_indicator_are_warned_of_and_work()
    {
        var settings = OfficeSettings.Read("[[circuit]]\nname = \"ABA\"\nlisten = \"127.0.0.1:1\"\n", "/store/chancery.toml");
        Assert.Contains("routing_indicator", Assert.Single(settings.Warnings), StringComparison.Ordinal);
        Assert.Single(settings.Circuits);
    }

    [Fact]
    public void A_table_that_is_appended_to_a_new_file_is_taken_without_a_word()
    {
        var settings = OfficeSettings.Read(
            OfficeSettings.NewFile
                + "\n[office]\nrouting_indicator = \"RVEHAA\"\n[limits]\nbody = 1000\n[smtp]\nlisten = \"127.0.0.1:25\"\n",
            "/store/chancery.toml"
        );
        Assert.Empty(settings.Warnings);
        Assert.Equal(("RVEHAA", 1000), (settings.RoutingIndicators.Single(), settings.Limits.Body));
    }

    [Fact]
    public void A_new_file_sets_nothing_and_is_understood_with_every_line_taken_in()
    {
        Assert.Empty(OfficeSettings.Read(OfficeSettings.NewFile, "/store/chancery.toml").Warnings);
        var lines = OfficeSettings
            .NewFile.Split('\n')
            .Skip(1)
            .Select(line => line.StartsWith("# ", StringComparison.Ordinal) ? line[2..] : line);
        var settings = OfficeSettings.Read(
            string.Join('\n', lines.Where(line => !line.StartsWith("directory", StringComparison.Ordinal))),
            "/store/chancery.toml"
        );
        Assert.Empty(settings.Warnings);
        Assert.Single(settings.Circuits);
    }
}
