namespace Chancery.Office;

/// <summary>The store cannot do what was asked; the message is one sentence for people.</summary>
public sealed class StoreException : Exception
{
    /// <summary>With a sentence.</summary>
    public StoreException(string sentence)
        : base(sentence) { }

    /// <summary>With a sentence and what caused it.</summary>
    public StoreException(string sentence, Exception cause)
        : base(sentence, cause) { }

    /// <summary>Only for tools that need it.</summary>
    public StoreException()
        : this("The store failed.") { }
}
