namespace Chancery.Office.Tests;

public sealed class CommitFeedTests
{
    [Fact]
    public async Task A_slow_listener_loses_the_oldest_and_is_told_by_a_gap()
    {
        var feed = new CommitFeed();
        using var stop = new CancellationTokenSource();
        await using var slow = feed.Follow(stop.Token).GetAsyncEnumerator();
        var rows = Enumerable.Range(0, 10_000).Select(Row).ToList();
        feed.Publish(rows);

        Assert.True(await slow.MoveNextAsync());
        Assert.Null(slow.Current);
        var seen = 0;
        MessageRow? last = null;
        while (seen < 4096 && await slow.MoveNextAsync())
        {
            last = slow.Current;
            seen++;
        }
        Assert.Same(rows[^1], last);
    }

    [Fact]
    public async Task Every_listener_gets_every_row_from_his_call_on()
    {
        var feed = new CommitFeed();
        feed.Publish([Row(1)]);
        await using var a = feed.Follow(default).GetAsyncEnumerator();
        await using var b = feed.Follow(default).GetAsyncEnumerator();
        var row = Row(2);
        feed.Publish([row]);
        Assert.True(await a.MoveNextAsync() && await b.MoveNextAsync());
        Assert.Same(row, a.Current);
        Assert.Same(row, b.Current);
    }

    [Fact]
    public void A_bell_of_a_destination_rings_only_for_what_was_queued_there()
    {
        var feed = new CommitFeed();
        var any = feed.Bell(CancellationToken.None);
        var aba = feed.Bell(CancellationToken.None, "circuit ABA");
        feed.Publish([Row(1)], new HashSet<string>(StringComparer.Ordinal) { "circuit EFB" });
        Assert.True(any.TryRead(out _));
        Assert.False(aba.TryRead(out _));
        feed.Publish([Row(2)], new HashSet<string>(StringComparer.Ordinal) { "circuit ABA", "circuit EFB" });
        Assert.True(aba.TryRead(out _));
        feed.Publish([Row(3)]);
        Assert.False(aba.TryRead(out _));
    }

    private static MessageRow Row(int number) =>
        new()
        {
            Id = new MessageId(new Guid(number, 0, 0, new byte[8])),
            FiledAt = DateTimeOffset.UnixEpoch,
            Origin = new Origin("http", "op"),
            EffectiveLevel = new EffectiveLevel(Level.Unclassified, "classification line"),
        };
}
