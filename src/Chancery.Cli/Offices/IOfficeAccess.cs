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

    /// <summary>The message in full; null where there is none under this id. Some are shown only for a reason.</summary>
    Task<JsonElement?> Open(string id, string? reason, CancellationToken cancellation);

    /// <summary>The bytes of a message; null where there is none under this id. Some are shown only for a reason.</summary>
    Task<ReadOnlyMemory<byte>?> Raw(string id, string? reason, CancellationToken cancellation);

    /// <summary>Closes a message, opens it again or destroys it (<c>quarantine</c>, <c>release</c>, <c>destroy</c>); what it is then, or <c>proposed</c>.</summary>
    Task<string> Close(string id, string act, string reason, CancellationToken cancellation);

    /// <summary>Who saw a message, and the notice to the originator.</summary>
    Task<SpillSheet> Spill(string id, CancellationToken cancellation);

    /// <summary>Ids of the messages under a number in any spelling, newest first.</summary>
    Task<IReadOnlyList<string>> ByNumber(string number, CancellationToken cancellation);

    /// <summary>What a message refers to and what refers to it; null where there is none under this id. Some are shown only for a reason.</summary>
    Task<JsonElement?> References(string id, string? reason, CancellationToken cancellation);

    /// <summary>The numbers of posts by year, and which are missing; null asks for all posts, or all years.</summary>
    Task<JsonElement> Gaps(string? post, int? year, CancellationToken cancellation);

    /// <summary>The kept searches of who asks, each with what is new in it.</summary>
    Task<JsonElement> Saved(CancellationToken cancellation);

    /// <summary>Keeps a query under a name.</summary>
    Task Save(string name, string query, SearchSort sort, CancellationToken cancellation);

    /// <summary>A kept search by its name, looked at now; null where none is kept under it.</summary>
    Task<JsonElement?> Look(string name, CancellationToken cancellation);

    /// <summary>Keeps a search no longer; false where none is kept under the name.</summary>
    Task<bool> Forget(string name, CancellationToken cancellation);

    /// <summary>Writes what a query finds to a stream; null where the other side does not say what it was.</summary>
    Task<ExportSummary?> Export(string query, SearchSort sort, string format, Stream output, CancellationToken cancellation);

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
