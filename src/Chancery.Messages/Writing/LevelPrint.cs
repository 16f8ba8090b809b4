using System.Text;
using Chancery.Messages.Text;

namespace Chancery.Messages.Writing;

/// <summary>How levels are printed on classification lines, page lines and security warnings (transmission.md 6.1, 6.5; text.md CL-2).</summary>
internal static class LevelPrint
{
    /// <summary>The level words: the printed ones where they say the level, else the words of the rule; letters of RESTRICTED and above spaced.</summary>
    public static string Words(Classification classification)
    {
        var printed = Encoding.UTF8.GetBytes(classification.Raw);
        var isRead = LevelWord.TryRead(printed, out var level, out var length) && length == printed.Length;
        return isRead && level == classification.Level && (level < Level.Restricted || printed[1] == ' ')
            ? classification.Raw
            : Words(classification.Level);
    }

    /// <summary>The level words of the rule.</summary>
    public static string Words(Level level) =>
        level switch
        {
            Level.Fouo => "UNCLAS FOUO",
            Level.Sbu => "UNCLAS SBU",
            Level.Lou => "LIMITED OFFICIAL USE",
            Level.Unclassified => "UNCLAS",
            _ => string.Join(' ', level.Name().Where(c => c != ' ')),
        };

    /// <summary>The class letter of format lines 2 and 4; controls below RESTRICTED travel as unclassified.</summary>
    public static char Letter(Level level) =>
        level switch
        {
            Level.Restricted => 'R',
            Level.Confidential => 'C',
            Level.Secret => 'S',
            Level.TopSecret => 'T',
            _ => 'U',
        };
}
