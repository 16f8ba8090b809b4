using System.Text;

namespace Chancery.Messages.Tests;

/// <summary>Input made to be costly. Work is counted by what is allocated: twice the input may cost little more than twice as much.</summary>
public sealed class HostileInputTests
{
    /// <summary>What the array pool may have to make anew; one quadratic step over these inputs costs a hundred times as much.</summary>
    private const long Pool = 16_000_000;

    private const string Start = "VZCZCABA021\nRR RVEHAA\nDE RVEHBB #0817 2731221\nZNY CCCCC\nR 291221Z SEP 08\nFM A\nTO B\n";

    public static TheoryData<string, string> Inputs =>
        new()
        {
            { "", "FM X\n" },
            { "", "FM X\nTO Y\n" },
            { "", "VZCZCABA021\n" },
            { "", "RR RVEHAA\nDE RVEHBB #0817 2731221\n" },
            { "", "BT\n" },
            { "", "NNNN\n" },
            { "", "#0001\n" },
            { "", "\n" },
            { "", "[[a](" },
            { "", "&#12" },
            { "", "C O N F " },
            { "", "REF: A. NORTHPORT 817 AND " },
            { "RR RVEHAA\n", "RVEHAB\n" },
            { "", "RR RVEHAA\nZNR UUUUU ZOV RVEHAB\n" },
            { Start, "R 291221Z SEP 08\nFM A\nTO B\n" },
            { "RR RVEHAA\nDE RVEHBB 14/0731Z\n", "R Z KLA207\n\n\n" },
            { "", "ZCZC KA12\n" },
            { "", "DE NNN0XYZ 001\n" },
            { "RR RVEHAA\nDE RVEHBB #0817 2731221\nZNY CCCCC ", "ZUI X " },
            { "VZCZC", "ABA021" },
            { "R 291221Z SEP 08 ", "ZYB " },
            { Start, "TO B\n\nX\n" },
            { Start, "PAGE 02 RVEHBB 0817 UNCLAS\n" },
            { Start + "BT\nUNCLAS\n", "E E E E E E E E\n" },
            { Start + "BT\nUNCLAS\n", "BT#" },
            { Start + "BT\nUNCLAS\nSUBJ/", "A/" },
            { Start + "BT\nUNCLAS\nQUOTE\n", "R 291221Z SEP 08\nFM A\nTO B\n" },
        };

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Twice_the_input_costs_about_twice_as_much(string start, string repeated)
    {
        const int Bytes = 200_000;
        var times = Bytes / repeated.Length;
        Cost(start, repeated, times);

        var once = Cost(start, repeated, times);
        var twice = Cost(start, repeated, times * 2);

        Assert.InRange(twice, 0, (once * 2.6) + Pool);
        Assert.InRange(once, 0, (Bytes * 200L) + Pool);
    }

    /// <summary>Found by the fuzzer: a called station cut to its first letter has no nation to compare.</summary>
    [Fact]
    public void A_release_code_meets_a_station_of_one_letter()
    {
        var cut = Sample
            .Header.Replace("RTTUZYUW", "RTTCZYUW", StringComparison.Ordinal)
            .Replace("UUUU--RVDOSAB RVLYCUR.", "CCAA--R.", StringComparison.Ordinal)
            .Replace("ZNR UUUUU", "ZNY CCCAA", StringComparison.Ordinal);

        Assert.Contains("TX-510 warning", Sample.Findings(Sample.Read(cut)));
    }

    [Fact]
    public void A_million_lines_of_FM_and_fifty_megabytes_of_one_line_are_read()
    {
        Assert.Single(new MessageReader().ReadAll(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("FM X\n", 1_000_000)))));
        Assert.Single(new MessageReader().ReadAll(Encoding.ASCII.GetBytes(new string('A', 50_000_000))));
    }

    [Fact]
    public void A_million_brackets_are_not_walked_again_from_each() =>
        Assert.Single(new MessageReader().ReadAll(Encoding.ASCII.GetBytes(Start + "BT\nUNCLAS\n" + new string('(', 1_000_000))));

    private static long Cost(string start, string repeated, int times)
    {
        var input = Encoding.ASCII.GetBytes(start + string.Concat(Enumerable.Repeat(repeated, times)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        new MessageReader().ReadAll(input);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
