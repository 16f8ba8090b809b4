namespace Chancery.Exercise;

/// <summary>One message of exercise traffic with what it truly says.</summary>
/// <param name="FileName">A name that sorts in the order of the traffic, such as <c>000042.txt</c>.</param>
/// <param name="Bytes">The message as it arrives, damage included.</param>
/// <param name="Truth">What it truly says: the values before any damage, without findings.</param>
/// <param name="Note">What only its maker knows.</param>
public sealed record ExerciseMessage(string FileName, byte[] Bytes, Message Truth, ExerciseNote Note)
{
    /// <summary>True where the bytes are as written: a reader must find exactly the truth.</summary>
    public bool IsWhole => Note.Damage is null;
}
