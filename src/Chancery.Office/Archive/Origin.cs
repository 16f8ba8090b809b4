namespace Chancery.Office;

/// <summary>Where a message came in.</summary>
/// <param name="Door"><c>http</c>, <c>import</c>, <c>exercise</c> and so on.</param>
/// <param name="Name">The person, or the path given and the path inside an archive.</param>
public sealed record Origin(string Door, string Name);
