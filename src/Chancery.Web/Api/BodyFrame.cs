namespace Chancery.Web.Api;

/// <summary>One submission of a stream.</summary>
/// <param name="Kind">Whether it could be read.</param>
/// <param name="Key">The sender's key for it; null where its line bears none.</param>
/// <param name="Bytes">Its bytes; empty where it is not whole.</param>
internal sealed record BodyFrame(BodyFrameKind Kind, string? Key, ReadOnlyMemory<byte> Bytes);
