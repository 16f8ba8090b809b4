using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Chancery.Web.Api;

/// <summary>What the OpenAPI document says of bodies. They are taken with any content type, which the routing must not see.</summary>
internal static class ApiDocument
{
    public static Task Bytes(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Body(
            operation,
            "One message or more, as they came.",
            "application/octet-stream",
            new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }
        );

    public static Task Frames(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Body(
            operation,
            "Submissions one after the other, each behind a line with its length in bytes and, where wanted, a blank and a key.",
            "application/octet-stream",
            new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }
        );

    public static Task Search(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Body(
            operation,
            "The query and how to answer it.",
            "application/json",
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["q"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["before"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["limit"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                    ["sort"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["full"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
                },
            }
        );

    public static Task Saved(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation) =>
        Body(
            operation,
            "The name; to keep a search, also the query and its order.",
            "application/json",
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["name"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["q"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    ["sort"] = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            }
        );

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
