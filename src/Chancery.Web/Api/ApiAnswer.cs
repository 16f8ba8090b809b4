using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Chancery.Web.Api;

/// <summary>Writes answers of the API by hand: the names of the contract stand in the code, not in the shape of a type.</summary>
internal static class ApiAnswer
{
    /// <summary>How JSON is written.</summary>
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An answer whose body is written by <paramref name="write"/>; buffered, so that a fault while writing is an error and no half answer.</summary>
    public static async Task Send(
        HttpContext context,
        int status,
        Action<Utf8JsonWriter> write,
        string type = "application/json; charset=utf-8"
    )
    {
        var body = Body(write);
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>Says what became of what was asked for.</summary>
    public static Task State(HttpContext context, string state) =>
        Send(
            context,
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("state", state);
                json.WriteEndObject();
            }
        );

    /// <summary>Refuses.</summary>
    public static Task Refuse(HttpContext context, ApiError error)
    {
        if (error.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }
        return Send(
            context,
            error.Status,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("type", $"urn:chancery:problem:{error.Code}");
                json.WriteString("title", error.Title);
                json.WriteNumber("status", error.Status);
                json.WriteString("detail", error.Detail);
                json.WriteString("code", error.Code);
                json.WriteEndObject();
            },
            "application/problem+json; charset=utf-8"
        );
    }

    /// <summary>The bytes of one JSON value.</summary>
    public static ReadOnlyMemory<byte> Body(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            write(json);
        }
        return buffer.WrittenMemory;
    }
}
