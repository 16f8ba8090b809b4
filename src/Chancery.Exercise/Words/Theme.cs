namespace Chancery.Exercise.Words;

/// <summary>A field of work with its own words.</summary>
/// <param name="Index">Place in <see cref="Lexicon.Themes"/>.</param>
/// <param name="Tags">Subject TAGS, the commonest first.</param>
/// <param name="Organizations">Organization TAGS.</param>
/// <param name="Programs">Program TAGS.</param>
/// <param name="Titles">Openings of subjects, completed by a place.</param>
/// <param name="Nouns">Its nouns.</param>
/// <param name="Verbs">Its verbs in the past.</param>
internal sealed record Theme(
    int Index,
    ImmutableArray<string> Tags,
    ImmutableArray<string> Organizations,
    ImmutableArray<string> Programs,
    ImmutableArray<string> Titles,
    ImmutableArray<string> Nouns,
    ImmutableArray<string> Verbs
);
