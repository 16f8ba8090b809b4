namespace Chancery.Storage.Sqlite;

/// <summary>The files of a store folder.</summary>
/// <param name="Path">The folder.</param>
public sealed record StoreFolder(string Path)
{
    /// <summary>The truth.</summary>
    public string Database => System.IO.Path.Combine(Path, "chancery.db");

    /// <summary>The search index, which can be made anew.</summary>
    public string Index => System.IO.Path.Combine(Path, "index.db");

    /// <summary>The settings.</summary>
    public string Settings => System.IO.Path.Combine(Path, "chancery.toml");

    /// <summary>The table by which offices get copies; may be missing.</summary>
    public string Distribution => System.IO.Path.Combine(Path, "distribution.csv");

    /// <summary>Routes beside those of the settings; may be missing.</summary>
    public string Routes => System.IO.Path.Combine(Path, "routes.csv");

    /// <summary>The addressees that the office knows; may be missing.</summary>
    public string Addressees => System.IO.Path.Combine(Path, "addressees.csv");

    /// <summary>Texts of service messages in place of the carried ones; may be missing.</summary>
    public string ServiceTexts => System.IO.Path.Combine(Path, "service-messages.csv");

    /// <summary>Why numbers of series are missing; may be missing itself.</summary>
    public string Gaps => System.IO.Path.Combine(Path, "gaps.csv");

    /// <summary>The files that hold what the office was told: settings and the tables beside them. Each but the settings may be missing.</summary>
    public ImmutableArray<string> Told => [Settings, Distribution, Routes, Addressees, ServiceTexts, Gaps];

    /// <summary>Keys of cookies and seals.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>The lock.</summary>
    public string Lock => System.IO.Path.Combine(Path, "LOCK");

    /// <summary>The folder used where none is named: <c>$CHANCERY_STORE</c>, else below the data folder of the person.</summary>
    /// <param name="environment">Reads a variable of the environment.</param>
    public static StoreFolder Default(Func<string, string?> environment)
    {
        if (environment("CHANCERY_STORE") is { Length: > 0 } named)
        {
            return new StoreFolder(named);
        }
        var data = environment("XDG_DATA_HOME") is { Length: > 0 } xdg
            ? xdg
            : System.IO.Path.Combine(environment("HOME") ?? ".", ".local", "share");
        return new StoreFolder(System.IO.Path.Combine(data, "chancery"));
    }

    /// <summary>Makes the folder where it is missing, for its owner only, with a settings file of comments.</summary>
    /// <exception cref="StoreException">It cannot be made; the message is for people.</exception>
    public void Make()
    {
        try
        {
            if (!Directory.Exists(Path))
            {
                if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) is { } parent)
                {
                    Directory.CreateDirectory(parent);
                }
                MakePrivate(Path);
            }
            if (!Directory.Exists(Keys))
            {
                MakePrivate(Keys);
            }
            if (!File.Exists(Settings))
            {
                using var file = new FileStream(Settings, StoreFile.PrivateFile(FileMode.OpenOrCreate));
                file.Write(System.Text.Encoding.UTF8.GetBytes(OfficeSettings.NewFile));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The store folder {Path} cannot be made: {fault.Message}", fault);
        }
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
