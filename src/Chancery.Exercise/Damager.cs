using System.Text;

namespace Chancery.Exercise;

/// <summary>Spoils messages the way circuits and archives do. The truth of a spoilt message stays what it was.</summary>
internal sealed class Damager(Dice dice)
{
    private static readonly ImmutableArray<string> Kinds =
    [
        "garbled characters",
        "lost line",
        "doubled line",
        "no end of message",
        "no BT",
        "wrong serial at end",
        "cut short",
        "noise in front",
    ];

    /// <summary>Gives back the message, spoilt in the given share of cases.</summary>
    public ExerciseMessage Damage(ExerciseMessage message, double share)
    {
        if (!dice.Share(share))
        {
            return message;
        }
        var kind = dice.Pick(Kinds);
        var lines = Lines(message.Bytes);
        var bytes = kind switch
        {
            "garbled characters" => Garble(message.Bytes),
            "lost line" => Join(lines, dice.Below(lines.Count), 0),
            "doubled line" => Join(lines, dice.Below(lines.Count), 2),
            "no end of message" => Without(lines, "NNNN"),
            "no BT" => Without(lines, "BT"),
            "wrong serial at end" => WrongSerial(lines),
            "cut short" => message.Bytes[..(message.Bytes.Length * dice.Between(300, 950) / 1000)],
            _ => [.. "RTD:000-000/COPIES:\n\n"u8, .. message.Bytes],
        };
        return bytes.AsSpan().SequenceEqual(message.Bytes)
            ? message
            : message with
            {
                Bytes = bytes,
                Note = message.Note with { Damage = kind },
            };
    }

    /// <summary>Exchanges letters and figures by one impulse of a teleprinter code, as a bad line does.</summary>
    private byte[] Garble(byte[] bytes)
    {
        const string Code = "ETAOINSHRDLUCMFYWGPBVKXQJZ";
        var garbled = bytes.ToArray();
        for (var i = 0; i < 1 + (bytes.Length / 300); i++)
        {
            var place = dice.Below(garbled.Length);
            if (char.IsAsciiLetterOrDigit((char)garbled[place]))
            {
                garbled[place] = (byte)Code[dice.Below(Code.Length)];
            }
        }
        return garbled;
    }

    private byte[] WrongSerial(List<byte[]> lines)
    {
        var place = lines.FindLastIndex(line => line.Length > 4 && line[0] == '#');
        if (place < 0)
        {
            return Join(lines, 0, 1);
        }
        var digit = lines[place][4];
        lines[place][4] = digit == '9' ? (byte)'0' : (byte)(digit + 1);
        return Join(lines, 0, 1);
    }

    private static byte[] Without(List<byte[]> lines, string word) =>
        [.. lines.Where(line => !Encoding.ASCII.GetString(line).TrimEnd().Equals(word, StringComparison.Ordinal)).SelectMany(line => line)];

    private static byte[] Join(List<byte[]> lines, int special, int times) =>
        [.. lines.SelectMany((line, i) => i == special ? Enumerable.Repeat(line, times).SelectMany(l => l) : line)];

    private static List<byte[]> Lines(byte[] bytes)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < bytes.Length; )
        {
            var end = Array.IndexOf(bytes, (byte)'\n', start);
            end = end < 0 ? bytes.Length : end + 1;
            lines.Add(bytes[start..end]);
            start = end;
        }
        return lines;
    }
}
