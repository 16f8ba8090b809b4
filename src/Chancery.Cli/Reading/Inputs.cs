using Chancery.Office;

namespace Chancery.Cli.Reading;

/// <summary>The inputs that a command line names.</summary>
internal static class Inputs
{
    /// <summary>Walks them in order; problems come as inputs without bytes.</summary>
    public static IEnumerable<WalkedInput> Walk(Terminal terminal, IReadOnlyList<string> paths, CancellationToken cancellation) =>
        new InputWalker(new IntakeLimits()).Walk(paths, paths.Contains("-") ? terminal.OpenInput() : null, cancellation);
}
