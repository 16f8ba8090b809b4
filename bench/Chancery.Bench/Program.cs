using System.Globalization;
using Chancery.Bench;

return args switch
{
    ["reading"] => ReadingBench.Run(null, Console.Out),
    ["reading", var folder] => ReadingBench.Run(folder, Console.Out),
    ["archive"] => await ArchiveBench.Run(100_000),
    ["archive", var count] => await ArchiveBench.Run(int.Parse(count, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name what to measure: reading [FOLDER] or archive [COUNT].");
    return 2;
}
