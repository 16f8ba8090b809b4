using Chancery.Office;
using Spectre.Console;

namespace Chancery.Cli.Output;

/// <summary>How far an import has got, on a terminal: share, messages, rate, time left.</summary>
internal static class ImportBar
{
    public static async Task<ImportSummary> Show(Terminal terminal, Func<IProgress<ImportProgress>, Task<ImportSummary>> import)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(terminal.Error),
                Ansi = AnsiSupport.Yes,
                ColorSystem = string.IsNullOrEmpty(terminal.Variable("NO_COLOR"))
                    ? ColorSystemSupport.Standard
                    : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.Yes,
            }
        );
        return await console
            .Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 24 }, new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask("beginning", maxValue: 1);
                return import(new Reporter(bar, terminal.Clock));
            });
    }

    private sealed class Reporter(ProgressTask bar, TimeProvider clock) : IProgress<ImportProgress>
    {
        private readonly long begun = clock.GetTimestamp();

        public void Report(ImportProgress value)
        {
            var seconds = Math.Max(0.001, clock.GetElapsedTime(begun).TotalSeconds);
            bar.IsIndeterminate = value.TotalBytes == 0;
            bar.MaxValue = Math.Max(1, value.TotalBytes);
            bar.Value = Math.Min(value.InputBytes, bar.MaxValue);
            bar.Description = value.Indexed
                ? $"{Counts.Of(value.Messages, "message")}, making them findable"
                : $"{Counts.Of(value.Messages, "message")}, {Counts.Grouped((long)(value.Messages / seconds))}/s";
        }
    }
}
