namespace Chancery.Exercise.World;

/// <summary>What a station of the exercise is.</summary>
internal enum StationKind : byte
{
    /// <summary>A legation: sends State form.</summary>
    Legation,

    /// <summary>A ministry of the capital: sends State form.</summary>
    Ministry,

    /// <summary>A field command: sends ACP 127 US form.</summary>
    Command,

    /// <summary>A naval command or station: sends ACP 128 form.</summary>
    Fleet,

    /// <summary>A harbour office: sends base ACP 127 form.</summary>
    Harbour,

    /// <summary>A collective; it sends nothing.</summary>
    Collective,
}
