using System.Security.Cryptography;
using System.Text;
using Chancery.Messages;
using Chancery.Office;
using Chancery.Storage.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Chancery.Storage.Sqlite.Tests;

/// <summary>handling.md 1.2 and 1.3: the clocks t0 to t3, alarms and the roster, on a real store.</summary>
public sealed class AlarmTests : IDisposable
{
    private static readonly Reader Op = Samples.Person("op", Level.Secret, Roles.Reader | Roles.Sender | Roles.Communicator);
    private static readonly Reader Econ = Samples.Person("ada", Level.Secret) with { Offices = ["ECON"] };
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider clock = Samples.Clock();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Z", "", 5)]
    [InlineData("O", " NIACT IMMEDIATE 1234", 10)]
    public async Task Urgent_traffic_for_us_sounds_and_the_roster_is_called_in_order_until_one_acknowledges(
        string precedence,
        string word,
        int minutes
    )
    {
        await using var office = Open();
        await Accept(office, 1, precedence, word: word);
        var (alarm, row) = Assert.Single(office.Alarms.For(Op));
        Assert.Equal((AlarmKind.Urgent, true, 1L), (alarm.Kind, alarm.Sounds, row!.Mrn!.Number));
        office.Alarms.Look();
        Assert.Equal(["ada"], Called());

        clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        office.Alarms.Look();
        Assert.Equal(["ada"], Called());
        clock.Advance(TimeSpan.FromSeconds(1));
        office.Alarms.Look();
        Assert.Equal(["ada", "grace"], Called());

        Assert.Null(office.Alarms.Acknowledge(Samples.Person("GRACE", Level.Secret), alarm.Id));
        clock.Advance(TimeSpan.FromHours(1));
        office.Alarms.Look();
        Assert.DoesNotContain(office.Alarms.For(Op), pair => pair.Alarm.Kind == AlarmKind.Urgent);
        Assert.Equal("no-alarm", office.Alarms.Acknowledge(Op, alarm.Id)?.Code);
        Assert.Equal(
            ["alarm", "called ada", "called grace", "alarm-acknowledged"],
            office
                .Archive.History(Op, row.Id)!
                .Where(line => line.Kind is "alarm" or "called" or "alarm-acknowledged")
                .Select(line => line.Kind == "called" ? $"called {line.Detail}" : line.Kind)
        );

        string[] Called() => [.. office.Alarms.Called(office.Alarms.For(Op)[0].Alarm)];
    }

    [Fact]
    public async Task Names_of_the_roster_that_nobody_bears_are_told_and_passed_over()
    {
        await using var office = Open("", "grace");
        Assert.Equal(["ada"], office.Alarms.Absent);
        await Accept(office, 1, "Z");
        office.Alarms.Look();
        var (alarm, _) = Assert.Single(office.Alarms.For(Op));
        Assert.Equal(["grace"], office.Alarms.Called(alarm));
        Assert.Null(office.Alarms.Next(alarm));
        Assert.True(office.Alarms.IsCalled(Samples.Person("Grace", Level.Secret), alarm));
        Assert.False(office.Alarms.IsCalled(Op, alarm));
        Assert.Null(office.People.Change("grace", person => person with { IsDisabled = true }));
        Assert.Equal(["ada", "grace"], office.Alarms.Absent);
    }

    [Fact]
    public async Task An_alarm_is_for_those_who_have_to_do_with_the_message()
    {
        await using var office = Open();
        await Accept(office, 1, "Z", tag: "ETRD");
        Assert.Single(office.Alarms.For(Econ));
        Assert.Empty(office.Alarms.For(Econ with { Offices = [], Name = "somebody" }));
        Assert.Equal("no-alarm", office.Alarms.Acknowledge(Samples.Person("somebody", Level.Secret), 1)?.Code);
    }

    [Fact]
    public async Task FLASH_that_only_passes_through_is_no_alarm_and_held_FLASH_is_one()
    {
        await using var office = Open();
        await Accept(office, 1, "Z", called: "RVEFAA");
        Assert.Empty(office.Alarms.For(Op));
        await Accept(office, 2, "Z", called: "RVXXXX");
        Assert.True(Assert.Single(office.Alarms.For(Op)).Alarm.Sounds);
    }

