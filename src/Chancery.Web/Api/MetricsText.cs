using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Chancery.Web.Api;

/// <summary>Keeps what the instruments of an office say, and writes it in the text format of Prometheus (version 0.0.4), which OpenTelemetry collectors read.</summary>
internal sealed class MetricsText : IDisposable
{
    private static readonly double[] Bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600, 3600];
    private readonly Lock gate = new();
    private readonly MeterListener listener = new();
    private readonly SortedDictionary<string, Kept> instruments = new(StringComparer.Ordinal);

    public MetricsText(OfficeMeter office)
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (ReferenceEquals(instrument.Meter, office.Meter))
            {
                lock (gate)
                {
                    instruments[instrument.Name] = new Kept(instrument);
                }
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
    }

    public void Dispose() => listener.Dispose();

    /// <summary>Everything as it stands now.</summary>
    public string Write()
    {
        lock (gate)
        {
            foreach (var kept in instruments.Values.Where(kept => kept.IsObserved))
            {
                kept.Lines.Clear();
            }
        }
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (gate)
        {
            foreach (var kept in instruments.Values)
            {
                kept.Write(text);
            }
        }
        return text.ToString();
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var label = tags.IsEmpty ? "" : $"{tags[0].Key}=\"{tags[0].Value}\"";
        lock (gate)
        {
            instruments[instrument.Name].Take(label, value);
        }
    }

    private sealed class Kept(Instrument instrument)
    {
        private readonly bool isHistogram = instrument is Histogram<double>;
        private readonly bool isCounter = instrument is Counter<long> or ObservableCounter<long>;
        private readonly string name = NameOf(instrument);

        public bool IsObserved => instrument.IsObservable;

        public SortedDictionary<string, Line> Lines { get; } = new(StringComparer.Ordinal);

        public void Take(string label, double value)
        {
            if (!Lines.TryGetValue(label, out var line))
            {
                line = new Line();
                Lines.Add(label, line);
            }
            line.Sum = IsObserved ? value : line.Sum + value;
            if (isHistogram)
            {
                line.Count++;
                var place = Array.FindIndex(Bounds, bound => value <= bound);
                line.Buckets[place < 0 ? Bounds.Length : place]++;
            }
        }

        public void Write(StringBuilder text)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {(isHistogram ? "histogram" : isCounter ? "counter" : "gauge")}\n");
            foreach (var (label, line) in Lines)
            {
                if (!isHistogram)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{(label.Length > 0 ? $"{{{label}}}" : "")} {line.Sum:R}\n");
                    continue;
                }
                var before = label.Length > 0 ? label + "," : "";
                var count = 0L;
                for (var i = 0; i < Bounds.Length; i++)
                {
                    count += line.Buckets[i];
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{Bounds[i]}\"}} {count}\n");
                }
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"+Inf\"}} {line.Count}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_sum{(label.Length > 0 ? $"{{{label}}}" : "")} {line.Sum:R}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_count{(label.Length > 0 ? $"{{{label}}}" : "")} {line.Count}\n");
            }
        }

        /// <summary>The name as Prometheus wants it: the unit behind, a counter's total at the end.</summary>
        private static string NameOf(Instrument instrument) =>
            instrument.Name.Replace('.', '_')
            + (
                instrument.Unit == "s" ? "_seconds"
                : instrument.Unit == "By" ? "_bytes"
                : ""
            )
            + (instrument is Counter<long> or ObservableCounter<long> ? "_total" : "");
    }

    private sealed class Line
    {
        public double Sum { get; set; }

        public long Count { get; set; }

        public long[] Buckets { get; } = new long[Bounds.Length + 1];
    }
}
