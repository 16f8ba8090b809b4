using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Chancery.Server;

/// <summary>
/// Sends what the office counts of itself to a collector, where the settings name one. A collector that does not answer costs nothing and stops nothing.
/// </summary>
internal static class MetricsExport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Begins; ends when it is disposed of, with a last sending. Null where the settings name no collector.</summary>
    public static IDisposable? Begin(OfficeSettings settings) =>
        settings.Metrics.Otlp is null ? null : Begin(settings, settings.Metrics.Otlp);

    private static MeterProvider Begin(OfficeSettings settings, Uri collector) =>
        Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource =>
                resource.AddService("chancery", serviceInstanceId: settings.Name is { Length: > 0 } name ? name : null)
            )
            .AddMeter(OfficeMeter.Name)
            .AddOtlpExporter(
                (otlp, reader) =>
                {
                    otlp.Endpoint = collector;
                    otlp.Protocol = OtlpExportProtocol.HttpProtobuf;
                    otlp.TimeoutMilliseconds = (int)Patience.TotalMilliseconds;
                    reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)settings.Metrics.Every.TotalMilliseconds;
                    reader.PeriodicExportingMetricReaderOptions.ExportTimeoutMilliseconds = (int)Patience.TotalMilliseconds;
                }
            )
            .Build();
}
