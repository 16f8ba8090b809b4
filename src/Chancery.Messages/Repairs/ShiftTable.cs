namespace Chancery.Messages.Repairs;

/// <summary>
/// What a teleprinter prints when a shift signal is lost: the other sign of the same code (transmission.md 1.1). Used to propose only.
/// </summary>
internal static class ShiftTable
{
    private const string Letters = "PQWERTYUIO";

    /// <summary>Signs of the figures case of the United States keyboard, and the letters of the same code.</summary>
    private const string Signs = "-?:$!&#'().,;/\"";
    private const string LettersOfSigns = "ABCDFGHJKLMNVXZ";

    /// <summary>The letter that prints as this digit or sign where the letters shift was lost; the byte itself where there is none.</summary>
    public static byte ToLetter(byte figure) =>
        figure is >= (byte)'0' and <= (byte)'9' ? (byte)Letters[figure - '0']
        : Signs.IndexOf((char)figure) is >= 0 and var sign ? (byte)LettersOfSigns[sign]
        : figure;

    /// <summary>The digit that prints as this letter where the figures shift was lost; the byte itself where there is none.</summary>
    public static byte ToFigure(byte letter) => Letters.IndexOf((char)letter) is >= 0 and var digit ? (byte)('0' + digit) : letter;

    /// <summary>True for the ten letters that share their code with a digit.</summary>
    public static bool HasDigit(byte letter) => Letters.Contains((char)letter);
}
