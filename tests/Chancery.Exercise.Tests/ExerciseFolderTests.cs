using System.Text.Json;
using Chancery.Messages;

namespace Chancery.Exercise.Tests;

public sealed class ExerciseFolderTests : IDisposable
{
    private readonly string place = Directory.CreateTempSubdirectory("exercise").FullName;

    private string Folder => Path.Combine(place, "traffic");

    public void Dispose() => Directory.Delete(place, recursive: true);

    [Fact]
    public void One_file_is_written_for_each_message_and_the_directory_beside_the_folder()
    {
        var options = new ExerciseOptions { Count = 40 };
        var (messages, bytes) = ExerciseFolder.Write(options, Folder, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(40, messages);
        foreach (var message in ExerciseTraffic.Generate(options))
        {
            Assert.Equal(message.Bytes, File.ReadAllBytes(Path.Combine(Folder, message.FileName)));
            bytes -= message.Bytes.Length;
        }
        Assert.Equal(0, bytes);
        Assert.Equal(40, Directory.GetFiles(Folder).Length);
        Assert.NotNull(StationDirectory.Parse(File.ReadAllText(Path.Combine(place, "traffic.directory.csv"))).FindPost("NORTHPORT"));
    }

    [Fact]
    public void The_truth_names_file_place_and_what_only_the_maker_knows()
    {
        var options = new ExerciseOptions { Count = 300, Damage = 0.3 };
        var truthFile = Path.Combine(place, "truth.jsonl");
        ExerciseFolder.Write(options, Folder, truthFile, inOneFile: true, cancellation: TestContext.Current.CancellationToken);
        var traffic = File.ReadAllBytes(Path.Combine(Folder, ExerciseFolder.TrafficFileName));
        var truths = File.ReadAllLines(truthFile).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(300, truths.Count);
        foreach (var (message, truth) in ExerciseTraffic.Generate(options).Zip(truths))
        {
            Assert.Equal(ExerciseFolder.TrafficFileName, truth.GetProperty("file").GetString());
            var offset = truth.GetProperty("offset").GetInt32();
            Assert.Equal(message.Bytes, traffic[offset..(offset + message.Bytes.Length)]);
            Assert.Equal(traffic.AsSpan(0, offset).Count((byte)'\n') + 1, truth.GetProperty("line").GetInt32());
            Assert.Equal(message.Note.Damage, truth.GetProperty("exercise").GetProperty("damage").GetString());
            Assert.Equal(message.Truth.Profile.Name(), truth.GetProperty("profile").GetString());
        }
    }

    [Fact]
    public void Writing_can_be_stopped() =>
        Assert.ThrowsAny<OperationCanceledException>(() =>
            ExerciseFolder.Write(new ExerciseOptions { Count = 40 }, Folder, cancellation: new CancellationToken(canceled: true))
        );
}
