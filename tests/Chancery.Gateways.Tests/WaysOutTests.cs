using Chancery.Gateways.Mail;
using MimeKit;

namespace Chancery.Gateways.Tests;

/// <summary>Traffic that leaves by folders and mail, and a communicator's hand on it.</summary>
public sealed class WaysOutTests : IDisposable
{
    private static readonly Reader Op = Samples.Person("op", Level.Secret);
    private static readonly Reader Communicator = Samples.Person("com", Level.Secret, Roles.Reader | Roles.Communicator);
    private static readonly Reader Second = Samples.Person("com2", Level.Secret, Roles.Reader | Roles.Communicator);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_routed_to_a_folder_is_laid_there_whole_with_its_own_stations_only()
    {
        await using var office = Open("[[folder]]\nname = \"east\"\nout = \"east\"\nroutes = [\"RVEK\"]\nlevel = \"SECRET\"\n");
        await Accept(office, Traffic.Telegram(1, called: "RVEHAA RVEKBB"));
        var east = Path.Combine(folder.Path, "east");
        await Until.Holds(() => Directory.Exists(east) && Directory.GetFiles(east, "*.txt").Length == 1, "file");
        var laid = new MessageReader().Read(await File.ReadAllBytesAsync(Directory.GetFiles(east, "*.txt").Single()));
        Assert.Equal(["RVEKBB"], laid.Transmission.Called!.RoutingIndicators);
        Assert.Equal("NNNN", laid.Transmission.Ending.EndOfMessage);
        await Until.Holds(
            () => Assert.Single(office.Office.Queue.Of(office.Rows()[0].Id)).State == DeliveryState.Delivered,
            "end of the delivery"
        );
    }

