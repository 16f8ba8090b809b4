using Chancery.Exercise;
using Chancery.Storage.Sqlite;

namespace Chancery.Server;

/// <summary>A throw-away office full of invented traffic: filled through the one way in, served like any other, gone when it ends.</summary>
internal static class Demo
{
    private const int Group = 16;

    public static async Task<int> Run(string listen, TimeProvider clock, TextWriter output, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("chancery-demo-").FullName;
        try
        {
            Settle(folder);
            var filling = new FillingClock(clock);
            var options = new ServeOptions(folder, listen) { Banner = DemoOffice.ExerciseName };
            await using var server = await DeskServer.Start(options, filling, cancellation);
            await Fill(server.Office, filling, clock.GetUtcNow(), cancellation);
            await Print(server.Address, output);
            await server.UntilToldToEnd(cancellation);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Settle(string folder)
    {
        File.WriteAllText(Path.Combine(folder, ExerciseDirectory.FileName), ExerciseDirectory.Text);
        File.WriteAllText(
            new StoreFolder(folder).Settings,
            $"""
            [office]
            directory = "{ExerciseDirectory.FileName}"
            unmarked_level = "UNCLASSIFIED"

            """
        );
    }

    private static async Task Fill(RunningOffice office, FillingClock clock, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var person in DemoOffice.People)
        {
            var roles = person.Roles.Aggregate(Roles.None, static (all, name) => RoleNames.TryParse(name, out var role) ? all | role : all);
            office.People.Add(new Person(person.Name, person.Level, null, roles, now), person.Password);
        }
        var last = DateTimeOffset.MinValue;
        foreach (var group in ExerciseTraffic.Generate(DemoOffice.Traffic(now)).Chunk(Group))
        {
            // Ids sort by time, so the shown time never goes back, nor past the true one.
            var at = group
                .Select(message => message.Truth.Dtg?.Utc?.AddMinutes(2) ?? last)
                .Append(last)
                .Where(time => time <= now)
                .DefaultIfEmpty(last)
                .Max();
            last = at;
            clock.Show(at == DateTimeOffset.MinValue ? null : at);
            await Task.WhenAll(
                group.Select(message =>
                    office
                        .Intake.Accept(new Submission(message.Bytes, new Origin("exercise", message.FileName), Reader.Owner), cancellation)
                        .AsTask()
                )
            );
        }
        clock.Show(null);
    }

    private static async Task Print(Uri address, TextWriter output)
    {
        await output.WriteLineAsync($"Chancery demo, {DemoOffice.Name}. All traffic is invented: {DemoOffice.ExerciseName}.");
        await output.WriteLineAsync();
        await output.WriteLineAsync($"  {address}");
        await output.WriteLineAsync();
        foreach (var person in DemoOffice.People)
        {
            await output.WriteLineAsync($"  {person.Name, -10} {person.Password, -18} {person.Level.Name(), -14} {person.Duty}");
        }
        await output.WriteLineAsync();
        await output.WriteLineAsync("Stop with ctrl-C; the store goes with it.");
        await output.FlushAsync();
    }
}
