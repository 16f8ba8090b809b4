namespace Chancery.Messages.Tests.Fuzz;

/// <summary>Damages bytes as lines, operators and converters do: deterministic in its seed.</summary>
internal sealed class Mutator(int seed)
{
    private readonly Random dice = new(seed);

    /// <summary>A whole number from 0 to one less than <paramref name="end"/>.</summary>
    public int Next(int end) => dice.Next(end);

    /// <summary>One of the seeds, joined with another at times, with one to sixteen changes.</summary>
    public byte[] Make(byte[][] seeds)
    {
        var bytes = seeds[Next(seeds.Length)].ToList();
        if (Next(3) == 0)
        {
            var other = seeds[Next(seeds.Length)];
            bytes.InsertRange(Next(bytes.Count + 1), other[Next(other.Length)..]);
        }
        for (var changes = 1 + Next(16); changes > 0 && bytes.Count > 0; changes--)
        {
            Change(bytes);
        }
        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        var at = Next(bytes.Count);
        var run = Math.Min(1 + Next(40), bytes.Count - at);
        switch (Next(8))
        {
            case 0:
                bytes[at] = (byte)Next(256);
                break;
            case 1:
                bytes[at] ^= (byte)(1 << Next(8));
                break;
            case 2:
                bytes.RemoveRange(at, run);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, run));
                break;
            case 4:
                bytes.InsertRange(at, Enumerable.Repeat("/(.-\n #\r1BN"u8[Next(11)], 1 + Next(60)));
                break;
            case 5:
                bytes.InsertRange(Next(bytes.Count), bytes.GetRange(at, run));
                break;
            case 6:
                bytes.RemoveAll(b => b == '\n' && Next(4) == 0);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
}
