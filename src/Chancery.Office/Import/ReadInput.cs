namespace Chancery.Office;

/// <summary>An input with the messages read from it.</summary>
/// <param name="Input">The input.</param>
/// <param name="Messages">Its messages, ready to be filed.</param>
internal sealed record ReadInput(WalkedInput Input, IReadOnlyList<NewMessage> Messages)
{
    public IReadOnlyList<NewMessage> Group(int first, int size) =>
        first == 0 && Messages.Count <= size ? Messages : [.. Messages.Skip(first).Take(size)];
}
