namespace Chancery.Messages.Tests;

/// <summary>Material beside the repository that is not part of it: tests that need it are skipped where it is absent.</summary>
internal static class Shared
{
    /// <summary>The message of the brief.</summary>
    public static byte[] Brief()
    {
        var folder = Folder("brief");
        return File.ReadAllBytes(Directory.EnumerateFiles(folder).First());
    }

    /// <summary>A folder of the shared material.</summary>
    public static string Folder(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Chancery.slnx")))
            {
                var folder = Path.Combine(at.FullName, "..", "shared", name);
                Assert.SkipUnless(Directory.Exists(folder), $"No ../shared/{name} beside the repository.");
                return folder;
            }
        }
        Assert.Skip("The tests do not run inside the repository.");
        return "";
    }
}
