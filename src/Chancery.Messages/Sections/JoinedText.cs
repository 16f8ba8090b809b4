namespace Chancery.Messages.Sections;

/// <summary>The bytes of several sections as one message, and which came from where.</summary>
/// <param name="Bytes">The joined bytes.</param>
/// <param name="Sections">The sections with their places in them.</param>
internal sealed record JoinedText(ReadOnlyMemory<byte> Bytes, ImmutableArray<JoinedSection> Sections);
