namespace Chancery.Office;

/// <summary>An archive unfolds to more than it may.</summary>
internal sealed class ArchiveBombException(string sentence) : IOException(sentence);
