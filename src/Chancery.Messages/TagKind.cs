namespace Chancery.Messages;

/// <summary>Kinds of TAGS (text.md 9.1).</summary>
public enum TagKind : byte
{
    /// <summary>In no list.</summary>
    Unknown,

    /// <summary>Four letters, first letter the field.</summary>
    Subject,

    /// <summary>Two characters, a country or region.</summary>
    Geo,

    /// <summary>An organization.</summary>
    Organization,

    /// <summary><c>K</c> and three letters.</summary>
    Program,

    /// <summary>A person: <c>SURNAME, GIVEN</c>.</summary>
    Person,

    /// <summary>Free words.</summary>
    Term,
}
