using System.Text.Json;

namespace Chancery.Messages.Json;

/// <summary>The members that come from heading and ending.</summary>
internal static class HeadingJson
{
    public static void Write(Utf8JsonWriter writer, Message message)
    {
        writer.WriteString("form", message.Form.Name());
        WriteTransmission(writer, message.Transmission);
        writer.WritePrecedence(message.Precedence);
        writer.WriteDtg("dtg", message.Dtg);
        writer.WriteOriginator(message.From);
        writer.WriteAddressees("action", message.Action);
        writer.WriteAddressees("info", message.Info);
        WriteExempt(writer, message.Exempt);
        writer.WriteStartArray("readdressed");
        foreach (var block in message.Readdressed)
        {
            WriteBlock(writer, block);
        }
        writer.WriteEndArray();
    }

    private static void WriteBlock(Utf8JsonWriter writer, HeadingBlock block)
    {
        writer.WriteStartObject();
        writer.WritePrecedence(block.Precedence);
        writer.WriteDtg("dtg", block.Dtg);
        writer.WriteStrings("messageInstructions", block.MessageInstructions);
        writer.WriteOriginator(block.From);
        writer.WriteAddressees("action", block.Action);
        writer.WriteAddressees("info", block.Info);
        WriteExempt(writer, block.Exempt);
        writer.WriteEndObject();
    }

    private static void WriteExempt(Utf8JsonWriter writer, ImmutableArray<ExemptedAddressee> all)
    {
        writer.WriteStartArray("exempt");
        foreach (var exempt in all)
        {
            writer.WriteStartObject();
            writer.WriteText("name", exempt.Name);
            writer.WriteText("routingIndicator", exempt.RoutingIndicator);
            writer.WriteString("of", exempt.Of);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteTransmission(Utf8JsonWriter writer, Transmission transmission)
    {
        writer.WriteStartObject("transmission");
        writer.WritePropertyName("channel");
        WriteChannel(writer, transmission.Channel);
        WriteChannels(writer, "earlierChannels", transmission.EarlierChannels);
        writer.WriteString("securityProsign", transmission.SecurityProsign);
        WriteCalled(writer, "called", transmission.Called);
        writer.WriteStartArray("pilots");
        foreach (var pilot in transmission.Pilots)
        {
            WritePilot(writer, pilot);
        }
        writer.WriteEndArray();
        WriteCalled(writer, "calledBelowPilots", transmission.CalledBelowPilots);
        WriteStation(writer, transmission.Station);
        WriteSecurity(writer, transmission.Security);
        WriteInstructions(writer, transmission.Instructions);
        writer.WriteStrings("messageInstructions", transmission.MessageInstructions);
        writer.WriteString("accounting", transmission.Accounting);
        writer.WriteNumberOrNull("groupCount", transmission.GroupCount);
        writer.WriteBoolean("cancelled", transmission.IsCancelled);
        writer.WriteBoolean("neverAnswered", transmission.IsNeverAnswered);
        writer.WriteStartObject("ending");
        writer.WriteText("serial", transmission.Ending.Serial);
        writer.WriteString("endOfMessage", transmission.Ending.EndOfMessage);
        writer.WriteStrings("corrections", transmission.Ending.Corrections);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePilot(Utf8JsonWriter writer, Pilot pilot)
    {
        writer.WriteStartObject();
        writer.WriteString("signal", pilot.Signal);
        writer.WriteText("station", pilot.Station);
        WriteChannels(writer, "channels", pilot.Channels);
        WriteCalled(writer, "called", pilot.Called);
        WriteSecurity(writer, pilot.Security);
        WriteInstructions(writer, pilot.Instructions);
        writer.WriteEndObject();
    }

    private static void WriteInstructions(Utf8JsonWriter writer, ImmutableArray<Instruction> instructions)
    {
        writer.WriteStartArray("instructions");
        foreach (var instruction in instructions)
        {
            writer.WriteStartObject();
            writer.WriteString("signal", instruction.Signal);
            writer.WriteStrings("operands", instruction.Operands);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteChannels(Utf8JsonWriter writer, string name, ImmutableArray<ChannelNumber> channels)
    {
        writer.WriteStartArray(name);
        foreach (var channel in channels)
        {
            WriteChannel(writer, channel);
        }
        writer.WriteEndArray();
    }

    private static void WriteChannel(Utf8JsonWriter writer, ChannelNumber? channel)
    {
        if (channel is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteText("designator", channel.Designator);
        writer.WriteText("number", channel.Number);
        writer.WriteEndObject();
    }

    private static void WriteCalled(Utf8JsonWriter writer, string name, CalledStations? called)
    {
        if (called is null)
        {
            writer.WriteNull(name);
            return;
        }
        writer.WriteStartObject(name);
        writer.WriteString("precedence", called.Precedence?.Name());
        writer.WriteStrings("routingIndicators", called.RoutingIndicators);
        writer.WriteString("lmf", called.Lmf);
        writer.WriteString("class", called.ClassLetter?.ToString());
        writer.WriteString("contentIndicator", called.ContentIndicator);
        writer.WriteString("classRedundancy", called.ClassRedundancy);
        writer.WriteBoolean("bells", called.HasBells);
        writer.WriteBoolean("endOfRouting", called.HasEndOfRouting);
        writer.WriteEndObject();
    }

    private static void WriteStation(Utf8JsonWriter writer, CallingStation? station)
    {
        if (station is null)
        {
            writer.WriteNull("station");
            return;
        }
        writer.WriteStartObject("station");
        writer.WriteText("routingIndicator", station.RoutingIndicator);
        writer.WriteText("serial", station.Serial);
        writer.WriteText("julian", station.Julian);
        writer.WriteText("filed", station.Filed is { } filed ? JsonValues.Instant(filed) : null);
        writer.WriteString("filedRaw", station.FiledRaw);
        writer.WriteNumberOrNull("section", station.Section);
        writer.WriteBoolean("hash", station.HasHash);
        writer.WriteEndObject();
    }

    private static void WriteSecurity(Utf8JsonWriter writer, SecurityWarning? security)
    {
        if (security is null)
        {
            writer.WriteNull("security");
            return;
        }
        writer.WriteStartObject("security");
        writer.WriteString("signal", security.Signal);
        writer.WriteText("group", security.Group);
        writer.WriteString("level", security.Level?.Name());
        writer.WriteString("releaseCode", security.ReleaseCode);
        writer.WriteString("special", security.Special);
        writer.WriteEndObject();
    }
}
