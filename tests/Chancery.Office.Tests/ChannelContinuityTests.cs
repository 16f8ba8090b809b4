using Chancery.Messages;
using CsCheck;

namespace Chancery.Office.Tests;

/// <summary>transmission.md 5.3, and vector V26.</summary>
public sealed class ChannelContinuityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<(long Cycle, int Number), NumberEntry> record = [];
    private ChannelState? state;

    [Fact]
    public void V26_numbers_left_out_are_open_until_they_come()
    {
        Assert.Equal(ContinuityEvent.First, Take(21));
        Assert.Equal(ContinuityEvent.Expected, Take(22));
        Assert.Equal(ContinuityEvent.Gap, Take(25));
        Assert.Equal([23, 24], Open());
        Assert.Equal(ContinuityEvent.Late, Take(23));
        Assert.Equal([24], Open());
        Assert.Equal(ContinuityEvent.Expected, Take(26));
    }

    [Fact]
    public void A_number_that_was_used_is_told()
    {
        Take(1);
        Take(2);
        Assert.Equal(ContinuityEvent.Again, Take(2));
        Assert.Equal(ContinuityEvent.Again, Take(1));
        Assert.Equal(ContinuityEvent.Expected, Take(3));
    }

    [Fact]
    public void After_the_last_number_comes_001_and_numbers_missing_around_it_are_open()
    {
        Take(997);
        Assert.Equal(ContinuityEvent.Gap, Take(2));
        Assert.Equal([1, 998, 999], Open().Order());
        Assert.Equal(ContinuityEvent.Expected, Take(3));
    }

    [Fact]
    public void After_999_001_is_what_is_expected()
    {
        Take(999);
        Assert.Equal(ContinuityEvent.Expected, Take(1));
    }

    [Fact]
    public void A_number_from_just_before_the_end_of_the_series_that_comes_again_is_that_number()
    {
        Take(997);
        Take(998);
        Take(999);
        Take(1);
        Assert.Equal(ContinuityEvent.Again, Take(999));
        Assert.Equal(ContinuityEvent.Again, Take(998));
        Assert.Equal(ContinuityEvent.Expected, Take(2));
        Assert.Empty(Open());
    }

    [Fact]
    public void On_a_new_day_001_begins_a_new_series_and_the_last_of_the_old_one_is_told()
    {
        Take(1);
        Take(2);
        Take(3);
        Assert.Equal(ContinuityEvent.Reset, Take(1, Noon.AddDays(1), out var lastOfOld));
        Assert.Equal(3, lastOfOld);
        Assert.Equal(ContinuityEvent.Expected, Take(2, Noon.AddDays(1), out _));
        Assert.Empty(Open());
    }

    [Fact]
    public void A_number_far_off_is_no_gap_of_hundreds()
    {
        Take(5);
        Assert.Equal(ContinuityEvent.Jump, Take(500));
        Assert.Empty(Open());
    }

    [Fact]
    public void In_whatever_order_numbers_come_those_that_did_not_are_open_and_no_others() =>
        Gen.Int[2, 90]
            .Array[1, 60]
            .Sample(numbers =>
            {
                var channel = new ChannelContinuityTests();
                channel.Take(1);
                foreach (var number in numbers)
                {
                    channel.Take(number);
                }
                var missing = Enumerable.Range(1, numbers.Max()).Except(numbers.Append(1));
                return missing.SequenceEqual(channel.Open().Order());
            });

    private IEnumerable<int> Open() => record.Values.Where(entry => entry.State == NumberState.Open).Select(entry => entry.Number);

    private ContinuityEvent Take(int number) => Take(number, Noon, out _);

    private ContinuityEvent Take(int number, DateTimeOffset at, out int lastOfOld)
    {
        var step = ChannelContinuity.Take("QQA", state, number, 999, at, (cycle, of) => record.GetValueOrDefault((cycle, of)));
        state = step.After;
        foreach (var entry in step.Entries)
        {
            record[(entry.Cycle, entry.Number)] = entry;
        }
        lastOfOld = step.LastOfOld;
        return step.Event;
    }
}
