using System.Text.Json;
using Chancery.Office;

namespace Chancery.Cli.Offices;

/// <summary>
/// An office as the commands ask it: the store's own files, or the server that runs on them. Answers come in the JSON contract, so
/// that a command shows the same whichever of the two answers.
/// </summary>
internal interface IOfficeAccess : IAsyncDisposable
{
    /// <summary>A page of hits; blank asks for all by acceptance.</summary>
    Task<FoundPage> Find(string query, SearchSort sort, string? before, int limit, bool full, CancellationToken cancellation);

    /// <summary>The message in full; null where there is none under this id.</summary>
    Task<JsonElement?> Open(string id, CancellationToken cancellation);

    /// <summary>The bytes of a message; null where there is none under this id.</summary>
    Task<ReadOnlyMemory<byte>?> Raw(string id, CancellationToken cancellation);

    /// <summary>Ids of the messages under a number in any spelling, newest first.</summary>
    Task<IReadOnlyList<string>> ByNumber(string number, CancellationToken cancellation);

    /// <summary>Counts.</summary>
    Task<JsonElement> Stats(CancellationToken cancellation);

    /// <summary>Files what the paths hold.</summary>
    Task<ImportSummary> Import(
        IReadOnlyList<string> paths,
        Stream? standardInput,
        ImportOptions options,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    );
}
