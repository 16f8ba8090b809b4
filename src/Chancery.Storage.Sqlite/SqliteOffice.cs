using System.Security.Cryptography;

namespace Chancery.Storage.Sqlite;

/// <summary>Opens an office on a store folder.</summary>
public static class SqliteOffice
{
    /// <summary>Opens the store folder, made where it is missing. The lock is taken before and given back after, by the caller.</summary>
    /// <param name="folder">The store folder.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="chance">The source of ids and tokens.</param>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public static RunningOffice Open(string folder, TimeProvider clock, RandomNumberGenerator chance)
    {
        var files = new StoreFolder(folder);
        files.Make();
        var settings = ReadSettings(folder);
        var directory = ReadDirectory(settings);
        var store = new SqliteMessageStore(files.Database, clock, chance);
        try
        {
            var index = new SqliteSearchIndex(files.Index);
            return new RunningOffice(
                store,
                store,
                store,
                store,
                store,
                store,
                index,
                new SqlitePeopleStore(files.Database, clock, whenAsked: true),
                store,
                store,
                settings,
                directory,
                clock,
                chance
            );
        }
        catch
        {
            store.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    /// <summary>Opens only the people of a store folder, made where it is missing; needs no lock, also beside a running server.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public static People OpenPeople(string folder, TimeProvider clock, RandomNumberGenerator chance)
    {
        var files = new StoreFolder(folder);
        files.Make();
        return new People(new SqlitePeopleStore(files.Database, clock), ReadSettings(folder).Rights, clock, chance);
    }

    /// <summary>Opens only the audit trail of a store folder; needs no lock, also beside a running server.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public static SqliteAuditTrail OpenTrail(string folder, TimeProvider clock)
    {
        var files = new StoreFolder(folder);
        files.Make();
        return new SqliteAuditTrail(files.Database, clock);
    }

    /// <summary>Reads the settings of a store folder; those that hold where nothing is set, where there is none.</summary>
    /// <exception cref="StoreException">The file cannot be read; the message is for people.</exception>
    public static OfficeSettings ReadSettings(string folder)
    {
        var file = new StoreFolder(folder).Settings;
        try
        {
            var settings = File.Exists(file) ? OfficeSettings.Read(File.ReadAllText(file), file) : OfficeSettings.Default;
            return WithTables(settings, new StoreFolder(folder));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The settings {file} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>The tables that stand beside the settings, each where there is one.</summary>
    private static OfficeSettings WithTables(OfficeSettings settings, StoreFolder files)
    {
        List<string> warnings = [];
        if (Text(files.Distribution) is { } distribution)
        {
            settings = settings with { Distribution = DistributionTable.Parse(distribution, files.Distribution, warnings) };
        }
        if (Text(files.Routes) is { } routes)
        {
            settings = settings with { Routes = RouteRows.Parse(routes, files.Routes, settings, warnings) };
        }
        if (Text(files.Addressees) is { } addressees)
        {
            settings = settings with { Addressees = AddresseeDirectory.Parse(addressees, files.Addressees, warnings) };
        }
        if (Text(files.ServiceTexts) is { } texts)
        {
            settings = settings with { ServiceTexts = ServiceTemplates.Parse(texts, files.ServiceTexts, warnings) };
        }
        if (Text(files.Gaps) is { } gaps)
        {
            settings = settings with { GapReasons = GapReasons.Parse(gaps, files.Gaps, warnings) };
        }
        return settings with { Warnings = settings.Warnings.AddRange(warnings) };

        static string? Text(string file) => File.Exists(file) ? File.ReadAllText(file) : null;
    }

    /// <summary>The posts and routing indicators that an office knows: its own directory, or the carried tables.</summary>
    /// <exception cref="StoreException">The file cannot be read; the message is for people.</exception>
    public static StationDirectory ReadDirectory(OfficeSettings settings)
    {
        if (settings.Directory is not { } file)
        {
            return StationDirectory.Standard;
        }
        try
        {
            return StationDirectory.Parse(File.ReadAllText(file));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new StoreException($"The directory {file} named in the settings cannot be read: {fault.Message}", fault);
        }
    }
}