    [Fact]
    public async Task What_waits_longer_than_its_objective_is_an_alarm_until_it_has_gone()
    {
        await using var office = Open();
        await Accept(office, 1, "R", called: "RVEFAA");
        await Accept(office, 2, "P", called: "RVEFAA");
        clock.Advance(TimeSpan.FromHours(3));
        office.Alarms.Look();
        Assert.Empty(office.Alarms.For(Op));
        clock.Advance(TimeSpan.FromMinutes(1));
        office.Alarms.Look();
        Assert.Equal([(AlarmKind.Late, "circuit EFA", Precedence.Priority)], Standing(office));
        clock.Advance(TimeSpan.FromHours(3));
        office.Alarms.Look();
        Assert.Equal(
            [(AlarmKind.Late, "circuit EFA", Precedence.Priority), (AlarmKind.Late, "circuit EFA", Precedence.Routine)],
            Standing(office)
        );
        office.Alarms.Acknowledge(Op, office.Alarms.For(Op)[0].Alarm.Id);
        Assert.Equal("op", office.Alarms.For(Op)[0].Alarm.AcknowledgedBy);

        while (office.Queue.Lease("circuit EFA", TimeSpan.FromMinutes(1), null) is { } item)
        {
            office.Queue.Deliver(item, "sent");
        }
        office.Alarms.Look();
        Assert.Empty(office.Alarms.For(Op));
    }

    [Fact]
    public async Task What_is_held_and_what_nobody_opens_are_alarms_when_their_objective_is_past()
    {
        await using var office = Open();
        var id = await Accept(office, 1, "O", tag: "ETRD");
        await Accept(office, 2, "O", called: "RVXXXX");
        clock.Advance(TimeSpan.FromMinutes(31));
        office.Alarms.Look();
        Assert.Equal(
            [(AlarmKind.HeldLong, "", Precedence.Immediate), (AlarmKind.Unopened, "ECON", Precedence.Immediate)],
            Standing(office).Order()
        );
        // Another office does not open it for the one that must act.
        office.Viewing.Open(Samples.Person("pol", Level.Secret) with { Offices = ["POL"] }, id, AuditActs.View, null);
        Assert.Null(office.Alarms.OpenedBy(id));
        office.Viewing.Open(Econ, id, AuditActs.View, null);
        Assert.Equal((clock.GetUtcNow(), "ada"), office.Alarms.OpenedBy(id));
        office.Alarms.Look();
        Assert.Equal([(AlarmKind.HeldLong, "", Precedence.Immediate)], Standing(office));
    }

    [Fact]
    public async Task A_FLASH_that_nobody_receipts_is_an_alarm_after_five_minutes_until_the_receipt_comes_or_somebody_takes_it()
    {
        await using var office = Open();
        var channel = new OutChannel("EFA", 999, KeepsNumber: false);
        for (var number = 1; number <= 2; number++)
        {
            await Accept(office, number, "Z", called: "RVEFAA");
            var item = office.Queue.Lease("circuit EFA", TimeSpan.FromMinutes(1), channel)!;
            Assert.True(office.Queue.Deliver(item with { AwaitsReceipt = true }, "sent"));
            clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
            office.Alarms.Look();
            Assert.Empty(office.Alarms.For(Op));
            clock.Advance(TimeSpan.FromSeconds(1));
            office.Alarms.Look();
            Assert.Equal([(AlarmKind.Unreceipted, "circuit EFA", Precedence.Flash)], Standing(office));
            if (number == 1)
            {
                await Receipt(office, "EFA001");
            }
            else
            {
                Assert.Null(office.Alarms.Acknowledge(Op, office.Alarms.For(Op)[0].Alarm.Id));
            }
            office.Alarms.Look();
            Assert.Empty(office.Alarms.For(Op));
        }
        Assert.Equal(
            [NumberState.Sent, NumberState.Receipted],
            office.Circuits.Record.Numbers("EFA", isOut: true, 10).Select(one => one.State)
        );

        // A receipt that is quicker than the note that it went stops a clock that has not begun.
        await Accept(office, 3, "Z", called: "RVEFAA");
        var quick = office.Queue.Lease("circuit EFA", TimeSpan.FromMinutes(1), channel)!;
        await Receipt(office, "EFA003");
        Assert.True(office.Queue.Deliver(quick with { AwaitsReceipt = true }, "sent"));
        clock.Advance(TimeSpan.FromMinutes(6));
        office.Alarms.Look();
        Assert.Empty(office.Alarms.For(Op));
    }

