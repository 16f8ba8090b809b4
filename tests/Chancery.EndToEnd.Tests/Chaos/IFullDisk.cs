namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>A place for a store that can be made full.</summary>
internal interface IFullDisk : IDisposable
{
    /// <summary>Where the store may lie.</summary>
    string Path { get; }

    /// <summary>Leaves so many bytes free.</summary>
    /// <param name="server">The process that writes there.</param>
    /// <param name="left">The bytes.</param>
    void Fill(int server, long left);

    /// <summary>Makes room again.</summary>
    void Empty(int server);
}
