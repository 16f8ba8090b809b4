using System.Formats.Tar;
using System.IO.Compression;
using System.IO.Enumeration;

namespace Chancery.Office;

/// <summary>Reads the inputs of <c>read</c>, <c>check</c> and <c>import</c>: files, folders, tar and gzip, in a fixed order.</summary>
public sealed class InputWalker(IntakeLimits limits)
{
    /// <summary>What a small archive may unfold to whatever its ratio: a page of blanks packs well.</summary>
    private const long SmallArchive = 1 << 20;

    /// <summary>A tar is read in small pieces, header by header.</summary>
    private const int TarBuffer = 1 << 16;

    /// <summary>
    /// Every input below the paths, in their order; folders by name in byte order. What cannot be read is told and passed over.
    /// Links are followed where named, not where met inside a folder or an archive.
    /// </summary>
    /// <param name="paths">Paths as given; <c>-</c> is <paramref name="standardInput"/>.</param>
    /// <param name="standardInput">Standard input.</param>
    /// <param name="cancellation">Stops before the next input.</param>
    public IEnumerable<WalkedInput> Walk(IReadOnlyList<string> paths, Stream? standardInput, CancellationToken cancellation)
    {
        var meter = new Meter();
        foreach (var path in paths)
        {
            foreach (
                var input in path == "-" ? [ReadStandardInput(standardInput, meter, cancellation)] : WalkNamed(path, meter, cancellation)
            )
            {
                cancellation.ThrowIfCancellationRequested();
                yield return input;
            }
        }
    }

    /// <summary>The sizes of all files below the paths, added: what a progress bar runs to.</summary>
    public static long Measure(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var bytes = 0L;
        foreach (var path in paths)
        {
            try
            {
                var files = Directory.Exists(path)
                    ? new DirectoryInfo(path).EnumerateFiles("*", Recursively)
                    : (IEnumerable<FileInfo>)[new FileInfo(path)];
                foreach (var file in files)
                {
                    cancellation.ThrowIfCancellationRequested();
                    bytes += file.Exists ? file.Length : 0;
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Told by the walk itself; the bar only runs short.
            }
        }
        return bytes;
    }

    private static EnumerationOptions Recursively =>
        new()
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };

    private static WalkedInput ReadStandardInput(Stream? input, Meter meter, CancellationToken cancellation) =>
        input is null
            ? Problem("-", "Standard input is not there: name a file.")
            : ReadPipe("-", input, meter, fault => $"Standard input cannot be read: {fault.Message}", cancellation);

    /// <summary>Reads what has no length to its end.</summary>
    private static WalkedInput ReadPipe(
        string name,
        Stream pipe,
        Meter meter,
        Func<IOException, string> problem,
        CancellationToken cancellation
    )
    {
        try
        {
            var bytes = Patiently(
                () =>
                {
                    using var all = new MemoryStream();
                    pipe.CopyTo(all);
                    return all.ToArray();
                },
                cancellation
            );
            meter.Done += bytes.Length;
            return new WalkedInput(name, bytes, null) { InputBytes = meter.Done };
        }
        catch (IOException fault)
        {
            return Problem(name, problem(fault));
        }
    }

    /// <summary>
    /// Waits for what may never come, as the other end of a pipe, no longer than until it is stopped; what was begun then ends with the program.
    /// </summary>
    private static T Patiently<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Run(work, CancellationToken.None).WaitAsync(cancellation).GetAwaiter().GetResult();

    private IEnumerable<WalkedInput> WalkNamed(string path, Meter meter, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
        {
            return WalkFolder(path, meter, cancellation);
        }
        return File.Exists(path)
            ? WalkFile(path, isNamed: true, meter, cancellation)
            : [Problem(path, $"{path} is not there: look at its name.")];
    }

