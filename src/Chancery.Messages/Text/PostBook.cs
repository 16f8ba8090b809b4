namespace Chancery.Messages.Text;

/// <summary>
/// The posts that names were found to mean, for names come again and a near spelling is slow to find. A fixed number of places; a name that meets
/// another in its place takes it. Belongs to one directory.
/// </summary>
internal sealed class PostBook
{
    private const int Places = 512;
    private const int Longest = 64;
    private readonly (string Name, PostMatch? Post)[] places = new (string, PostMatch?)[Places];

    /// <summary>The post that a directory has under a name, as <see cref="StationDirectory.FindPost"/> says.</summary>
    public PostMatch? Find(StationDirectory directory, string name)
    {
        if (name.Length > Longest)
        {
            return directory.FindPost(name);
        }
        ref var place = ref places[(uint)string.GetHashCode(name, StringComparison.Ordinal) % Places];
        if (place.Name != name)
        {
            place = (name, directory.FindPost(name));
        }
        return place.Post;
    }
}
