using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Chancery.Web.Api;

/// <summary>What the OpenAPI document says of bodies. They are taken with any content type, which the routing must not see.</summary>
internal static class ApiDocument
{
    public static Task Bytes(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Binary(operation, "One message or more, as they came.");

    public static Task Frames(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Binary(
            operation,
            "Submissions one after the other, each behind a line with its length in bytes and, where wanted, a blank and a key."
        );

    public static Task Search(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Members(
            operation,
            "The query and how to answer it.",
            ("q", JsonSchemaType.String),
            ("before", JsonSchemaType.String),
            ("limit", JsonSchemaType.Integer),
            ("sort", JsonSchemaType.String),
            ("full", JsonSchemaType.Boolean)
        );

    public static Task Saved(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Members(
            operation,
            "The name; to keep a search, also the query and its order.",
            ("name", JsonSchemaType.String),
            ("q", JsonSchemaType.String),
            ("sort", JsonSchemaType.String)
        );

    private static Task Binary(OpenApiOperation operation, string description) =>
        Body(operation, description, "application/octet-stream", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" });

    private static Task Members(
        OpenApiOperation operation,
        string description,
        params ReadOnlySpan<(string Name, JsonSchemaType Type)> members
    )
    {
        var properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var (name, type) in members)
        {
            properties.Add(name, new OpenApiSchema { Type = type });
        }
        return Body(
            operation,
            description,
            "application/json",
            new OpenApiSchema { Type = JsonSchemaType.Object, Properties = properties }
        );
    }

    private static Task Body(OpenApiOperation operation, string description, string type, OpenApiSchema schema)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = description,
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { [type] = new OpenApiMediaType { Schema = schema } },
        };
        return Task.CompletedTask;
    }
}
