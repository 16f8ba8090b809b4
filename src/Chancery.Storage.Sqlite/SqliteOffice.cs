using System.Security.Cryptography;
using Chancery.Office;

namespace Chancery.Storage.Sqlite;

/// <summary>Opens an office on a store folder.</summary>
public static class SqliteOffice
{
    /// <summary>Opens the store folder, made where it is missing. The lock is taken before and given back after, by the caller.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public static RunningOffice Open(string folder, TimeProvider clock, RandomNumberGenerator chance) =>
        throw new InvalidOperationException();

    /// <summary>Opens only the people of a store folder, made where it is missing; needs no lock, also beside a running server.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message is for people.</exception>
    public static People OpenPeople(string folder, TimeProvider clock, RandomNumberGenerator chance) =>
        throw new InvalidOperationException();

    /// <summary>Reads the settings of a store folder; those that hold where nothing is set, where there is none.</summary>
    public static OfficeSettings ReadSettings(string folder) => throw new InvalidOperationException();
}
