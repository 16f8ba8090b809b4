namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>The judge of the order in which messages left, tried on records made by hand.</summary>
public sealed class QueueRecordTests
{
    [Fact]
    public void What_left_while_something_higher_was_queued_was_let_through_too_early() =>
        Assert.Equal(1, Record((Place: 1, Precedence: 0, QueuedThen: 2), (2, 3, 2)).Overtaken);

    [Fact]
    public void Each_that_went_before_a_higher_one_counts() =>
        Assert.Equal(2, Record((Place: 2, Precedence: 0, QueuedThen: 3), (3, 1, 3), (1, 4, 3)).Overtaken);

    [Fact]
    public void What_left_before_the_higher_one_was_queued_was_not_let_through_too_early() =>
        Assert.Equal(0, Record((Place: 1, Precedence: 0, QueuedThen: 1), (2, 3, 2), (3, 3, 3)).Overtaken);

    [Fact]
    public void Its_own_precedence_and_lower_ones_may_wait_behind_it() =>
        Assert.Equal(0, Record((Place: 3, Precedence: 3, QueuedThen: 3), (1, 0, 3), (2, 0, 3)).Overtaken);

    [Fact]
    public void Two_of_one_precedence_leave_as_they_were_queued()
    {
        Assert.Equal(1, Record((Place: 2, Precedence: 0, QueuedThen: 2), (1, 0, 2)).OutOfOrder);
        Assert.Equal(0, Record((Place: 2, Precedence: 1, QueuedThen: 2), (1, 0, 2)).OutOfOrder);
    }

    private static QueueRecord Record(params (long Place, int Precedence, long QueuedThen)[] sent) =>
        new([.. sent.Select(one => new QueueRecord.Sent(one.Place, one.Precedence, one.QueuedThen))]);
}
