namespace Chancery.Office;

/// <summary>A sender's key for a submission: the same key is answered the same for <see cref="KeptFor"/> and files nothing again.</summary>
/// <param name="Sender">Whose key it is; one sender's keys mean nothing for another.</param>
/// <param name="Key">The key as sent.</param>
/// <param name="Index">Which message of the submission, from 0.</param>
public sealed record OnceKey(string Sender, string Key, int Index)
{
    /// <summary>How long a key is remembered.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromDays(30);
}
