using System.CommandLine;

namespace Chancery.Cli;

/// <summary>A verb of the tool, with the examples that its help shows.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>Command lines that work as they stand, each with what it does.</summary>
    public IReadOnlyList<(string Line, string Does)> Examples { get; set; } = [];

    /// <summary>What the exit codes of this verb mean beyond 0, 2 and 3; or null.</summary>
    public string? Exits { get; set; }
}