    private IEnumerable<WalkedInput> WalkFolder(string folder, Meter meter, CancellationToken cancellation)
    {
        (string Name, bool IsFolder, bool IsEmpty)[] entries;
        string? problem = null;
        try
        {
            entries = [.. Entries(folder)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problem = $"The folder {folder} cannot be read: {Why(fault)}";
            entries = [];
        }
        if (problem is not null)
        {
            yield return Problem(folder, problem);
        }
        // Ordinal order of UTF-16 is byte order of UTF-8 for every name without surrogates.
        Array.Sort(entries, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var entry in entries)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, entry.Name);
            var inputs =
                entry.IsFolder ? WalkFolder(path, meter, cancellation)
                : entry.IsEmpty ? [new WalkedInput(path, default, null) { InputBytes = meter.Done }]
                : WalkFile(path, isNamed: false, meter, cancellation);
            foreach (var input in inputs)
            {
                yield return input;
            }
        }
    }

    /// <summary>
    /// What a folder holds; its links, which may lead in a circle, are left out. What has no length is not opened: a pipe that lies there would never answer.
    /// </summary>
    private static FileSystemEnumerable<(string Name, bool IsFolder, bool IsEmpty)> Entries(string folder) =>
        new(
            folder,
            (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory, !entry.IsDirectory && entry.Length == 0),
            new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false }
        );

    private IEnumerable<WalkedInput> WalkFile(string path, bool isNamed, Meter meter, CancellationToken cancellation)
    {
        FileStream? file = null;
        string? problem = null;
        long length = 0;
        try
        {
            file = isNamed ? Patiently(() => Open(path), cancellation) : Open(path);
            length = file.CanSeek ? file.Length : 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problem = $"{path} cannot be read: {Why(fault)}";
        }
        if (file is null)
        {
            yield return Problem(path, problem!);
            yield break;
        }
        using (file)
        {
            if (!file.CanSeek)
            {
                yield return ReadPipe(path, file, meter, fault => $"{path} cannot be read: {fault.Message}", cancellation);
                yield break;
            }
            var source = new ArchiveSource(file, length, Math.Max(SmallArchive, length * limits.Expansion));
            foreach (var input in Walk(path, source, cancellation))
            {
                yield return input with
                {
                    InputBytes = meter.Done + source.Position,
                };
            }
            meter.Done += length;
        }
    }

    private static FileStream Open(string path) =>
        new(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0, // most files are one message, read in one go
            FileOptions.SequentialScan
        );

    private static IEnumerable<WalkedInput> Walk(string path, ArchiveSource source, CancellationToken cancellation)
    {
        switch (source.Kind)
        {
            case ArchiveKind.Zip:
                return [Problem(path, $"{path} is a zip archive, which is not read: unpack it, or make it a tar.gz.")];
            case ArchiveKind.Tar:
                return WalkTar(path, new BufferedStream(source.File, TarBuffer), cancellation);
            case ArchiveKind.Gzip:
                return WalkGzip(path, source, cancellation);
            default:
                return [ReadWhole(path, source.File, source.Length)];
        }
    }

    private static IEnumerable<WalkedInput> WalkGzip(string path, ArchiveSource source, CancellationToken cancellation)
    {
        using var unpacked = source.Unpack();
        bool isTar;
        string? problem = null;
        try
        {
            isTar = unpacked.StartsAsTar();
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            isTar = false;
            problem = Broken(path, fault);
        }
        if (problem is not null)
        {
            yield return Problem(path, problem);
            yield break;
        }
        foreach (var input in isTar ? WalkTar(path, unpacked, cancellation) : [ReadWhole(path, unpacked, null)])
        {
            yield return input;
        }
    }

    private static WalkedInput ReadWhole(string name, Stream stream, long? length)
    {
        try
        {
            if (length > Array.MaxLength)
            {
                return Problem(name, $"{name} is larger than 2 GB: split it.");
            }
            if (length > 0)
            {
                var content = GC.AllocateUninitializedArray<byte>((int)length);
                var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
                return new WalkedInput(name, content.AsMemory(0, read), null);
            }
            using var all = new MemoryStream();
            stream.CopyTo(all);
            return new WalkedInput(name, all.GetBuffer().AsMemory(0, (int)all.Length), null);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            return Problem(name, Broken(name, fault));
        }
    }

    private static IEnumerable<WalkedInput> WalkTar(string path, Stream stream, CancellationToken cancellation)
    {
        using var tar = new TarReader(stream, leaveOpen: true);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            TarEntry? entry = null;
            string? problem = null;
            try
            {
                entry = tar.GetNextEntry();
            }
            catch (Exception fault) when (fault is InvalidDataException or IOException or FormatException or ArgumentException)
            {
                problem = Broken(path, fault);
            }
            if (problem is not null)
            {
                yield return Problem(path, problem);
            }
            if (entry is null)
            {
                yield break;
            }
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
            {
                var name = $"{path}!/{entry.Name.TrimStart('/')}";
                var input = entry.DataStream is { } data ? ReadWhole(name, data, entry.Length) : new WalkedInput(name, default, null);
                yield return input;
                if (input.Problem is not null)
                {
                    yield break;
                }
            }
        }
    }

    private static WalkedInput Problem(string name, string sentence) => new(name, default, sentence);

    private static string Broken(string path, Exception fault) =>
        fault is ArchiveBombException
            ? fault.Message
            : $"{path} is broken or cut off: what could be read of it was read; get it again for the rest.";

    private static string Why(Exception fault) =>
        fault is UnauthorizedAccessException ? "you have no right to; ask its owner." : fault.Message;

    /// <summary>Bytes of the files that are done.</summary>
    private sealed class Meter
    {
        public long Done { get; set; }
    }
}
