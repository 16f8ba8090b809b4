namespace Chancery.Gateways.Tests;

/// <summary>The editor of held traffic: what changes is shown, the text is locked, nothing is discarded.</summary>
public sealed class CorrectionTests : IDisposable
{
    private static readonly Reader Op = Samples.Person("op", Level.Secret, Roles.Reader | Roles.Communicator);
    private static readonly Reader Second = Samples.Person("second", Level.Secret, Roles.Reader | Roles.Communicator);
    private readonly TemporaryFolder folder = new();
    private readonly int port = OpenOffice.FreePort();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_corrected_heading_goes_in_the_place_of_the_held_message_and_the_rest_keeps_its_bytes()
    {
        await using var office = Open();
        using var peer = await Peer.Connect(port);
        await peer.Send(Bad("R"));
        await office.Filed(1);
        var id = office.Rows()[0].Id;
        Assert.Equal(["held"], office.Rows()[0].States);

        var held = office.Office.Corrections.Try(Op, id, null, null, null)!;
        Assert.Empty(held.Changes);
        var heading = Heading(held);
        Assert.EndsWith("BT\n", heading, StringComparison.Ordinal);
        var corrected = office.Office.Corrections.Try(Op, id, heading.Replace("RVXXAA", "RVEFAA", StringComparison.Ordinal), null, null)!;
        Assert.Equal([new ChangedLine(2, "RR RVXXAA", "RR RVEFAA")], corrected.Changes);
        Assert.Equal(corrected.TextBefore, corrected.TextAfter);
        Assert.Equal(
            Encoding.Latin1.GetString(held.Before.Raw.Span).Replace("RVXXAA", "RVEFAA", StringComparison.Ordinal),
            Encoding.Latin1.GetString(corrected.After.Raw.Span)
        );

        var (copy, refusal) = await office.Office.Corrections.Release(Op, corrected, "the indicator was mutilated");
        Assert.Null(refusal);
        Assert.Equal(
            [
                ["corrected"],
                [],
            ],
            office.Rows().Select(row => row.States.ToArray())
        );
        Assert.Equal("circuit EFA", Assert.Single(office.Office.Queue.Of(copy!.Value)).Destination);
        office.Office.Indexer.CatchUp(null, default);
        Assert.Equal(id, Assert.Single(office.Office.Archive.Find(Op, new FindRequest("is:superseded"), default).Rows).Id);
        Assert.Equal("Corrects", Assert.Single(office.Office.Desk.Links(Reader.Owner, copy.Value)).Kind.ToString());
        Assert.Contains(office.Office.Archive.History(Reader.Owner, id), line => line is { Kind: "corrected", Who: "op" });
        Assert.Equal("not-held", (await office.Office.Corrections.Release(Op, corrected, "again")).Refusal?.Code);
        Assert.Empty(office.Office.Verify(null, default));
    }

    [Fact]
    public async Task The_text_is_locked_for_communicators_and_unlocked_by_a_second_role()
    {
        await using var office = Open();
        using var peer = await Peer.Connect(port);
        await peer.Send(Bad("R"));
        await office.Filed(1);
        var id = office.Rows()[0].Id;
        var held = office.Office.Corrections.Try(Op, id, null, null, null)!;
        var locked = LockedText.Of(held.Before);
        var text = EditedLines.Shown(held.Before.Raw.Span[locked.Start..locked.End]);
        Assert.StartsWith("UNCLAS NORTHPORT", text, StringComparison.Ordinal);

        var changed = office.Office.Corrections.Try(
            Op,
            id,
            Heading(held).Replace("RVXXAA", "RVEFAA", StringComparison.Ordinal),
            text.Replace("TEST", "BEST", StringComparison.Ordinal),
            null
        )!;
        Assert.Equal("text-locked", (await office.Office.Corrections.Release(Op, changed, "x")).Refusal?.Code);
        // Words slipped in between heading and text are text as well.
        var slipped = office.Office.Corrections.Try(Op, id, Heading(held) + "UNCLAS MORE\n", null, null)!;
        Assert.Equal("text-locked", (await office.Office.Corrections.Release(Op, slipped, "x")).Refusal?.Code);
        Assert.Equal(["held"], office.Rows()[0].States);

        var officer = Op with { Roles = Op.Roles | Roles.RecordsOfficer };
        Assert.NotNull((await office.Office.Corrections.Release(officer, changed, "by message of the originator")).Copy);
        Assert.Contains(
            office.Office.Archive.History(Reader.Owner, id),
            line => line.Kind == "corrected" && line.Detail == "text unlocked: by message of the originator"
        );
    }

