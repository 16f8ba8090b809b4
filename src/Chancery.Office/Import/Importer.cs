namespace Chancery.Office;

/// <summary>Files what lies in files, folders and archives. Run again after an interruption it adds only what is missing.</summary>
public sealed class Importer(Intake intake, Indexer indexer, IMessageStore store, OfficeSettings settings, TimeProvider clock)
{
    /// <summary>Imports; ends when the index has caught up.</summary>
    public Task<ImportSummary> Run(
        IReadOnlyList<string> paths,
        Stream? standardInput,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    ) => throw new InvalidOperationException();
}
