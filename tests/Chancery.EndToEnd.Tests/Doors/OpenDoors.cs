namespace Chancery.EndToEnd.Tests.Doors;

/// <summary>Every door of an office open, each where nobody else is: mail, a folder, an acknowledged circuit QQA.</summary>
internal sealed class OpenDoors
{
    public OpenDoors(TemporaryFolder folder)
    {
        var ports = ServedStore.FreePorts(3);
        (Circuit, Smtp, Spare) = (ports[0], ports[1], ports[2]);
        Traffic = Directory.CreateDirectory(folder["traffic"]).FullName;
    }

    /// <summary>The port of the circuit.</summary>
    public int Circuit { get; }

    /// <summary>The port of the mail door.</summary>
    public int Smtp { get; }

    /// <summary>Another free port.</summary>
    public int Spare { get; }

    /// <summary>The folder that is watched.</summary>
    public string Traffic { get; }

    /// <summary>The doors in the settings.</summary>
    public string Settings =>
        $"""

            [smtp]
            listen = "127.0.0.1:{Smtp}"
            allow = ["127.0.0.1"]
            [[folder]]
            name = "drop"
            in = "{Traffic}"
            settle = "100ms"
            [[circuit]]
            name = "QQA"
            listen = "127.0.0.1:{Circuit}"
            acknowledged = true
            level = "SECRET"

            """;
}
