using System.Globalization;
using Chancery.Bench;

return args switch
{
    ["archive"] => await ArchiveBench.Run(100_000),
    ["archive", var count] => await ArchiveBench.Run(int.Parse(count, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name what to measure: archive [COUNT].");
    return 2;
}
