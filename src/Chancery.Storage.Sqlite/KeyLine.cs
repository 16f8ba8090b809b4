using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Storage.Sqlite;

/// <summary>The keys of a message as one line, and the numbers by which they are found.</summary>
internal static class KeyLine
{
    private const char Part = '\u001F';

    /// <summary>The first eight bytes of a hash; null of null. What it finds is compared in full.</summary>
    public static long? Hash(string? key)
    {
        if (key is null)
        {
            return null;
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    public static string Write(MessageKeys keys)
    {
        var logged = keys.Logged;
        return string.Join(
            Part,
            logged.MessageIdentity,
            logged.TransmissionIdentity,
            logged.ChannelIdentity,
            logged.TextHash,
            Section(logged.Section),
            logged.Level is { } level ? ((int)level).ToString(CultureInfo.InvariantCulture) : "",
            string.Join(' ', logged.Called),
            (logged.IsDamaged ? "D" : "") + (logged.IsSubjectToCorrection ? "C" : ""),
            keys.Channel
        );
    }

    public static MessageKeys Read(string line)
    {
        var parts = line.Split(Part);
        var logged = new LoggedMessage(Text(parts[0]), Text(parts[1]), Text(parts[2]), parts[3])
        {
            Section = ReadSection(parts[4]),
            Level = parts[5].Length == 0 ? null : (Level)int.Parse(parts[5], CultureInfo.InvariantCulture),
            Called = [.. parts[6].Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            IsDamaged = parts[7].Contains('D', StringComparison.Ordinal),
            IsSubjectToCorrection = parts[7].Contains('C', StringComparison.Ordinal),
        };
        return new MessageKeys(logged, Text(parts[8]));
    }

    private static string? Text(string part) => part.Length == 0 ? null : part;

    private static string Section(Section? section) =>
        section is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{section.Number}/{section.Of}/{(section.Final ? "F" : "")}");

    private static Section? ReadSection(string part)
    {
        if (part.Length == 0)
        {
            return null;
        }
        var parts = part.Split('/');
        return new Section(Number(parts[0]), Number(parts[1]), parts[2].Length > 0);

        static int? Number(string digits) => digits.Length == 0 ? null : int.Parse(digits, CultureInfo.InvariantCulture);
    }
}
