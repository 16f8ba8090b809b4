namespace Chancery.Messages;

/// <summary>Names of <see cref="Profile"/>.</summary>
public static class Profiles
{
    /// <summary>The name in the JSON contract, such as <c>ACP127US</c>.</summary>
    public static string Name(this Profile profile) =>
        profile switch
        {
            Profile.State => "STATE",
            Profile.Acp127Us => "ACP127US",
            Profile.Acp127 => "ACP127",
            Profile.Acp128 => "ACP128",
            Profile.Acp127N => "ACP127N",
            Profile.Acp126 => "ACP126",
            Profile.Mars => "MARS",
            Profile.Doi103 => "DOI103",
            Profile.Aftn => "AFTN",
            Profile.Navtex => "NAVTEX",
            _ => "READING",
        };
}
