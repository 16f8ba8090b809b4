namespace Chancery.Office;

/// <summary>Reads the inputs of <c>read</c>, <c>check</c> and <c>import</c>: files, folders, tar and gzip, in a fixed order.</summary>
public sealed class InputWalker(IntakeLimits limits)
{
    /// <summary>
    /// Every input below the paths, in their order; folders by name in byte order. What cannot be read is told and passed over.
    /// Links are followed where named, not where met inside a folder or an archive.
    /// </summary>
    /// <param name="paths">Paths as given; <c>-</c> is <paramref name="standardInput"/>.</param>
    /// <param name="standardInput">Standard input.</param>
    /// <param name="cancellation">Stops before the next input.</param>
    public IEnumerable<WalkedInput> Walk(IReadOnlyList<string> paths, Stream? standardInput, CancellationToken cancellation) =>
        throw new InvalidOperationException();
}