    [Fact]
    public async Task FLASH_is_corrected_by_two_persons_who_want_the_same_bytes()
    {
        await using var office = Open();
        using var peer = await Peer.Connect(port);
        await peer.Send(Bad("Z"));
        await office.Filed(1);
        var id = office.Rows()[0].Id;
        var held = office.Office.Corrections.Try(Op, id, null, null, null)!;
        var right = Heading(held).Replace("RVXXAA", "RVEFAA", StringComparison.Ordinal);
        var other = right.Replace("RVEFAA", "RVEFAB", StringComparison.Ordinal);

        Assert.Equal((null, null), await Release(Op, right));
        Assert.Equal("two-persons", (await Release(Op, right)).Refusal?.Code);
        Assert.Equal((null, null), await Release(Second, other));
        // The plain release is not what the other one has proposed.
        Assert.Null(office.Office.Desk.Release(Op, id, "x", out var isDone));
        Assert.False(isDone);
        Assert.Equal((null, null), await Release(Second, right));
        Assert.NotNull((await Release(Op, right)).Copy);

        Task<(MessageId? Copy, Refusal? Refusal)> Release(Reader who, string heading) =>
            office.Office.Corrections.Release(who, office.Office.Corrections.Try(who, id, heading, null, null)!, "x");
    }

    [Fact]
    public async Task A_garbled_message_is_asked_for_by_its_number_and_a_good_copy_closes_the_request()
    {
        await using var office = Open();
        using var peer = await Peer.Connect(port);
        await peer.Send(Traffic.Telegram(1, called: "RVEFAA")[..^20] + Traffic.Telegram(2, called: "RVEFAA"));
        await office.Filed(2);
        var id = office.Rows()[0].Id;
        Assert.Null(await office.Office.Corrections.AskRepeat(Op, id, "cut off"));
        await peer.Hears("INT ZDK QQA001");
        Assert.Equal(("QQA001", 1), Open(office).Select(one => (one.Number, one.Times)).Single());
        Assert.Equal(["held"], office.Rows()[0].States);

        await peer.Send(Traffic.Telegram(3, called: "RVEFAA", text: 1));
        await Until.Holds(() => Open(office).Count == 0, "answered request");
    }

    [Theory]
    [InlineData("O", 2)]
    [InlineData("P", 8)]
    [InlineData("R", 16)]
    public async Task What_nobody_repeats_is_asked_for_a_second_and_a_third_time_and_then_left_to_people(string precedence, int hours)
    {
        var clock = new ShiftedClock();
        await using var office = Open(clock);
        using var peer = await Peer.Connect(port);
        await peer.Send(Traffic.Telegram(1, precedence, "RVEFAA")[..^20] + Traffic.Telegram(2, called: "RVEFAA"));
        await office.Filed(2);
        Assert.Null(await office.Office.Corrections.AskRepeat(Op, office.Rows()[0].Id, "cut off"));
        await peer.Hears("\r\nINT ZDK QQA001");

        clock.Forward(TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(1));
        await office.Office.Repeats.Look(default);
        Assert.Equal(1, Open(office).Single().Times);
        clock.Forward(TimeSpan.FromMinutes(2));
        await office.Office.Repeats.Look(default);
        await peer.Hears("ZAR2 INT ZDK QQA001");
        await office.Office.Repeats.Look(default);
        Assert.Equal(2, Open(office).Single().Times);

        clock.Forward(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1));
        await office.Office.Repeats.Look(default);
        await peer.Hears("ZAR3 INT ZDK QQA001 NO REPLY RECEIVED");
        clock.Forward(TimeSpan.FromHours(10 * hours));
        await office.Office.Repeats.Look(default);
        Assert.Equal(3, Open(office).Single().Times);
        Assert.Equal(["held"], office.Rows()[0].States);
    }

    [Fact]
    public async Task What_is_returned_is_told_to_the_station_and_stays_on_file()
    {
        await using var office = Open();
        using var peer = await Peer.Connect(port);
        await peer.Send(Bad("R"));
        await office.Filed(1);
        var id = office.Rows()[0].Id;
        Assert.Equal("no-reason", (await office.Office.Corrections.Return(Op, id, ""))?.Code);
        Assert.Null(await office.Office.Corrections.Return(Op, id, "garbled"));
        await peer.Hears("ZES2");
        Assert.Empty(office.Rows()[0].States);
        Assert.NotNull(office.Office.Archive.Open(Op, id));
        Assert.Empty(office.Office.Desk.Holds(Op, 10));
    }

    private static IReadOnlyList<RepeatRequest> Open(OpenOffice office) => office.Office.Repeats.Waiting;

    private static string Heading(Corrected held) => EditedLines.Shown(held.Before.Raw.Span[..LockedText.Of(held.Before).Start]);

    /// <summary>A telegram whose routing indicator leads nowhere (R5).</summary>
    private static string Bad(string precedence) => Traffic.Telegram(1, precedence, called: "RVXXAA");

    private OpenOffice Open(TimeProvider? clock = null) =>
        OpenOffice.Open(
            folder.Path,
            $"[office]\nrouting_indicator = \"RVEHAA\"\n[[circuit]]\nname = \"QQA\"\nlisten = \"127.0.0.1:{port}\"\nstation = \"RVEHBB\"\nlevel = \"SECRET\"\n"
                + "[[circuit]]\nname = \"EFA\"\nconnect = \"127.0.0.1:1\"\nlevel = \"SECRET\"\nroutes = [\"RVEF\"]\n",
            clock
        );
}
