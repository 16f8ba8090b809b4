using System.Text.Json;

namespace Chancery.Messages.Json;

/// <summary>Writes a message in the JSON contract: one object, every key present, absent values null or empty, dates ISO 8601 in Z.</summary>
public static class MessageJson
{
    /// <summary>Writes the whole object. <paramref name="file"/> is the input as the user named it, <c>-</c> for standard input.</summary>
    public static void Write(Utf8JsonWriter writer, Message message, string file)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file);
        WriteMembers(writer, message);
        writer.WriteEndObject();
    }

    /// <summary>Writes the members behind <c>file</c> into an object that the caller opened and closes, so that he may add his own.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Message message)
    {
        writer.WriteNumber("line", message.Line);
        writer.WriteNumber("offset", message.Offset);
        writer.WriteNumber("length", message.Raw.Length);
        writer.WriteString("profile", message.Profile.Name());
        writer.WriteString("family", message.Family.Name());
        WriteIdentity(writer, message.MessageIdentity, message.TransmissionIdentity, message.ChannelIdentity);
        HeadingJson.Write(writer, message);
        TextJson.Write(writer, message);
        FindingJson.Write(writer, message);
    }

    /// <summary>Writes the member <c>findings</c>.</summary>
    public static void WriteFindings(Utf8JsonWriter writer, Message message) => FindingJson.Write(writer, message);

    /// <summary>Writes the member <c>identity</c>.</summary>
    public static void WriteIdentity(Utf8JsonWriter writer, string? message, string? transmission, string? channel)
    {
        writer.WriteStartObject("identity");
        writer.WriteString("message", message);
        writer.WriteString("transmission", transmission);
        writer.WriteString("channel", channel);
        writer.WriteEndObject();
    }
}
