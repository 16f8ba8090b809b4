using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Chancery.Web;

/// <summary>The style sheet and the script, served from the assembly under a name that changes with their content.</summary>
public sealed class Assets
{
    private readonly Asset[] assets = [Load("desk.css", "text/css; charset=utf-8"), Load("desk.js", "text/javascript; charset=utf-8")];

    /// <summary>Address of the style sheet.</summary>
    public string Style => assets[0].Address;

    /// <summary>Address of the script.</summary>
    public string Script => assets[1].Address;

    /// <summary>Maps both, and an empty answer for the picture that browsers ask for.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in assets)
        {
            routes.MapGet(asset.Address, asset.Send).AllowAnonymous().ExcludeFromDescription();
        }
        routes.MapGet("/favicon.ico", static () => Results.NoContent()).AllowAnonymous().ExcludeFromDescription();
    }

    private static Asset Load(string name, string type)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        var plain = new byte[stream.Length];
        stream.ReadExactly(plain);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(plain);
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 6));
        var dot = name.LastIndexOf('.');
        return new Asset($"/static/{name[..dot]}.{hash}{name[dot..]}", type, plain, packed.ToArray());
    }

    private sealed record Asset(string Address, string Type, byte[] Plain, byte[] Packed)
    {
        public async Task Send(HttpContext context)
        {
            var packed = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
            context.Response.ContentType = Type;
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.Vary = "Accept-Encoding";
            if (packed)
            {
                context.Response.Headers.ContentEncoding = "br";
            }
            await context.Response.Body.WriteAsync(packed ? Packed : Plain, context.RequestAborted);
        }
    }
}
