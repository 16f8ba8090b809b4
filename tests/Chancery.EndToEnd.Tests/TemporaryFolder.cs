namespace Chancery.EndToEnd.Tests;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("chancery-e2e-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string File(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    /// <summary>A folder of exercise traffic.</summary>
    public async Task<string> Traffic(int count, int seed = 3)
    {
        var folder = this[$"traffic-{seed}-{count}"];
        (await Tool.Run("exercise", "--seed", $"{seed}", "--count", $"{count}", "--out", folder)).IsDone();
        return folder;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
