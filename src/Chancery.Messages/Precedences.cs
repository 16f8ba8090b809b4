namespace Chancery.Messages;

/// <summary>Letters and names of <see cref="Precedence"/>.</summary>
public static class Precedences
{
    /// <summary>The name in the JSON contract, such as <c>NIACT IMMEDIATE</c>.</summary>
    public static string Name(this Precedence precedence) =>
        precedence switch
        {
            Precedence.Deferred => "DEFERRED",
            Precedence.Routine => "ROUTINE",
            Precedence.Priority => "PRIORITY",
            Precedence.Immediate => "IMMEDIATE",
            Precedence.NiactImmediate => "NIACT IMMEDIATE",
            Precedence.Flash => "FLASH",
            Precedence.Critic => "CRITIC",
            _ => "EMERGENCY COMMAND",
        };

    /// <summary>The prosign letter of format line 5, such as <c>O</c>.</summary>
    public static char Letter(this Precedence precedence) =>
        precedence switch
        {
            Precedence.Deferred => 'M',
            Precedence.Routine => 'R',
            Precedence.Priority => 'P',
            Precedence.Immediate or Precedence.NiactImmediate => 'O',
            Precedence.Flash => 'Z',
            Precedence.Critic => 'W',
            _ => 'Y',
        };

    /// <summary>Reads a prosign letter; null where it is none of Z O P R Y W M (transmission.md 3.1).</summary>
    public static Precedence? FromLetter(byte letter) =>
        letter switch
        {
            (byte)'R' => Precedence.Routine,
            (byte)'P' => Precedence.Priority,
            (byte)'O' => Precedence.Immediate,
            (byte)'Z' => Precedence.Flash,
            (byte)'Y' => Precedence.EmergencyCommand,
            (byte)'W' => Precedence.Critic,
            (byte)'M' => Precedence.Deferred,
            _ => null,
        };

    /// <summary>Reads a name of the JSON contract in any case; false where it is none.</summary>
    public static bool TryParse(string? name, out Precedence precedence)
    {
        for (precedence = Precedence.Deferred; precedence <= Precedence.EmergencyCommand; precedence++)
        {
            if (string.Equals(precedence.Name(), name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        precedence = Precedence.Routine;
        return false;
    }
}