    private static async Task Receipt(RunningOffice office, string number)
    {
        var circuit = office.Settings.Circuits[0];
        var answer = await office.Intake.Accept(
            new Submission(
                Encoding.ASCII.GetBytes($"VZCZC{circuit.Name}{number[3..]}\r\nZZ RVEHAA\r\nDE RVEFAA 02/0800Z\r\nR Z {number}\r\nNNNN\r\n"),
                new Origin("circuit", circuit.Name),
                Reader.Owner with
                {
                    Name = "circuit EFA",
                }
            )
            {
                Arrival = new Arrival(circuit),
            },
            default
        );
        Assert.Null(answer.Refusal);
    }

    [Fact]
    public async Task A_circuit_that_is_down_with_IMMEDIATE_waiting_is_an_alarm_at_once()
    {
        await using var office = Open();
        await Accept(office, 1, "P", called: "RVEFAA");
        office.Alarms.Look();
        Assert.Empty(office.Alarms.For(Op));
        await Accept(office, 2, "O", called: "RVEFAA");
        office.Alarms.Look();
        Assert.Equal([(AlarmKind.LineDown, "circuit EFA", Precedence.Immediate)], Standing(office));
        office.Circuits.Tell(new CircuitStatus("EFA", "up", clock.GetUtcNow(), null));
        office.Alarms.Look();
        Assert.Empty(office.Alarms.For(Op));
    }

    [Fact]
    public async Task An_alarm_outlasts_the_program()
    {
        await using (var office = Open())
        {
            await Accept(office, 1, "Z");
        }
        await using var again = Open();
        Assert.True(Assert.Single(again.Alarms.For(Op)).Alarm.Sounds);
    }

    [Fact]
    public async Task Traffic_for_an_area_under_MINIMIZE_is_marked_unless_it_says_that_it_was_considered()
    {
        await using var office = Open("minimize = [\"RVEF\"]\n");
        foreach (var (number, precedence, words) in new[] { (1, "R", "TEST"), (2, "O", "TEST"), (3, "R", "MINIMIZE CONSIDERED") })
        {
            await Accept(office, number, precedence, called: "RVEFAA", words: words);
        }
        var rows = office.Archive.List(Op, null, 10).Rows.Reverse().ToList();
        Assert.Equal(
            [
                ["minimize"],
                [],
                [],
            ],
            rows.Select(row => row.States.ToArray())
        );
    }

    private static (AlarmKind, string, Precedence)[] Standing(RunningOffice office) =>
        [.. office.Alarms.For(Op).Select(pair => (pair.Alarm.Kind, pair.Alarm.Place, pair.Alarm.Precedence))];

    private async Task<MessageId> Accept(
        RunningOffice office,
        int number,
        string precedence,
        string called = "RVEHAA",
        string word = "",
        string tag = "PREL",
        string words = "TEST"
    )
    {
        var text =
            $"VZCZCXXA{number:000}\n{precedence}{precedence} {called}\nDE RVEHBB #{number:0000} 0610800\nZNR UUUUU\n{precedence} 0208{number:00}Z MAR 26\n"
            + $"FM LEGATION NORTHPORT\nTO {called}/MINFOR HOMECITY{word}\nBT\nUNCLAS NORTHPORT {number:000000}\n\nE.O. 13526: N/A\nTAGS: {tag}\nSUBJECT: EXERCISE: {words}\n\n1. (U) {words}.\nBT\n#{number:0000}\nNNNN\n";
        var answer = await office.Intake.Accept(new Submission(Encoding.ASCII.GetBytes(text), new Origin("http", "op"), Op), default);
        Assert.Null(answer.Refusal);
        return answer.Accepted[0].Id;
    }

    private RunningOffice Open(string more = "") => Open(more, "ada", "grace");

    private RunningOffice Open(string more, params string[] people)
    {
        File.WriteAllText(
            Path.Combine(folder.Path, "chancery.toml"),
            $"[office]\nrouting_indicator = \"RVEHAA\"\n{more}[alarms]\nroster = [\"ada\", \"grace\"]\n[[circuit]]\nname = \"EFA\"\nconnect = \"127.0.0.1:1\"\nroutes = [\"RVEF\"]\n"
        );
        File.WriteAllText(Path.Combine(folder.Path, "distribution.csv"), "step;key;action;info;priority\ntags;ETRD;ECON;POL\n");
        var office = SqliteOffice.Open(folder.Path, clock, RandomNumberGenerator.Create());
        foreach (var name in people)
        {
            office.People.Add(new Person(name, Level.Secret, null, Roles.Reader, clock.GetUtcNow()), "exercise-password-1");
        }
        return office;
    }
}
