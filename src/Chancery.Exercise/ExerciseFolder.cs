using System.Text;
using System.Text.Json;
using Chancery.Messages.Json;

namespace Chancery.Exercise;

/// <summary>Writes exercise traffic to disk.</summary>
public static class ExerciseFolder
{
    /// <summary>The name of the one file that holds all messages where they are not written one by one.</summary>
    public const string TrafficFileName = "traffic.txt";

    /// <summary>
    /// Where the directory file of a traffic folder is written: beside it, <c>traffic.directory.csv</c> for <c>traffic</c>. The folder itself holds
    /// messages and nothing else, so that it can be imported as it is.
    /// </summary>
    public static string DirectoryFileOf(string folder) =>
        Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + "." + ExerciseDirectory.FileName;

    /// <summary>
    /// Writes the messages of <paramref name="options"/>, and the directory file beside the folder. Files of the same names are overwritten.
    /// </summary>
    /// <param name="options">What traffic.</param>
    /// <param name="folder">
    /// Where to; made where missing. Null writes no messages, which is of use with <paramref name="truthFile"/>.
    /// </param>
    /// <param name="truthFile">
    /// A file for the truth as JSON Lines in the message contract, or null. Each object has one more member, <c>exercise</c>, with what
    /// only the maker knows: <c>kind thread answers copyOf copy damage</c>.
    /// </param>
    /// <param name="inOneFile">True for all messages one after another in <see cref="TrafficFileName"/>.</param>
    /// <param name="progress">Told the number of messages written, now and then, or null.</param>
    /// <param name="cancellation">Stops the writing between two messages.</param>
    /// <returns>The number of messages and of their bytes.</returns>
    public static (int Messages, long Bytes) Write(
        ExerciseOptions options,
        string? folder,
        string? truthFile = null,
        bool inOneFile = false,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(DirectoryFileOf(folder), ExerciseDirectory.Text, new UTF8Encoding(false));
        }
        using var whole = folder is not null && inOneFile ? File.Create(Path.Combine(folder, TrafficFileName)) : null;
        using var truth = truthFile is null ? null : File.Create(truthFile);
        var count = 0;
        var place = new Place(1, 0);
        long bytes = 0;
        foreach (var message in ExerciseTraffic.Generate(options))
        {
            cancellation.ThrowIfCancellationRequested();
            if (whole is not null)
            {
                whole.Write(message.Bytes);
            }
            else if (folder is not null)
            {
                File.WriteAllBytes(Path.Combine(folder, message.FileName), message.Bytes);
            }
            if (truth is not null)
            {
                WriteTruth(truth, message, inOneFile ? TrafficFileName : message.FileName, inOneFile ? place : new Place(1, 0));
            }
            place = new Place(place.Line + message.Bytes.AsSpan().Count((byte)'\n'), place.Offset + message.Bytes.Length);
            bytes += message.Bytes.Length;
            count++;
            if (count % 500 == 0)
            {
                progress?.Report(count);
            }
        }
        return (count, bytes);
    }

    /// <summary>Writes one message's truth as a line of JSON.</summary>
    internal static void WriteTruth(Stream output, ExerciseMessage message, string file, Place place)
    {
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            MessageJson.WriteMembers(writer, message.Truth with { Line = place.Line, Offset = place.Offset });
            writer.WriteStartObject("exercise");
            writer.WriteString("kind", message.Note.Kind);
            if (message.Note.Thread is { } thread)
            {
                writer.WriteNumber("thread", thread);
            }
            else
            {
                writer.WriteNull("thread");
            }
            writer.WriteString("answers", message.Note.Answers);
            writer.WriteString("copyOf", message.Note.CopyOf);
            writer.WriteString("copy", message.Note.Copy);
            writer.WriteString("damage", message.Note.Damage);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>Where a message begins in its file.</summary>
    internal readonly record struct Place(int Line, long Offset);
}
