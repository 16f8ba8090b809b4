using System.Reflection;
using ArchUnitNET.Loader;

namespace Chancery.Architecture.Tests;

/// <summary>Who may know whom. A room that is not named here is not allowed to exist.</summary>
internal static class Rooms
{
    /// <summary>Project → the rooms it may know. Who may know a room need not.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayKnow = new Dictionary<string, string[]>
    {
        ["Chancery.Messages"] = [],
        ["Chancery.Office"] = ["Chancery.Messages"],
        ["Chancery.Exercise"] = ["Chancery.Messages"],
        ["Chancery.Storage.Sqlite"] = ["Chancery.Messages", "Chancery.Office"],
        ["Chancery.Gateways"] = ["Chancery.Messages", "Chancery.Office"],
        ["Chancery.Web"] = ["Chancery.Messages", "Chancery.Office"],
        ["Chancery.Server"] =
        [
            "Chancery.Messages",
            "Chancery.Office",
            "Chancery.Storage.Sqlite",
            "Chancery.Exercise",
            "Chancery.Gateways",
            "Chancery.Web",
        ],
        ["Chancery.Cli"] = ["Chancery.Messages", "Chancery.Office", "Chancery.Storage.Sqlite", "Chancery.Exercise"],
    };

    private static readonly Dictionary<string, string> Programs = new()
    {
        ["Chancery.Cli"] = "chancery",
        ["Chancery.Server"] = "chanceryd",
    };

    /// <summary>All rooms as they were compiled, read once.</summary>
    public static ArchUnitNET.Domain.Architecture Built { get; } =
        new ArchLoader().LoadAssemblies([.. MayKnow.Keys.Select(Assembly)]).Build();

    public static Assembly Assembly(string room) => System.Reflection.Assembly.Load(AssemblyName(room));

    public static string AssemblyName(string room) => Programs.GetValueOrDefault(room, room);
}
