namespace Chancery.Web.Api;

/// <summary>What became of a frame.</summary>
internal enum BodyFrameKind
{
    /// <summary>As long as its line says.</summary>
    Whole,

    /// <summary>Longer than is taken; left out, what follows can be read.</summary>
    TooLarge,

    /// <summary>No length where one must stand: where the next frame begins is not known.</summary>
    NoLength,

    /// <summary>The body ended within it.</summary>
    CutShort,
}
