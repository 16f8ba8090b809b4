using System.Buffers;

namespace Chancery.Messages.Text;

/// <summary>Finds the words that point back at the reference block and resolves them against it (text.md RF-7).</summary>
internal static class BackReferences
{
    private static readonly SearchValues<string> Signs = SearchValues.Create(["REF", "SEPTEL"], StringComparison.OrdinalIgnoreCase);

    /// <summary>All of a message, in order. Walks the paragraphs at each call.</summary>
    public static ImmutableArray<BackReference> Find(Message message)
    {
        var found = ImmutableArray.CreateBuilder<BackReference>();
        for (var i = 0; i < message.Paragraphs.Length; i++)
        {
            var words = message.Paragraphs[i].Words;
            if (words.MayHold("REF"u8) || words.MayHold("SEPTEL"u8))
            {
                Find(message, i, words.ToString(), found);
            }
        }
        return found.DrainToImmutable();
    }

    private static void Find(Message message, int paragraph, string text, ImmutableArray<BackReference>.Builder found)
    {
        for (var at = 0; at < text.Length; )
        {
            var next = text.AsSpan(at).IndexOfAny(Signs);
            if (next < 0)
            {
                return;
            }
            var start = at + next;
            at = start + 3;
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            {
                continue;
            }
            var word = WordEnd(text, start);
            var kind = text[start..word].ToUpperInvariant();
            ImmutableArray<int> references;
            switch (kind)
            {
                case "SEPTEL" or "SEPTELS":
                    (references, at) = ([], word);
                    break;
                case "REF" or "REFS" or "REFTEL" or "REFTELS" or "REFERENCE" or "REFERENCES":
                    references = Labels(message, text, word, out at);
                    if (references.IsEmpty && kind is "REFTEL" or "REFTELS")
                    {
                        references = [.. Enumerable.Range(0, message.References.Length)];
                    }
                    else if (references.IsEmpty)
                    {
                        continue;
                    }
                    break;
                default:
                    continue;
            }
            found.Add(new BackReference(paragraph, text[start..at].ReplaceLineEndings(" "), references));
        }
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }
        return at;
    }

    /// <summary>The references whose letters follow: <c>A</c>, <c>(B)</c>, <c>A and C</c>, <c>A-C</c>, <c>A through C</c>; <paramref name="end"/> is the place behind the last.</summary>
    private static ImmutableArray<int> Labels(Message message, string text, int at, out int end)
    {
        end = at;
        ImmutableArray<int> found = [];
        while (true)
        {
            var next = at;
            var isRange = false;
            while (next < text.Length && text[next] is ' ' or '\n' or '(' or ')' or ',' or '/' or '&' or '-')
            {
                isRange |= text[next] == '-' && !found.IsEmpty;
                next++;
            }
            if (!found.IsEmpty && IsJoint(text, next, out var joint))
            {
                isRange |= text[next] is 'T' or 't';
                next = joint;
            }
            var word = next;
            while (word < text.Length && char.IsAsciiLetterOrDigit(text[word]))
            {
                word++;
            }
            if (next == at || word - next is < 1 or > 2 || IndexOf(message, text.AsSpan(next, word - next)) is not (var index and >= 0))
            {
                return found;
            }
            // "Refs a meeting" is a sentence: a small letter counts only in brackets or with nothing but a sign behind it.
            if (char.IsAsciiLetterLower(text[next]) && text[next - 1] != '(' && word < text.Length && text[word] == ' ' && found.IsEmpty)
            {
                return found;
            }
            found = isRange ? WithRange(message, found, index) : With(message, found, index);
            at = word;
            end = word < text.Length && text[word] == ')' && text[next - 1] == '(' ? word + 1 : word;
        }
    }

    private static bool IsJoint(string text, int at, out int end)
    {
        foreach (var word in (ReadOnlySpan<string>)["AND", "OR", "THROUGH"])
        {
            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                end = at + word.Length;
                while (end < text.Length && text[end] is ' ' or '\n' or '(')
                {
                    end++;
                }
                return end > at + word.Length;
            }
        }
        end = at;
        return false;
    }

    private static int IndexOf(Message message, ReadOnlySpan<char> label)
    {
        for (var i = 0; i < message.References.Length; i++)
        {
            if (message.References[i].Label is { } known && label.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>A letter may stand for several telegrams: <c>A. POST 1 AND 2</c>.</summary>
    private static ImmutableArray<int> With(Message message, ImmutableArray<int> found, int index)
    {
        for (var i = index; i < message.References.Length && message.References[i].Label == message.References[index].Label; i++)
        {
            found = found.Contains(i) ? found : found.Add(i);
        }
        return found;
    }

    private static ImmutableArray<int> WithRange(Message message, ImmutableArray<int> found, int last)
    {
        for (var i = found[^1] + 1; i < last; i++)
        {
            found = found.Add(i);
        }
        return With(message, found, last);
    }
}
