using System.Security.Cryptography;

namespace Chancery.Messages.Heading;

/// <summary>The hash by which two texts are the same although lines were broken or pages parted elsewhere (transmission.md 5.2).</summary>
internal static class TextFingerprint
{
    /// <summary>SHA-256 of the runs of format line 12.</summary>
    public static string Of(ReadOnlySpan<byte> bytes, ReadOnlySpan<MessagePart> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[512];
        var (used, isParted) = (0, true);
        foreach (var part in parts)
        {
            if (part.FormatLine != 12)
            {
                continue;
            }
            foreach (var b in bytes.Slice(part.Span.Start, part.Span.Length))
            {
                if (b <= ' ' || b == 0x7F)
                {
                    isParted = true;
                    continue;
                }
                if (used + 2 > buffer.Length)
                {
                    hash.AppendData(buffer[..used]);
                    used = 0;
                }
                if (isParted)
                {
                    buffer[used++] = (byte)' ';
                    isParted = false;
                }
                buffer[used++] = b is >= (byte)'a' and <= (byte)'z' ? (byte)(b - 32) : b;
            }
            isParted = true;
        }
        hash.AppendData(buffer[..used]);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
