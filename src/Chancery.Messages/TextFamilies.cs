namespace Chancery.Messages;

/// <summary>Names of <see cref="TextFamily"/>.</summary>
public static class TextFamilies
{
    /// <summary>The name in the JSON contract, such as <c>NAVAL-SET</c>.</summary>
    public static string Name(this TextFamily family) =>
        family switch
        {
            TextFamily.State2000 => "STATE2000",
            TextFamily.Nara1970 => "NARA1970",
            TextFamily.NavalSet => "NAVAL-SET",
            TextFamily.NavalPlain => "NAVAL-PLAIN",
            _ => "PLAIN",
        };
}
