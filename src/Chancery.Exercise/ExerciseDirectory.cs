using System.Text;

namespace Chancery.Exercise;

/// <summary>The invented stations as a directory file of the form that <see cref="StationDirectory.Parse"/> reads.</summary>
public static class ExerciseDirectory
{
    /// <summary>The name under which the file is written beside the traffic.</summary>
    public const string FileName = "directory.csv";

    /// <summary>The file's text. The same in every exercise.</summary>
    public static string Text { get; } = Write();

    /// <summary>The directory to read exercise traffic with.</summary>
    public static StationDirectory Read() => StationDirectory.Parse(Text);

    private static string Write()
    {
        var text = new StringBuilder("ri,name,kind,post,aliases\n");
        foreach (var station in World.Stations.All)
        {
            var (kind, post) = station.Kind switch
            {
                World.StationKind.Legation => ("embassy", station.Name),
                World.StationKind.Ministry => ("department", station.Name),
                World.StationKind.Collective => ("collective", ""),
                World.StationKind.Harbour => ("office", ""),
                _ => ("military", ""),
            };
            text.Append(CultureInfo.InvariantCulture, $"{station.RoutingIndicator},{station.Plad},{kind},{post},\n");
        }
        return text.ToString();
    }
}
