using System.Text.Json;

namespace Chancery.Messages.Json;

/// <summary>The members that come from heading and ending.</summary>
internal static class HeadingJson
{
    public static void Write(Utf8JsonWriter writer, Message message)
    {
        WriteTransmission(writer, message.Transmission);
        writer.WritePrecedence(message.Precedence);
        writer.WriteDtg("dtg", message.Dtg);
        writer.WriteOriginator(message.From);
        writer.WriteAddressees("action", message.Action);
        writer.WriteAddressees("info", message.Info);
        writer.WriteStartArray("exempt");
        foreach (var exempt in message.Exempt)
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
        writer.WriteStartArray("earlierChannels");
        foreach (var channel in transmission.EarlierChannels)
        {
            WriteChannel(writer, channel);
        }
        writer.WriteEndArray();
        writer.WriteString("securityProsign", transmission.SecurityProsign);
        WriteCalled(writer, transmission.Called);
        WriteStation(writer, transmission.Station);
        WriteSecurity(writer, transmission.Security);
        writer.WriteStartArray("instructions");
        foreach (var instruction in transmission.Instructions)
        {
            writer.WriteStartObject();
            writer.WriteString("signal", instruction.Signal);
            writer.WriteStrings("operands", instruction.Operands);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteStrings("messageInstructions", transmission.MessageInstructions);
        writer.WriteStartObject("ending");
        writer.WriteText("serial", transmission.Ending.Serial);
        writer.WriteString("endOfMessage", transmission.Ending.EndOfMessage);
        writer.WriteEndObject();
        writer.WriteEndObject();
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

    private static void WriteCalled(Utf8JsonWriter writer, CalledStations? called)
    {
        if (called is null)
        {
            writer.WriteNull("called");
            return;
        }
        writer.WriteStartObject("called");
        writer.WriteString("precedence", called.Precedence?.Name());
        writer.WriteStrings("routingIndicators", called.RoutingIndicators);
        writer.WriteString("lmf", called.Lmf);
        writer.WriteString("class", called.ClassLetter?.ToString());
        writer.WriteString("contentIndicator", called.ContentIndicator);
        writer.WriteString("classRedundancy", called.ClassRedundancy);
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
        writer.WriteString("special", security.Special);
        writer.WriteEndObject();
    }
}