    [Fact]
    public async Task What_is_routed_to_mail_arrives_at_another_office_as_the_same_message()
    {
        using var far = new TemporaryFolder();
        var port = OpenOffice.FreePort();
        await using var there = OpenOffice.Open(far.Path, $"[smtp]\nlisten = \"127.0.0.1:{port}\"\nallow = [\"127.0.0.1\"]\n");
        await using var here = Open(
            $"[smtp]\nrelay = \"127.0.0.1:{port}\"\nfrom = \"north@example.org\"\n[[mail]]\nname = \"east\"\nto = [\"east@example.org\"]\nroutes = [\"RVEK\"]\nlevel = \"SECRET\"\n"
        );
        await Accept(here, Traffic.Telegram(1, called: "RVEKBB"));
        await there.Filed(1);
        var row = there.Rows()[0];
        Assert.Equal("north@example.org", row.Origin.Name);
        Assert.Equal(Traffic.Telegram(1, called: "RVEKBB"), Encoding.Latin1.GetString(there.Office.Archive.Open(Op, row.Id)!.Raw.Span));
        var whole = Encoding.Latin1.GetString(there.Office.Archive.Received(Op, row.Id)!.Value.Span);
        Assert.Contains("MMHS-Primary-Precedence: routine", whole, StringComparison.Ordinal);
        Assert.Contains("MMHS-Originator-PLAD: LEGATION NORTHPORT", whole, StringComparison.Ordinal);
        Assert.Contains("SIO-Label: marking=\"UNCLASSIFIED\"", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void Mail_without_a_heading_becomes_a_message_by_its_MMHS_headers()
    {
        using var mail = new MimeMessage();
        mail.From.Add(MailboxAddress.Parse("north@example.org"));
        mail.To.Add(new MailboxAddress("MINFOR HOMECITY", "home@example.org"));
        mail.Cc.Add(new MailboxAddress("LEGATION EASTPORT", "east@example.org"));
        mail.Headers.Add("MMHS-Originator-PLAD", "LEGATION NORTHPORT");
        mail.Headers.Add("MMHS-Extended-Authorisation-Info", "Mon, 29 Sep 2008 12:21:00 +0000");
        mail.Headers.Add("MMHS-Primary-Precedence", "immediate");
        mail.Headers.Add("MMHS-Copy-Precedence", "1");
        mail.Body = new TextPart("plain") { Text = "UNCLAS\r\nSUBJECT: EXERCISE\r\n\r\n1. TEXT.\r\n" };

        var message = new MessageReader().Read(RecordMail.Text(mail, new MessageReader()));
        Assert.Equal("LEGATION NORTHPORT 291221Z SEP 08", message.MessageIdentity);
        Assert.Equal(new PrecedencePair(Precedence.Immediate, Precedence.Routine), message.Precedence);
        Assert.Equal("MINFOR HOMECITY", Assert.Single(message.Action).Name);
        Assert.Equal("LEGATION EASTPORT", Assert.Single(message.Info).Name);
        Assert.Equal("EXERCISE", message.Subject!.Text);

        mail.Headers.Remove("MMHS-Extended-Authorisation-Info");
        Assert.Null(RecordMail.Text(mail, new MessageReader()));
    }

    [Fact]
    public async Task Held_traffic_goes_when_a_communicator_releases_it_and_nobody_else_may()
    {
        await using var office = Open(
            "[office]\nrouting_indicator = \"RVEHXX\"\n[[folder]]\nname = \"east\"\nout = \"east\"\nroutes = [\"RVEK\"]\nlevel = \"SECRET\"\n"
        );
        await Accept(office, Traffic.Telegram(1, called: "RVEKBB RVZZ"));
        var id = Assert.Single(office.Office.Desk.Holds(Communicator, 10)).Row.Id;
        Assert.Equal("R5", office.Office.Desk.Holds(Communicator, 10)[0].Rule);
        Assert.Equal("not-a-communicator", office.Office.Desk.Release(Op, id, "why not", out _)!.Code);
        Assert.Equal("no-reason", office.Office.Desk.Release(Communicator, id, "", out _)!.Code);
        Assert.Null(office.Office.Desk.Release(Communicator, id, "RVZZ served by telephone", out var isDone));
        Assert.True(isDone);
        await Until.Holds(() => office.Office.Queue.Of(id).All(delivery => delivery.State == DeliveryState.Delivered), "delivery");
        Assert.Equal("not-held", office.Office.Desk.Release(Communicator, id, "again", out _)!.Code);
    }

    [Fact]
    public async Task FLASH_needs_two_persons()
    {
        await using var office = Open("[office]\nrouting_indicator = \"RVEHXX\"\n");
        await Accept(office, Traffic.Telegram(1, "Z", "RVZZ"));
        var id = office.Rows()[0].Id;
        Assert.Null(office.Office.Desk.Release(Communicator, id, "first", out var isDone));
        Assert.False(isDone);
        Assert.Equal("two-persons", office.Office.Desk.Release(Communicator, id, "first again", out _)!.Code);
        Assert.Null(office.Office.Desk.Release(Second, id, "second", out isDone));
        Assert.True(isDone);
    }

    [Fact]
    public async Task Nothing_that_a_communicator_asks_for_sends_by_a_way_that_is_not_cleared()
    {
        await using var office = Open(
            "[[folder]]\nname = \"east\"\nout = \"/dev/null/nowhere\"\nroutes = [\"RVEK\"]\nlevel = \"SECRET\"\n"
                + $"[[circuit]]\nname = \"LOW\"\nlisten = \"127.0.0.1:{OpenOffice.FreePort()}\"\nlevel = \"UNCLASSIFIED\"\n"
        );
        var secret = Traffic
            .Telegram(1, called: "RVEKBB")
            .Replace("ZNR UUUUU", "ZNY SSSSS", StringComparison.Ordinal)
            .Replace("UNCLAS NORTH", "S E C R E T NORTH", StringComparison.Ordinal)
            .Replace("(U)", "(S)", StringComparison.Ordinal);
        await Accept(office, secret);
        var delivery = Assert.Single(office.Office.Desk.Waiting(Communicator, 10));
        Assert.Equal("not-cleared", office.Office.Desk.Requeue(Communicator, delivery.Id, "LOW", "other way")!.Code);
        Assert.Equal("no-destination", office.Office.Desk.Requeue(Communicator, delivery.Id, "XXX", "other way")!.Code);
        Assert.Null(office.Office.Desk.Change(Communicator, delivery.Id, DeliveryState.Cancelled, "not wanted"));
        Assert.Empty(office.Office.Desk.Waiting(Communicator, 10));
        Assert.Empty(office.Office.Desk.Waiting(Samples.Person("low", Level.Confidential), 10));
    }

    private OpenOffice Open(string settings) => OpenOffice.Open(folder.Path, settings);

    private static async Task Accept(OpenOffice office, string telegram)
    {
        var answer = await office.Office.Intake.Accept(new Submission(Traffic.Bytes(telegram), new Origin("http", "op"), Op), default);
        Assert.Null(answer.Refusal);
    }
}
