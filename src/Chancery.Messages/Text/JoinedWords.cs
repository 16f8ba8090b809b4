using System.Buffers;

namespace Chancery.Messages.Text;

/// <summary>Words in one line in a borrowed buffer, for readers that keep but pieces of them.</summary>
internal readonly ref struct JoinedWords
{
    private readonly char[] buffer;

    public JoinedWords(ReadOnlySpan<byte> bytes)
    {
        buffer = ArrayPool<char>.Shared.Rent(bytes.Length);
        Text = buffer.AsSpan(0, TextLines.Join(bytes, buffer));
    }

    public ReadOnlySpan<char> Text { get; }

    /// <summary>Gives the buffer back; the words are gone.</summary>
    public void Dispose() => ArrayPool<char>.Shared.Return(buffer);
}
