using System.Numerics;

namespace Chancery.Exercise;

/// <summary>
/// Chance with a memory of its seed: xoshiro256** filled by SplitMix64. Integer arithmetic only where bytes depend on it, so that one seed
/// gives the same traffic on every machine.
/// </summary>
internal sealed class Dice
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public Dice(ulong seed)
    {
        a = Spread(ref seed);
        b = Spread(ref seed);
        c = Spread(ref seed);
        d = Spread(ref seed);
    }

    /// <summary>64 fresh bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>A number from 0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True in <paramref name="thousandth"/> of a thousand cases.</summary>
    public bool PerMille(int thousandth) => Below(1000) < thousandth;

    /// <summary>True with the given share, 0 to 1.</summary>
    public bool Share(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    public T Pick<T>(ImmutableArray<T> from) => from[Below(from.Length)];

    /// <summary>
    /// Picks with the first entries far more often than the last: half the time each doubling of the rank is about equally likely, which is
    /// close to Zipf's law of words; else all are.
    /// </summary>
    public T PickUneven<T>(ImmutableArray<T> from)
    {
        if ((Next() & 1) == 0)
        {
            return Pick(from);
        }
        var doublings = BitOperations.Log2((uint)from.Length) + 1;
        while (true)
        {
            var first = (1 << Below(doublings)) - 1;
            var rank = first + Below(first + 1);
            if (rank < from.Length)
            {
                return from[rank];
            }
        }
    }

    private static ulong Spread(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
