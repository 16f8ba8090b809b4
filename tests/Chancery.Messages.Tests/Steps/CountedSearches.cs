using System.Buffers;

namespace Chancery.Messages.Tests.Steps;

/// <summary>
/// Searches that the counted library calls in place of the runtime's: the same answer, and the bytes looked at are counted, sixteen to a step.
/// <see cref="CountedLibrary"/> finds them by name and signature.
/// </summary>
public static class CountedSearches
{
    private const int AtOnce = 16;

    /// <summary>Steps counted here since the program began.</summary>
    public static long Steps { get; private set; }

    public static int IndexOf<T>(ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOf(span, value), span.Length);

    public static int IndexOf<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOf(span, value), span.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> span, T first, T second)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOfAny(span, first, second), span.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> span, T first, T second, T third)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOfAny(span, first, second, third), span.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOfAny(span, values), span.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> span, SearchValues<T> values)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOfAny(span, values), span.Length);

    public static int IndexOfAny(ReadOnlySpan<char> span, SearchValues<string> values) =>
        Seen(MemoryExtensions.IndexOfAny(span, values), span.Length);

    public static int IndexOfAnyExcept<T>(ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOfAnyExcept(span, value), span.Length);

    public static int IndexOfAnyExcept<T>(ReadOnlySpan<T> span, T first, T second)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOfAnyExcept(span, first, second), span.Length);

    public static int IndexOfAnyExcept<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOfAnyExcept(span, values), span.Length);

    public static int IndexOfAnyExcept<T>(ReadOnlySpan<T> span, SearchValues<T> values)
        where T : IEquatable<T>? => Seen(MemoryExtensions.IndexOfAnyExcept(span, values), span.Length);

    public static int IndexOfAnyInRange<T>(ReadOnlySpan<T> span, T low, T high)
        where T : IComparable<T> => Seen(MemoryExtensions.IndexOfAnyInRange(span, low, high), span.Length);

    public static int IndexOfAnyExceptInRange<T>(ReadOnlySpan<T> span, T low, T high)
        where T : IComparable<T> => Seen(MemoryExtensions.IndexOfAnyExceptInRange(span, low, high), span.Length);

    public static int LastIndexOf<T>(ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? => SeenBack(MemoryExtensions.LastIndexOf(span, value), span.Length);

    public static int LastIndexOf<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => SeenBack(MemoryExtensions.LastIndexOf(span, value), span.Length);

    public static int LastIndexOfAny<T>(ReadOnlySpan<T> span, T first, T second)
        where T : IEquatable<T>? => SeenBack(MemoryExtensions.LastIndexOfAny(span, first, second), span.Length);

    public static bool Contains<T>(ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? => IndexOf(span, value) >= 0;

    public static bool ContainsAny<T>(ReadOnlySpan<T> span, T first, T second)
        where T : IEquatable<T>? => IndexOfAny(span, first, second) >= 0;

    public static bool ContainsAny<T>(ReadOnlySpan<T> span, SearchValues<T> values)
        where T : IEquatable<T>? => IndexOfAny(span, values) >= 0;

    public static bool ContainsAnyInRange<T>(ReadOnlySpan<T> span, T low, T high)
        where T : IComparable<T> => IndexOfAnyInRange(span, low, high) >= 0;

    public static bool ContainsAnyExcept<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>? => IndexOfAnyExcept(span, values) >= 0;

    public static bool ContainsAnyExceptInRange<T>(ReadOnlySpan<T> span, T low, T high)
        where T : IComparable<T> => IndexOfAnyExceptInRange(span, low, high) >= 0;

    public static int Count<T>(ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? => Seen(-1, span.Length, MemoryExtensions.Count(span, value));

    public static int Count<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => Seen(-1, span.Length, MemoryExtensions.Count(span, value));

    public static int IndexOf(string text, string value, StringComparison comparison) => Seen(text.IndexOf(value, comparison), text.Length);

    public static int IndexOf(string text, string value, int start, StringComparison comparison) =>
        SeenFrom(text.IndexOf(value, start, comparison), start, text.Length);

    public static int IndexOf(string text, char value) => Seen(text.IndexOf(value, StringComparison.Ordinal), text.Length);

    public static bool Contains(string text, string value, StringComparison comparison) => IndexOf(text, value, comparison) >= 0;

    private static int SeenFrom(int found, int start, int length)
    {
        Seen(found < 0 ? -1 : found - start, length - start);
        return found;
    }

    private static int SeenBack(int found, int length)
    {
        Seen(found < 0 ? -1 : length - found, length);
        return found;
    }

    private static int Seen(int found, int length) => Seen(found, length, found);

    private static int Seen(int found, int length, int answer)
    {
        Steps += ((found < 0 ? length : found) / AtOnce) + 1;
        return answer;
    }
}
