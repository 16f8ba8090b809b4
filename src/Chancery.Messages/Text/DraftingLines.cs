using System.Text;

namespace Chancery.Messages.Text;

/// <summary>Reads the drafting block: <c>office:name</c> behind its labels and below them (text.md AR-4).</summary>
internal sealed class DraftingLines
{
    private readonly List<Officer> clearances = [];
    private Officer? drafter;
    private Officer? approver;
    private string? typist;

    /// <summary>Reads a line with a label, damaged ones too (<c>DRAFTEDY BY</c>, <c>EPPROVED BY</c>); false where it has none.</summary>
    public bool TryLabel(ReadOnlySpan<byte> text)
    {
        var isDraft = text.StartsWith("DRAFTED"u8);
        var isApproval = !isDraft && text.Length > 8 && text[1..].StartsWith("PPROVED"u8);
        if (!isDraft && !isApproval)
        {
            return false;
        }
        var words = Encoding.UTF8.GetString(text);
        var by = words.IndexOf(" BY", StringComparison.Ordinal);
        var value = by >= 0 ? words[(by + 3)..] : words[words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? blank.. : ^0..];
        value = value.Trim(' ', ':');
        if (isDraft)
        {
            var parts = value.Split(':', 3, StringSplitOptions.TrimEntries);
            typist ??= parts.Length == 3 && parts[2].Length > 0 ? parts[2] : null;
            drafter ??= value.Length == 0 ? null : Read(parts.Length == 3 ? $"{parts[0]}:{parts[1]}" : value, null);
        }
        else
        {
            approver ??= value.Length == 0 ? null : Read(value, null);
        }
        return true;
    }

    /// <summary>Reads a line of clearances.</summary>
    public void Clearances(ReadOnlySpan<byte> text)
    {
        foreach (var word in Encoding.UTF8.GetString(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Contains(':', StringComparison.Ordinal))
            {
                var open = word.IndexOf('(', StringComparison.Ordinal);
                clearances.Add(open > 0 ? Read(word[..open], word[open..].Trim('(', ')')) : Read(word, null));
            }
            else if (clearances.Count > 0)
            {
                var last = clearances[^1];
                clearances[^1] =
                    word[0] == '(' ? last with { How = word.Trim('(', ')') } : last with { Name = $"{last.Name} {word}".Trim() };
            }
        }
    }

    /// <summary>The block; null where nothing of it was there.</summary>
    public Drafting? ToDrafting() =>
        drafter is null && approver is null && clearances.Count == 0 ? null : new Drafting(drafter, approver, [.. clearances], typist);

    private static Officer Read(string word, string? how)
    {
        var colon = word.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new Officer(null, word.Trim(), how) : new Officer(word[..colon].Trim(), word[(colon + 1)..].Trim(), how);
    }
}
