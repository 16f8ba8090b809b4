using System.ComponentModel;
using System.Diagnostics;

namespace Chancery.EndToEnd.Tests.Chaos;

/// <summary>
/// The time of day of one program, which can be set while it runs: a few lines of C stand between it and the C library. The machine's own clock is
/// everybody's and is left alone.
/// </summary>
internal sealed class ChaosClock
{
    private const string Source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <fcntl.h>
        #include <stdlib.h>
        #include <sys/mman.h>
        #include <time.h>

        static const long none = 0;
        static volatile const long *shift = &none;

        __attribute__((constructor)) static void find_shift(void)
        {
            const char *path = getenv("CHAOS_CLOCK");
            int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
            void *seen = file < 0 ? MAP_FAILED : mmap(0, sizeof(long), PROT_READ, MAP_SHARED, file, 0);
            if (seen != MAP_FAILED)
                shift = seen;
        }

        int clock_gettime(clockid_t clock, struct timespec *at)
        {
            static int (*real)(clockid_t, struct timespec *);
            if (!real)
                real = dlsym(RTLD_NEXT, "clock_gettime");
            int answer = real(clock, at);
            if (answer == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
                at->tv_sec += *shift;
            return answer;
        }
        """;

    private readonly string shift;

    private ChaosClock(string library, string shift)
    {
        this.shift = shift;
        Environment = new Dictionary<string, string> { ["LD_PRELOAD"] = library, ["CHAOS_CLOCK"] = shift };
    }

    /// <summary>What a program that goes by this clock needs in its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>A clock that is right; null, said on the console, where nothing here makes a program of C.</summary>
    public static async Task<ChaosClock?> Make(TemporaryFolder folder)
    {
        var (source, library, shift) = (folder["clock.c"], folder["clock.so"], folder["clock.shift"]);
        await File.WriteAllTextAsync(source, Source);
        await File.WriteAllBytesAsync(shift, new byte[sizeof(long)]);
        try
        {
            using var compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", library, source, "-ldl"]);
            await compiler.WaitForExitAsync();
            if (compiler.ExitCode == 0)
            {
                return new ChaosClock(library, shift);
            }
        }
        catch (Win32Exception)
        {
            // There is no compiler.
        }
        TestContext.Current.SendDiagnosticMessage("The clock is not set back: there is no C compiler on this machine.");
        return null;
    }

    /// <summary>Sets it so far from the machine's.</summary>
    public void Set(TimeSpan offset)
    {
        using var file = new FileStream(shift, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Write(BitConverter.GetBytes((long)offset.TotalSeconds));
    }
}
